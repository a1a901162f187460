package dev.limbeck.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;

/** What holds between the packages of the command line, and between it and the rest. */
@AnalyzeClasses(
        packages = "dev.limbeck",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestKit.class})
final class ArchitectureTest {
    /** The dialects' contract is a test library, although it is built like any other. */
    static final class NoTestKit implements ImportOption {
        @Override
        public boolean includes(com.tngtech.archunit.core.importer.Location location) {
            return !location.contains("/dev/limbeck/tck/") && !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule onlyTheProgramTouchesStandardStreams =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.limbeck.cli.Main")
                    .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule onlyTheProgramEndsTheProcess =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.limbeck.cli.Main")
                    .and()
                    .doNotHaveFullyQualifiedName("dev.limbeck.cli.Rehearsal")
                    .should()
                    .callMethod(System.class, "exit", int.class)
                    .orShould()
                    .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule packagesAreAcyclic =
            slices().matching("dev.limbeck.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule printingDecidesNothing =
            noClasses()
                    .that()
                    .resideInAPackage("dev.limbeck.cli.print..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.limbeck", "dev.limbeck.execute..", "dev.limbeck.cli.command..");

    @ArchTest
    static final ArchRule databasesAreBehindTheLibrary =
            noClasses()
                    .that()
                    .resideInAPackage("dev.limbeck.cli..")
                    .and()
                    .doNotHaveFullyQualifiedName("dev.limbeck.cli.print.Failure")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..", "org.h2..");

    @ArchTest
    static void packagesAreNullMarked(JavaClasses classes) {
        classes.stream()
                .map(type -> type.getPackage())
                .filter(home -> home.getName().startsWith("dev.limbeck.cli"))
                .distinct()
                .forEach(
                        home ->
                                Assertions.assertThat(home.isAnnotatedWith(NullMarked.class))
                                        .as(home.getName())
                                        .isTrue());
    }
}
