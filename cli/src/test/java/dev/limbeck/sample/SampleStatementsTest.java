package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.Limbeck;
import dev.limbeck.ValidationRequest;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.Severity;
import dev.limbeck.report.ValidationReport;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of the sample that its databases take are taken without a database too. */
class SampleStatementsTest {
    private static final int FILES = 100;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres", "mysql", "mariadb"})
    void nothingIsFoundWrong(String dialect) {
        try (Limbeck limbeck = SampleProject.read().offline()) {
            ValidationReport report =
                    limbeck.validate(ValidationRequest.standard().on(List.of(dialect)));

            assertThat(report.files()).isGreaterThan(FILES);
            assertThat(report.notReplayed()).isEmpty();
            assertThat(report.findings())
                    .filteredOn(
                            finding -> finding.severity() != Severity.INFO || isGivenUp(finding))
                    .isEmpty();
        }
    }

    private static boolean isGivenUp(Diagnostic finding) {
        return finding.message().startsWith("the names in this statement are not checked");
    }
}
