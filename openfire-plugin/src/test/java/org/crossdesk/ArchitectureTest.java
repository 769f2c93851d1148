package org.crossdesk;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import java.util.Timer;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** Dependencies point edge, runtime, domain, protocol; and the domain finds nothing out by itself. */
@AnalyzeClasses(packages = "org.crossdesk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule DIRECTION = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("edge")
            .definedBy("org.crossdesk.edge..")
            .layer("runtime")
            .definedBy("org.crossdesk.runtime..")
            .layer("domain")
            .definedBy("org.crossdesk.domain..")
            .layer("protocol")
            .definedBy("org.crossdesk.protocol..")
            .whereLayer("edge")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("runtime")
            .mayOnlyBeAccessedByLayers("edge")
            .whereLayer("domain")
            .mayOnlyBeAccessedByLayers("edge", "runtime")
            .whereLayer("protocol")
            .mayOnlyBeAccessedByLayers("edge", "runtime", "domain");

    @ArchTest
    static final ArchRule DOMAIN_IS_PURE = classes()
            .that()
            .resideInAPackage("org.crossdesk.domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "org.crossdesk.domain..",
                            "org.crossdesk.protocol..",
                            "org.jspecify.annotations",
                            "java.util",
                            "java.util.function",
                            "java.util.stream",
                            "java.util.regex",
                            "java.lang",
                            "java.lang.invoke",
                            "java.lang.runtime",
                            "java.time")
                    .or(DescribedPredicate.describe(
                            "a Unicode normal form",
                            type -> type.getName().startsWith(java.text.Normalizer.class.getName())))
                    .or(DescribedPredicate.describe("primitive", JavaClass::isPrimitive))
                    .or(DescribedPredicate.describe("an array of these", JavaClass::isArray)));

    @ArchTest
    static final ArchRule DOMAIN_FINDS_NOTHING_OUT = noClasses()
            .that()
            .resideInAPackage("org.crossdesk.domain..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "clocks, randomness, threads or processes",
                    type -> type.isEquivalentTo(Clock.class)
                            || type.isEquivalentTo(InstantSource.class)
                            || type.isAssignableTo(Random.class)
                            || type.isEquivalentTo(UUID.class)
                            || type.isEquivalentTo(Timer.class)
                            || type.isAssignableTo(Thread.class)
                            || type.isAssignableTo(Process.class)
                            || type.isEquivalentTo(Runtime.class)))
            .orShould()
            .callMethodWhere(DescribedPredicate.describe("the call asks for the time or the surroundings", call -> {
                JavaClass owner = call.getTargetOwner();
                return (owner.isEquivalentTo(System.class) && !call.getName().equals("arraycopy"))
                        || (owner.getPackageName().equals("java.time")
                                && call.getName().equals("now"))
                        || (owner.isEquivalentTo(Math.class) && call.getName().equals("random"));
            }));

    @ArchTest
    static final ArchRule NO_CYCLES_IN_DOMAIN =
            slices().matching("org.crossdesk.domain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES_IN_EDGE =
            slices().matching("org.crossdesk.edge.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RUNTIME_KNOWS_NO_SERVER = noClasses()
            .that()
            .resideInAnyPackage("org.crossdesk.runtime..", "org.crossdesk.domain..", "org.crossdesk.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.jivesoftware..", "org.xmpp..", "org.dom4j..", "com.fasterxml..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule ONLY_STORAGE_KNOWS_SQL = noClasses()
            .that(resideInAPackage("org.crossdesk..")
                    .and(DescribedPredicate.not(resideInAPackage("org.crossdesk.edge.storage"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule ONLY_STORAGE_AND_TABLES_KNOW_JACKSON = noClasses()
            .that(resideInAPackage("org.crossdesk..")
                    .and(DescribedPredicate.not(
                            resideInAnyPackage("org.crossdesk.edge.storage", "org.crossdesk.edge.csv"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule NO_STATIC_STATE = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.crossdesk..")
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule NULL_MARKED = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith(NullMarked.class)
            .because("null is allowed only where it is said");

    @ArchTest
    static final ArchRule NAMES = noClasses()
            .should()
            .haveNameMatching(".*\\.[^.]*(Utils?|Helper|Manager|Impl)(\\$.*)?")
            .because("a name says what a thing is");

    @ArchTest
    static final ArchRule ONLY_THE_PLUGIN_ASKS_FOR_THE_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage("org.crossdesk.edge.openfire")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "the call asks the server for one of its single instances",
                    call -> call.getTargetOwner().getPackageName().startsWith("org.jivesoftware")
                            && call.getName().equals("getInstance")));
}
