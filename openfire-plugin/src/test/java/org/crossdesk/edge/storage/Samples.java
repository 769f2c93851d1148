package org.crossdesk.edge.storage;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.crossdesk.domain.session.Line;
import org.crossdesk.domain.session.Transcript;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Script;
import org.crossdesk.protocol.competence.Label;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.WorkingHours;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
import org.jspecify.annotations.Nullable;

/** Values of any record type, from a seed; so that a new record can't be forgotten by the tests of storage. */
public final class Samples {
    private static final List<String> TEXTS =
            List.of("x", "ارث در حقوق ایران", "a \"b\" \\ {c}", "Åbo 🙂", "' OR 1=1 --", "<a/>&amp;");

    private final Random random;

    public Samples(long seed) {
        random = new Random(seed);
    }

    /** Every record that a sealed type permits, or the record itself. */
    public static List<Class<?>> cases(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        List<Class<?>> cases = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            cases.addAll(cases(permitted));
        }
        return cases;
    }

    /** A value of {@code type}. */
    public <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private @Nullable Object component(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        if (type.isAnnotationPresent(Nullable.class) && random.nextBoolean()) {
            return null;
        }
        return switch (component.getName()) {
            case "language" -> "fa-IR";
            case "link" -> "https://a.test/é";
            case "by" -> component.getType() == Speaker.class ? Speaker.DESK : value(component.getGenericType());
            case "body" -> of(String.class) + "\n\t" + of(String.class);
            default -> value(component.getGenericType());
        };
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        } else if (raw == int.class || raw == Integer.class) {
            return 1 + random.nextInt(3);
        } else if (raw == long.class || raw == Long.class) {
            return 1 + (random.nextLong() >>> 1) / 2;
        } else if (raw == boolean.class || raw == Boolean.class) {
            return random.nextBoolean();
        } else if (raw == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        } else if (raw == Duration.class) {
            return Duration.ofMillis(random.nextInt(100_000));
        } else if (raw == Address.class) {
            return Address.parse(
                    List.of("ask.a.test", "Å@b.test", "c@d.test/e/f@g").get(random.nextInt(3)));
        } else if (raw == Language.class) {
            return new Language(random.nextBoolean() ? "fa-IR" : "sv", LanguageLevel.B2);
        } else if (raw == WorkingHours.class) {
            return new WorkingHours(
                    "Europe/Stockholm",
                    List.of(new WorkingHours.Time(
                            WorkingHours.Day.MON, 60 * random.nextInt(24), 60 * random.nextInt(24))));
        } else if (raw == Script.class) {
            return new Script(
                    token(),
                    Script.Scope.SERVICE,
                    of(Address.class),
                    of(String.class),
                    random.nextBoolean() ? "fa-IR" : null,
                    of(String.class));
        } else if (raw == Label.class) {
            return new Label(random.nextBoolean() ? "fa-IR" : "sv", of(String.class));
        } else if (raw == Transcript.class) {
            return Transcript.EMPTY.plus(new Line(1, Instant.ofEpochSecond(7), Speaker.PATRON, 0, 0, of(String.class)));
        } else if (raw == Utterance.class) {
            return utterance();
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        } else if (raw.isSealed()) {
            List<Class<?>> cases = cases(raw);
            return value(cases.get(random.nextInt(cases.size())));
        } else if (raw.isRecord()) {
            return record(raw);
        }
        throw new IllegalStateException("the samples have no value of " + type);
    }

    private Object collection(ParameterizedType generic) {
        int size = random.nextInt(3);
        Type first = generic.getActualTypeArguments()[0];
        if (generic.getRawType() == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(value(first), value(generic.getActualTypeArguments()[1]));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(first));
        }
        return generic.getRawType() == List.class ? list : new LinkedHashSet<>(list);
    }

    private Utterance utterance() {
        return random.nextBoolean()
                ? new Utterance(3, Instant.ofEpochSecond(7), Speaker.OPERATOR, 4L, "")
                : new Utterance(3, Instant.ofEpochSecond(7), Speaker.PATRON, null, of(String.class));
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        boolean token = components.length == 1 && type.getSimpleName().matches(".*(Id|Token)");
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = token ? token() : component(components[i]);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type + " with " + List.of(components), e);
        }
    }

    private String token() {
        return random.ints(SessionId.LENGTH_CHARS, 0, SessionId.ALPHABET.length())
                .mapToObj(i -> SessionId.ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
