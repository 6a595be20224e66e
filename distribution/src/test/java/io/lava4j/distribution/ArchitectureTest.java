package io.lava4j.distribution;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.sql.DriverManager;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Who may know whom. What is no matter of classes is looked at elsewhere: what modules export and provide ({@link
 * ModulesTest}), words ({@link WordTest}), the size of the SPI ({@link SpiTest}).
 */
@AnalyzeClasses(packages = "io.lava4j", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String CORE = "io.lava4j.core..";
    private static final String SPI = "io.lava4j.core.spi..";
    private static final String ERRORS = "io.lava4j.core.error..";
    private static final String STORE = "io.lava4j.core.store..";
    private static final String MYSQL = "io.lava4j.connector.mysql..";
    private static final String AURORA = "io.lava4j.connector.mysql.aurora..";
    private static final String JOB = "io.lava4j.jobs.dbfroms3..";
    private static final String PROGRAMS = "io.lava4j.jobs.exe..";
    private static final String AWS = "io.lava4j.aws..";
    private static final String TEMPLATES = "io.lava4j.template.jinja..";
    private static final String CLI = "io.lava4j.cli..";
    private static final String TESTING = "io.lava4j.testing..";
    private static final String SANDBOX = "io.lava4j.sandbox..";
    private static final String LOG = "org.slf4j..";

    @ArchTest
    static final ArchRule coreKnowsNoPluginAndNoLibraryButItsOwnThree = classes()
            .that()
            .resideInAPackage(CORE)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", CORE, LOG, "tools.jackson..", "com.networknt.schema.."));

    @ArchTest
    static final ArchRule theConnectorKnowsTheSpiItsDriverAndAReaderOfZstd = classes()
            .that()
            .resideInAPackage(MYSQL)
            .and()
            .resideOutsideOfPackage(AURORA)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "javax.net..",
                            "javax.security.auth.x500",
                            "javax.sql..",
                            SPI,
                            ERRORS,
                            MYSQL,
                            LOG,
                            "com.mysql.cj..",
                            "io.airlift.compress..")
                    .and(resideOutsideOfPackage(AURORA)));

    @ArchTest
    static final ArchRule theConnectorToAuroraKnowsTheSpiMySqlsOnePackageAndTheSignerOfTokens = classes()
            .that()
            .resideInAPackage(AURORA)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", SPI, ERRORS, AURORA, LOG, "io.lava4j.connector.mysql", "io.lava4j.aws.rds"));

    @ArchTest
    static final ArchRule theJobKnowsTheSpiAndAParserOfJson = classes()
            .that()
            .resideInAPackage(JOB)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", SPI, ERRORS, JOB, LOG, "tools.jackson.."));

    @ArchTest
    static final ArchRule theJobsOfProgramsKnowTheSpiAndReadersOfPackages = classes()
            .that()
            .resideInAPackage(PROGRAMS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", SPI, ERRORS, PROGRAMS, "org.apache.commons.compress..", "io.airlift.compress.."));

    @ArchTest
    static final ArchRule templatesKnowTheSpiAlone = classes()
            .that()
            .resideInAPackage(TEMPLATES)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", SPI, TEMPLATES));

    @ArchTest
    static final ArchRule awsKnowsTheSpiTheSdkAndAWriterOfJson = classes()
            .that()
            .resideInAPackage(AWS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    SPI,
                    ERRORS,
                    STORE,
                    AWS,
                    LOG,
                    "software.amazon.awssdk..",
                    "tools.jackson.."));

    @ArchTest
    static final ArchRule theCommandKnowsCoreItsParserAndTheLoggerThatItStarts = classes()
            .that()
            .resideInAPackage(CLI)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", CORE, CLI, "picocli..", "tools.jackson..", "org.slf4j"));

    @ArchTest
    static final ArchRule theContractsKnowWhatIsExportedAndJUnit = classes()
            .that()
            .resideInAPackage(TESTING)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "io.lava4j.core",
                    SPI,
                    ERRORS,
                    TESTING,
                    "jdk.jfr..",
                    "org.junit.jupiter..",
                    "tools.jackson..",
                    "com.networknt.schema.."));

    @ArchTest
    static final ArchRule nothingKnowsAJobTheTemplatesOrTheConnectorToAurora = noClasses()
            .that()
            .resideOutsideOfPackages(JOB, PROGRAMS, TEMPLATES, AURORA)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JOB, PROGRAMS, TEMPLATES, AURORA);

    @ArchTest
    static final ArchRule onlyTheModuleAwsTouchesTheAwsSdk = noClasses()
            .that()
            .resideOutsideOfPackages(AWS, SANDBOX)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "com.amazonaws..");

    @ArchTest
    static final ArchRule onlyTheConnectorToMySqlTouchesItsDriver = noClasses()
            .that()
            .resideOutsideOfPackages(MYSQL, SANDBOX)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mysql..");

    @ArchTest
    static final ArchRule nothingKnowsTheContracts = noClasses()
            .that()
            .resideOutsideOfPackage(TESTING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TESTING);

    @ArchTest
    static final ArchRule nothingKnowsTheSandbox = noClasses()
            .that()
            .resideOutsideOfPackage(SANDBOX)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SANDBOX);

    @ArchTest
    static final ArchRule theSpiSpeaksInTypesOfTheJdkAndItsOwn = members()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(SPI, ERRORS)
            .and()
            .areNotPrivate()
            .should(mentionOnlyTypesIn("java..", SPI, ERRORS));

    @ArchTest
    static final ArchRule aStoreOfSpecsSpeaksInTypesOfTheJdkAndItsOwn = members()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(STORE)
            .and()
            .areNotPrivate()
            .should(mentionOnlyTypesIn("java..", STORE));

    @ArchTest
    static final ArchRule theSpiExtendsTypesOfTheJdkAndItsOwn =
            classes().that().resideInAnyPackage(SPI, ERRORS, STORE).should(extendOnlyTypesIn("java..", SPI, ERRORS));

    @ArchTest
    static final ArchRule whatCoreLendsHasFewerThanTenMethods = classes()
            .that()
            .resideInAPackage(SPI)
            .and()
            .haveSimpleName("Context")
            .should(haveMethodsFewerThan(10));

    @ArchTest
    static final ArchRule noDriverManager =
            noClasses().should().dependOnClassesThat().areAssignableTo(DriverManager.class);

    @ArchTest
    static final ArchRule onlyTheCommandKnowsTheProcessItRunsIn = noClasses()
            .that()
            .resideOutsideOfPackages(CLI, SANDBOX)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule onlyCoreLooksForPlugins = noClasses()
            .that()
            .resideOutsideOfPackage(CORE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ServiceLoader.class);

    @ArchTest
    static final ArchRule noPackagesInACircle =
            slices().matching("io.lava4j.(**)").should().beFreeOfCycles();

    private ArchitectureTest() {}

    private static ArchCondition<JavaMember> mentionOnlyTypesIn(String... packages) {
        return new ArchCondition<>("mention only types in " + String.join(", ", packages)) {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                mentioned(member)
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !type.isPrimitive()
                                && !resideInAnyPackage(packages).test(type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                member, member.getFullName() + " mentions " + type.getName())));
            }
        };
    }

    private static ArchCondition<JavaClass> extendOnlyTypesIn(String... packages) {
        return new ArchCondition<>("extend only types in " + String.join(", ", packages)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                        .filter(extended -> !resideInAnyPackage(packages).test(extended))
                        .forEach(extended -> events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " extends " + extended.getName())));
            }
        };
    }

    private static ArchCondition<JavaClass> haveMethodsFewerThan(int bound) {
        return new ArchCondition<>("have fewer than " + bound + " methods") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int count = type.getMethods().size();
                events.add(new SimpleConditionEvent(
                        type, count < bound, type.getName() + " has " + count + " methods: " + type.getMethods()));
            }
        };
    }

    /** Of a field its type, of a method what it takes, gives and throws. */
    private static Stream<JavaClass> mentioned(JavaMember member) {
        Stream<JavaClass> thrown =
                member instanceof JavaCodeUnit unit ? unit.getExceptionTypes().stream() : Stream.empty();
        return Stream.concat(member.getAllInvolvedRawTypes().stream(), thrown);
    }
}
