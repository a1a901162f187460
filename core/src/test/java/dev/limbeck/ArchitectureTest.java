package dev.limbeck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What the core may depend on, and what it may not name. */
@AnalyzeClasses(packages = "dev.limbeck", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().assignedFrom(packages()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule JDBC_STAYS_IN_ITS_HOMES =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.limbeck",
                            "dev.limbeck.execute..",
                            "dev.limbeck.ledger..",
                            "dev.limbeck.dialect..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_TOUCHES_STANDARD_STREAMS =
            noClasses().should(ACCESS_STANDARD_STREAMS);

    @ArchTest static final ArchRule CORE_NAMES_NO_VENDOR = classes().should(nameNoVendor());

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes().should(liveInANullMarkedPackage());

    @ArchTest
    static final ArchRule ONLY_THE_INTERPRETER_KNOWS_THE_PARSER =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.limbeck.interpret..", "dev.limbeck.analysis.calcite")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("net.sf.jsqlparser..");

    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_KNOWS_CALCITE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.limbeck.analysis.calcite")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.calcite..", "com.google.common..");

    @ArchTest
    static final ArchRule CORE_LOADS_NO_DRIVER =
            noClasses().should().dependOnClassesThat(belongToADriver());

    /** Takes each package for a part, the root package too. */
    private static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    private static DescribedPredicate<JavaClass> belongToADriver() {
        return new DescribedPredicate<>("belong to a driver") {
            @Override
            public boolean test(JavaClass type) {
                return namesVendor(type.getPackageName())
                        && !type.getPackageName().startsWith("dev.limbeck");
            }
        };
    }

    private static boolean namesVendor(String name) {
        String lowered = name.toLowerCase(Locale.ROOT);
        return Stream.of("h2", "postgres", "mysql", "mariadb", "oracle")
                .anyMatch(lowered::contains);
    }

    private static ArchCondition<JavaClass> nameNoVendor() {
        return new ArchCondition<>("name no vendor") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean named =
                        namesVendor(type.getName())
                                || type.getMembers().stream()
                                        .anyMatch(member -> namesVendor(member.getName()));
                events.add(
                        new SimpleConditionEvent(
                                type,
                                !named,
                                type.getName() + " or a member of it names a vendor"));
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is marked as @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                        new SimpleConditionEvent(
                                type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
