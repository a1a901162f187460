package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.dialect.Capability;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.error.Severity;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.HistoryEvent.Kind;
import dev.limbeck.ledger.StoredText;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StepReport;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others did to the database or the files is noticed, named, and leaves a way out. */
public abstract class InterferenceContract extends ProjectContract {
    @Test
    void aRevisionThatNoFileHasIsNamed() throws SQLException {
        threeRevisions();
        upgrade("head");
        execute(connection(), "UPDATE limbeck_version SET version_num = 'gone99'");
        LimbeckException e = refused(ErrorCode.UNKNOWN_APPLIED_REVISION, () -> upgrade("head"));
        assertThat(e.diagnostics().get(0).message())
                .contains("gone99")
                .contains(database().url().split("[?;]")[0])
                .contains("migrations");
        refused(ErrorCode.UNKNOWN_APPLIED_REVISION, () -> downgrade("base"));
        refused(ErrorCode.UNKNOWN_APPLIED_REVISION, () -> stamp("head"));
        try (Limbeck limbeck = project.on(database())) {
            assertThat(limbeck.current().entries()).hasSize(1);
            assertThat(limbeck.current().entries().get(0).revision()).isEmpty();
            assertThat(limbeck.status().unknown()).containsExactly("gone99");
            limbeck.purgeAndStamp(List.of("ccc3"));
            assertThat(limbeck.status().upToDate()).isTrue();
        }
    }

    @Test
    void aRevisionThatNoFileHasIsTakenDownWithWhatTheHistoryKept() throws SQLException {
        threeRevisions();
        upgrade("head");
        for (String gone : List.of("bbb2", "ccc3")) {
            project.without(gone + "_step.up.sql").without(gone + "_step.down.sql");
        }
        assertThat(status().unknown()).containsExactly("ccc3");
        assertThat(status().pending()).isEmpty();
        MovementReport down = downgrade("aaa1");
        assertThat(down.steps())
                .extracting(step -> step.revision().id().value())
                .containsExactly("ccc3", "bbb2");
        assertThat(down.notices())
                .extracting(Diagnostic::code)
                .contains(ErrorCode.UNKNOWN_APPLIED_REVISION);
        assertThat(has("orders")).isFalse();
        assertThat(rows()).containsExactly("aaa1");
        assertThat(status().upToDate()).isTrue();
    }

    @Test
    void anEditedScriptIsRefusedUntilItIsBack() {
        threeRevisions();
        upgrade("bbb2");
        String original = "CREATE TABLE account (id integer PRIMARY KEY, name varchar(50));\n";
        project.file(
                "aaa1_step.up.sql",
                TemporaryProject.header("aaa1", "") + original.replace("50", "60"));
        LimbeckException e = refused(ErrorCode.EDITED_AFTER_APPLY, () -> upgrade("head"));
        assertThat(e.where().orElseThrow().toString()).endsWith("aaa1_step.up.sql:6:60");
        refused(ErrorCode.EDITED_AFTER_APPLY, () -> downgrade("base"));
        assertThat(status().edited()).containsExactly("aaa1");
        project.file(
                "aaa1_step.up.sql",
                TemporaryProject.header("aaa1", "")
                        + "-- a comment\r\ncreate  table account(id integer PRIMARY KEY,\n"
                        + "name varchar(50));");
        MovementReport report = upgrade("head");
        assertThat(report.notices())
                .extracting(Diagnostic::severity)
                .containsExactly(Severity.INFO);
        assertThat(status().edited()).isEmpty();
    }

    @Test
    void anEditedScriptIsAcceptedAsTheHintSays() {
        threeRevisions();
        upgrade("bbb2");
        project.file(
                "bbb2_step.up.sql",
                TemporaryProject.header("bbb2", "aaa1") + "CREATE TABLE other (id integer);\n");
        LimbeckException e = refused(ErrorCode.EDITED_AFTER_APPLY, () -> upgrade("head"));
        assertThat(e.hint().orElseThrow()).contains("'limbeck repair bbb2 --reason TEXT'");
        assertThat(e.diagnostics().get(0).difference().orElseThrow())
                .contains("- CREATE TABLE orders (id integer PRIMARY KEY);")
                .contains("+ CREATE TABLE other (id integer);");
        try (Limbeck limbeck = project.on(database())) {
            assertThat(limbeck.repair("bbb2", "renamed by hand").changed()).isTrue();
        }
        assertThat(status().edited()).isEmpty();
        upgrade("head");
        assertThat(rows()).containsExactly("ccc3");
        HistoryEvent repaired = events().get(2);
        assertThat(repaired.kind()).isEqualTo(Kind.REPAIRED);
        assertThat(repaired.reason()).hasValue("renamed by hand");
        assertThat(repaired.script().orElseThrow().text().flatMap(StoredText::text).orElseThrow())
                .contains("CREATE TABLE other");
    }

    @Test
    void anEditAfterAStampBackIsNoEdit() {
        threeRevisions();
        upgrade("bbb2");
        stamp("aaa1");
        project.file(
                "bbb2_step.up.sql",
                TemporaryProject.header("bbb2", "aaa1") + "CREATE TABLE other (id integer);\n");
        stamp("bbb2");
        assertThat(status().edited()).isEmpty();
        upgrade("head");
        assertThat(rows()).containsExactly("ccc3");
    }

    @Test
    void rowsThatChangeBehindTheBackRollTheStepBack() throws SQLException {
        assumeTrue(can(Capability.TRANSACTIONAL_DDL));
        threeRevisions();
        upgrade("aaa1");
        var listener =
                new ExecutionListener() {
                    @Override
                    public void stepStarted(StepReport step, int number, int of) {
                        try {
                            execute(connection(), "DELETE FROM limbeck_version");
                        } catch (SQLException e) {
                            throw new AssertionError(e);
                        }
                    }
                };
        try (Limbeck limbeck = project.on(database(), listener)) {
            refused(
                    ErrorCode.VERSION_ROWS_CHANGED,
                    () -> limbeck.upgrade(MovementRequest.to("bbb2")));
        }
        assertThat(has("orders")).isFalse();
    }
}
