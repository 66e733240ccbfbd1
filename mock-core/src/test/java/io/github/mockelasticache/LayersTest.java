package io.github.mockelasticache;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Dependencies point one way: doors, engine, time. The families stand side by side on the engine. */
class LayersTest {

    private static final String ROOT = "io.github.mockelasticache";
    private static final String ENGINE = ROOT + ".internal.engine..";
    private static final String TIME = ROOT + ".time..";
    private static final String JOURNAL = ROOT + ".journal..";
    private static final String FAULT = ROOT + ".fault..";
    private static final String JSON = ROOT + ".internal.json..";
    private static final String STANDALONE = ROOT + ".standalone..";
    private static final String CATALOG = ROOT + ".internal.catalog..";
    private static final String PROVISION = ROOT + ".internal.provision..";
    private static final String[] DOORS = {ROOT + ".internal.sdk..", ROOT + ".internal.wire.."};
    private static final String[] NOT_FAMILIES = {
        ROOT, TIME, ENGINE, DOORS[0], DOORS[1], ROOT + ".assertj..", FAULT, JOURNAL, ROOT + ".fixture.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> the_code_keeps_its_layers() {
        return Stream.of(
                        classes()
                                .that()
                                .resideInAPackage(TIME)
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(TIME, "java..", "org.jspecify..")
                                .as("time depends on nothing"),
                        classes()
                                .that()
                                .resideInAPackage(JOURNAL)
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(JOURNAL, "java..", "org.jspecify..", "software.amazon.awssdk..")
                                .as("the journal knows the SDK, and not who writes it"),
                        classes()
                                .that()
                                .resideInAPackage(FAULT)
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(FAULT, "java..", "org.jspecify..", "software.amazon.awssdk..")
                                .as("a fault plan knows the SDK, and not who carries it out"),
                        noClasses()
                                .that()
                                .resideInAPackage(ENGINE)
                                .should()
                                .dependOnClassesThat()
                                .resideOutsideOfPackages(
                                        ENGINE,
                                        TIME,
                                        JOURNAL,
                                        FAULT,
                                        ROOT,
                                        "java..",
                                        "org.jspecify..",
                                        "software.amazon.awssdk..")
                                .as(
                                        "the engine knows time, journal, fault plans, settings and the SDK, and neither doors nor families"),
                        noClasses()
                                .that()
                                .resideInAPackage(ENGINE)
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName(ElastiCacheMock.class.getName())
                                .as("the engine does not know the façade"),
                        classes()
                                .that()
                                .resideInAPackage(CATALOG)
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(CATALOG, "java..", "org.jspecify..", "software.amazon.awssdk..")
                                .as("the catalog is data, and knows neither the engine nor a family"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(NOT_FAMILIES)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(DOORS)
                                .as("a family does not know a door"),
                        slices().matching(ROOT + ".internal.(*)..")
                                .namingSlices("family $1")
                                .should()
                                .notDependOnEachOther()
                                .ignoreDependency(
                                        JavaClass.Predicates.resideInAPackage(ROOT + ".internal.."),
                                        JavaClass.Predicates.resideInAnyPackage(ENGINE, CATALOG))
                                .ignoreDependency(
                                        JavaClass.Predicates.resideInAPackage(DOORS[1]),
                                        JavaClass.Predicates.resideInAPackage(JSON))
                                .ignoreDependency(
                                        JavaClass.Predicates.resideOutsideOfPackages(DOORS),
                                        JavaClass.Predicates.resideInAPackage(PROVISION))
                                .as("families and doors know the engine, and not each other"),
                        noClasses()
                                .that()
                                .resideInAPackage(JSON)
                                .should()
                                .dependOnClassesThat()
                                .resideOutsideOfPackages(
                                        JSON,
                                        ENGINE,
                                        TIME,
                                        JOURNAL,
                                        ROOT + ".fixture..",
                                        "java..",
                                        "org.jspecify..",
                                        "software.amazon.awssdk..",
                                        "tools.jackson..")
                                .as("what is written as JSON does not know who asks for it"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(JSON)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("tools.jackson..")
                                .as("only one package knows Jackson, which is optional"),
                        noClasses()
                                .that()
                                .resideInAnyPackage(DOORS)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(ROOT, ROOT + ".assertj..")
                                .as("a door knows the engine, and not the façade"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(ROOT + ".assertj..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.assertj..", ROOT + ".assertj..")
                                .as("AssertJ is optional"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(ROOT + ".internal.wire..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.apache.http..")
                                .as("only the wire door knows HttpCore"),
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.junit..", "com.fasterxml..")
                                .as("no test framework is needed, and one generation of Jackson is enough"),
                        noClasses()
                                .should()
                                .callMethod(Instant.class, "now")
                                .orShould()
                                .callMethod(System.class, "currentTimeMillis")
                                .orShould()
                                .callMethod(Clock.class, "systemUTC")
                                .orShould()
                                .callMethod(Thread.class, "sleep", long.class)
                                .orShould()
                                .callMethod(Math.class, "random")
                                .orShould()
                                .callMethod(UUID.class, "randomUUID")
                                .orShould()
                                .callMethod(System.class, "identityHashCode", Object.class)
                                .orShould()
                                .callConstructor(Random.class)
                                .orShould()
                                .callConstructor(SplittableRandom.class)
                                .as("nothing asks the wall clock or an unseeded generator, and nothing sleeps"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(DOORS)
                                .and()
                                .doNotHaveFullyQualifiedName(ENGINE.replace("..", ".ClockPolicy"))
                                .should()
                                .accessTargetWhere(target(name("nanoTime")).and(target(owner(type(System.class)))))
                                .as("only a door knows time-outs, and the clock mode REAL_TIME real time"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(DOORS)
                                .should()
                                .callMethod(System.class, "getenv", String.class)
                                .orShould()
                                .callMethod(System.class, "getProperty", String.class)
                                .as("only a door knows the environment"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(STANDALONE)
                                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                                .as("only the program prints"),
                        noClasses()
                                .that()
                                .resideInAPackage(STANDALONE)
                                .should()
                                .dependOnClassesThat()
                                .resideOutsideOfPackages(
                                        STANDALONE, ROOT, TIME, "java..", "org.jspecify..", "software.amazon.awssdk..")
                                .as("the program is a user of the façade"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(STANDALONE)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(STANDALONE)
                                .as("nothing needs the program"),
                        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING,
                        classes().should(beInANullMarkedPackage()))
                .map(LayersTest::test);
    }

    private static DynamicTest test(ArchRule rule) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES));
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is marked as null-free") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        each,
                        each.getPackage().isAnnotatedWith(NullMarked.class),
                        each.getName() + " is in a package without @NullMarked"));
            }
        };
    }
}
