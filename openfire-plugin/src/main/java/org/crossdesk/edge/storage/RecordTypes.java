package org.crossdesk.edge.storage;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells Jackson of our types what the language already says, so that the domain needs no annotations: a sealed type
 * is written with the name of its case, and a component that is not {@code @Nullable} must be there.
 */
final class RecordTypes extends NopAnnotationIntrospector {
    /** The JSON property that holds the name of the case. */
    static final String CASE = "@type";

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass annotated, JavaType baseType) {
        if (!sealed(annotated.getRawType())) {
            return null;
        }
        return new StdTypeResolverBuilder()
                .init(
                        JsonTypeInfo.Value.construct(
                                JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, CASE, null, false, true),
                        null);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        return sealed(annotated.getRawType()) ? cases(annotated.getRawType()) : null;
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return member instanceof AnnotatedParameter parameter ? !nullable(parameter) : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter && !nullable(parameter)
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                : JsonSetter.Value.empty();
    }

    /** The names of the cases of a sealed type: {@code OwnerChanged} is {@code owner-changed}. */
    static List<NamedType> cases(Class<?> sealedType) {
        List<NamedType> cases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Class<?> leaf : leaves(sealedType)) {
            String name = name(leaf);
            if (!names.add(name)) {
                throw new IllegalStateException("two cases of " + sealedType + " have the name " + name);
            }
            cases.add(new NamedType(leaf, name));
        }
        return cases;
    }

    private static List<Class<?>> leaves(Class<?> type) {
        if (!sealed(type)) {
            return List.of(type);
        }
        List<Class<?>> leaves = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            leaves.addAll(leaves(permitted));
        }
        return leaves;
    }

    /** An enum whose constants have bodies is sealed to the JDK, and a plain enum to us. */
    private static boolean sealed(Class<?> type) {
        return type.isSealed() && !type.isEnum();
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static boolean nullable(AnnotatedParameter parameter) {
        return parameter.getOwner().getAnnotated() instanceof Executable constructor
                && constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
