package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.dialect.Capability;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.StatementFailedException;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.HistoryEvent.Kind;
import dev.limbeck.ledger.HistoryEvent.Outcome;
import dev.limbeck.ledger.HistoryEvent.Subject;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StatusReport;
import dev.limbeck.report.StepReport;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plans run the same way on every database, as far as its transactions allow. */
public abstract class ExecutionContract extends ProjectContract {
    // --- moving

    @Test
    void upDownUpGivesTheSameCatalogEachTime() throws SQLException {
        threeRevisions();
        String empty = catalog();
        upgrade("head");
        String full = catalog();
        assertThat(full).containsIgnoringCase("account.email");
        assertThat(rows()).containsExactly("ccc3");
        downgrade("base");
        assertThat(catalog()).isEqualTo(empty);
        assertThat(rows()).isEmpty();
        upgrade("head");
        assertThat(catalog()).isEqualTo(full);
        assertThat(query(connection(), "SELECT name FROM account")).isEqualTo("größe; 😀");
    }

    @Test
    void reportsTellStepByStep() {
        threeRevisions();
        MovementReport report = upgrade("+2");
        assertThat(report.from()).isEqualTo(HeadSet.empty());
        assertThat(report.to().ids()).containsExactly(new RevisionId("bbb2"));
        assertThat(report.steps())
                .extracting(step -> step.revision().id().value())
                .containsExactly("aaa1", "bbb2");
        assertThat(report.steps()).extracting(StepReport::statements).containsExactly(1, 3);
        assertThat(report.steps())
                .extracting(StepReport::state)
                .containsOnly(StepReport.State.DONE);
    }

    @Test
    void historyNamesFilesFromTheProjectsFolder() {
        threeRevisions();
        upgrade("aaa1");
        assertThat(events().get(0).script().orElseThrow().file())
                .contains("migrations/aaa1_step.up.sql");
    }

    @Test
    void historyKeepsWhatRanAndWhatUndoesIt() {
        threeRevisions();
        upgrade("aaa1");
        downgrade("base");
        List<HistoryEvent> events = events();
        assertThat(events)
                .extracting(HistoryEvent::kind)
                .containsExactly(Kind.APPLIED, Kind.REVERTED);
        HistoryEvent applied = events.get(0);
        assertThat(applied.subject().map(Subject::revision)).contains("aaa1");
        assertThat(applied.heads()).containsExactly("aaa1");
        var script = applied.script().orElseThrow();
        assertThat(script.text().orElseThrow().text().orElseThrow())
                .contains("CREATE TABLE account")
                .startsWith("-- step aaa1");
        assertThat(script.downText().orElseThrow().text()).contains("DROP TABLE account;\n");
        assertThat(script.file().orElseThrow()).endsWith("aaa1_step.up.sql");
        assertThat(events.get(1).heads()).isEmpty();
        assertThat(events.get(1).script().orElseThrow().downText()).isEmpty();
    }

    @Test
    void nothingToDoIsNoErrorAndMakesNoTable() throws SQLException {
        assertThat(upgrade("head").steps()).isEmpty();
        assertThat(downgrade("base").steps()).isEmpty();
        stamp("head");
        assertThat(
                        connection()
                                .getMetaData()
                                .getTables(
                                        connection().getCatalog(),
                                        null,
                                        dialect().identifiers().fold("limbeck_version"),
                                        null)
                                .next())
                .isFalse();
    }

    @Test
    void aDryRunSaysTheSameAndChangesNothing() throws SQLException {
        threeRevisions();
        String before = catalog();
        try (Limbeck limbeck = project.on(database())) {
            MovementReport plan = limbeck.planUpgrade(MovementRequest.to("head"));
            assertThat(plan.steps())
                    .extracting(StepReport::state)
                    .containsOnly(StepReport.State.PLANNED);
            assertThat(plan.steps()).extracting(StepReport::statements).containsExactly(1, 3, 1);
            assertThat(limbeck.events()).isEmpty();
        }
        assertThat(catalog()).isEqualTo(before);
        assertThat(rows()).isEmpty();
    }

    @Test
    void theListenerHearsEveryStepAndStatement() {
        threeRevisions();
        var heard = new ArrayList<String>();
        var listener =
                new ExecutionListener() {
                    @Override
                    public void planned(MovementReport plan) {
                        heard.add("planned " + plan.steps().size());
                    }

                    @Override
                    public void stepStarted(StepReport step, int number, int of) {
                        heard.add("start " + step.revision().id() + " " + number + "/" + of);
                    }

                    @Override
                    public void statementStarted(
                            StepReport step, int ordinal, dev.limbeck.sql.Statement statement) {
                        heard.add(ordinal + " " + statement.text().split(" ")[0]);
                    }

                    @Override
                    public void stepFinished(StepReport step) {
                        heard.add("end " + step.state());
                    }
                };
        try (Limbeck limbeck = project.on(database(), listener)) {
            limbeck.upgrade(MovementRequest.to("bbb2"));
        }
        assertThat(heard)
                .containsExactly(
                        "planned 2",
                        "start aaa1 1/2",
                        "1 CREATE",
                        "end DONE",
                        "start bbb2 2/2",
                        "1 CREATE",
                        "2 CREATE",
                        "3 INSERT",
                        "end DONE");
    }

    // --- failing

    private static final String THIRD_FAILS =
            "CREATE TABLE one (id integer);\nCREATE TABLE two (id integer);\n\n"
                    + "INSERT INTO\n   missing (id) VALUES (1);\nCREATE TABLE three (id integer);\n";

    @Test
    void aFailureInATransactionLeavesNothing() throws SQLException {
        assumeTrue(can(Capability.TRANSACTIONAL_DDL));
        project.revision("aaa1", "", "CREATE TABLE first (id integer);\n", "")
                .up("bbb2", "aaa1", THIRD_FAILS);
        var e =
                (StatementFailedException)
                        refused(ErrorCode.STATEMENT_FAILED, () -> upgrade("head"));
        assertThat(e.failed().ordinal()).isEqualTo(3);
        assertThat(e.failed().total()).isEqualTo(4);
        assertThat(e.failed().rolledBack()).isTrue();
        assertThat(e.failed().sqlState()).isPresent();
        assertThat(has("first")).isTrue();
        assertThat(has("one")).isFalse();
        assertThat(rows()).containsExactly("aaa1");
        assertThat(events())
                .extracting(HistoryEvent::kind)
                .containsExactly(Kind.APPLIED, Kind.FAILED);
        HistoryEvent failed = events().get(1);
        assertThat(failed.heads()).containsExactly("aaa1");
        assertThat(failed.failure().orElseThrow().outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(failed.failure().orElseThrow().ordinal()).isEqualTo(3);
        assertThat(failed.failure().orElseThrow().text()).startsWith("INSERT INTO\n   missing");
        assertThat(status().unfinished()).isEmpty();
        project.file(
                "bbb2_step.up.sql",
                TemporaryProject.header("bbb2", "aaa1") + "CREATE TABLE one (id integer);\n");
        upgrade("head");
        assertThat(rows()).containsExactly("bbb2");
    }

    private void assertStoppedHalfWay() throws SQLException {
        var e =
                (StatementFailedException)
                        refused(
                                ErrorCode.STATEMENT_FAILED_OUTSIDE_TRANSACTION,
                                () -> upgrade("head"));
        assertThat(e.failed().ordinal()).isEqualTo(3);
        assertThat(e.failed().rolledBack()).isFalse();
        assertThat(has("two")).isTrue();
        assertThat(has("three")).isFalse();
        assertThat(rows()).isEmpty();
        assertThat(events()).extracting(HistoryEvent::kind).containsExactly(Kind.FAILED);
        assertThat(status().unfinished())
                .containsExactly(
                        new StatusReport.Unfinished(
                                "aaa1",
                                "up",
                                2,
                                4,
                                Optional.of(
                                        "statement 3 failed: INSERT INTO missing (id) VALUES (1)")));
        LimbeckException refused = refused(ErrorCode.UNFINISHED_REVISION, () -> downgrade("base"));
        assertThat(refused.diagnostics().get(0).message())
                .contains("revision aaa1")
                .contains("statement 3 of 4")
                .contains("INSERT INTO missing")
                .contains("statements 1-2 are done");
        SourceLocation where = refused.where().orElseThrow();
        assertThat(where.file().toString()).endsWith("aaa1_step.up.sql");
        assertThat(where.line()).isEqualTo(can(Capability.TRANSACTIONAL_DDL) ? 10 : 9);
        assertThat(where.column()).isEqualTo(1);
        assertThat(refused.statement().orElseThrow()).startsWith("INSERT INTO");
        assertThat(refused.hint().orElseThrow())
                .contains("upgrade aaa1")
                .contains("resolve aaa1 --applied")
                .contains("resolve aaa1 --reverted");
    }

    private String halfWayScript() throws SQLException {
        return can(Capability.TRANSACTIONAL_DDL)
                ? "-- limbeck: transaction off\n" + THIRD_FAILS
                : THIRD_FAILS;
    }

    @Test
    void aScriptThatStoppedHalfWayIsFinishedByHandAndStamped() throws SQLException {
        project.up("aaa1", "", halfWayScript())
                .revision("bbb2", "aaa1", "CREATE TABLE later (id integer);\n", "");
        assertStoppedHalfWay();
        execute(connection(), "CREATE TABLE three (id integer)");
        stamp("aaa1");
        assertThat(status().unfinished()).isEmpty();
        upgrade("head");
        assertThat(rows()).containsExactly("bbb2");
    }

    @Test
    void aScriptThatStoppedHalfWayIsUndoneByHandAndStampedBack() throws SQLException {
        project.up("aaa1", "", halfWayScript());
        assertStoppedHalfWay();
        execute(
                connection(),
                "DROP TABLE one",
                "DROP TABLE two",
                "CREATE TABLE missing (id integer)");
        stamp("base");
        upgrade("head");
        assertThat(rows()).containsExactly("aaa1");
        assertThat(events())
                .extracting(HistoryEvent::kind)
                .containsExactly(Kind.FAILED, Kind.STAMPED, Kind.APPLIED);
    }

    @Test
    void aFirstStatementThatFailsLeavesNothingToSettle() throws SQLException {
        assumeFalse(can(Capability.TRANSACTIONAL_DDL));
        project.up(
                "aaa1", "", "INSERT INTO missing (id) VALUES (1);\nCREATE TABLE t (id integer);\n");
        refused(ErrorCode.STATEMENT_FAILED_OUTSIDE_TRANSACTION, () -> upgrade("head"));
        assertThat(events()).isEmpty();
        execute(connection(), "CREATE TABLE missing (id integer)");
        upgrade("head");
        assertThat(rows()).containsExactly("aaa1");
    }

    @Test
    void statementsOutsideATransactionAreCommittedOneByOne() throws SQLException {
        assumeTrue(can(Capability.TRANSACTIONAL_DDL));
        project.revision(
                "aaa1",
                "",
                "-- limbeck: transaction off\nCREATE TABLE one (id integer);\n"
                        + "INSERT INTO one VALUES (1);\n",
                "-- limbeck: transaction off\nDROP TABLE one;\n");
        upgrade("head");
        assertThat(query(connection(), "SELECT count(*) FROM one")).isEqualTo("1");
        assertThat(events()).hasSize(1);
        downgrade("base");
        assertThat(rows()).isEmpty();
    }

    @Test
    void aFailingStatementIsShownInItsFile() throws SQLException {
        for (DatabaseUnderTest.FailingStatement failing : subject().failingStatements()) {
            String before = "-- größe 😀\n";
            project.up("aaa1", "", before + "  " + failing.sent() + "\n;\n");
            LimbeckException e =
                    catchThrowableOfType(LimbeckException.class, () -> upgrade("head"));
            String file = TemporaryProject.header("aaa1", "") + before + "  " + failing.text();
            String upToCulprit = file.substring(0, file.indexOf('«'));
            int line = (int) upToCulprit.chars().filter(c -> c == '\n').count() + 1;
            int column = upToCulprit.length() - upToCulprit.lastIndexOf('\n');
            SourceLocation where = e.where().orElseThrow();
            assertThat(where.line() + ":" + where.column())
                    .as(failing.text() + " -> " + e.getMessage())
                    .isEqualTo(line + ":" + column);
        }
    }

    @Test
    void aPlaceholderBeforeTheCulpritDoesNotShiftIt() throws SQLException {
        project.variables(Map.of("long", "a_rather_long_name_of_a_column", "s", "x"))
                .up(
                        "aaa1",
                        "",
                        "-- limbeck: vars long, s\n"
                                + "SELECT 1 AS ${long}, 2 AS ${s},\n 3 FRUM item;\n");
        LimbeckException e = catchThrowableOfType(LimbeckException.class, () -> upgrade("head"));
        SourceLocation where = e.where().orElseThrow();
        assertThat(where.line()).isBetween(7, 8);
    }

    @Test
    void placeholdersAreReplacedWhereAScriptDeclaresThem() throws SQLException {
        project.variables(Map.of("tenant", "acme"))
                .revision(
                        "aaa1",
                        "",
                        "-- limbeck: vars tenant\nCREATE TABLE ${tenant}_t (id integer);\n"
                                + "INSERT INTO item VALUES (1, '${tenant}');\n",
                        "DROP TABLE acme_t;\nDELETE FROM item;\n")
                .revision("bbb2", "aaa1", "INSERT INTO item VALUES (2, '${tenant}');\n", "");
        upgrade("head");
        assertThat(has("acme_t")).isTrue();
        assertThat(query(connection(), "SELECT name FROM item WHERE id = 1")).isEqualTo("acme");
        assertThat(query(connection(), "SELECT name FROM item WHERE id = 2"))
                .isEqualTo("${tenant}");
    }

    @Test
    void queriesInAScriptAreRunAndTheirRowsDropped() throws SQLException {
        project.revision(
                "aaa1",
                "",
                "SELECT * FROM item;\nINSERT INTO item VALUES (1, '{d ''x''} ? {fn now()}');\n"
                        + "SELECT count(*) FROM item;\n",
                "");
        upgrade("head");
        assertThat(query(connection(), "SELECT name FROM item")).isEqualTo("{d 'x'} ? {fn now()}");
    }

    // --- refusing before anything runs

    @Test
    void everyScriptIsCheckedBeforeTheFirstRuns() throws SQLException {
        threeRevisions()
                .up("ddd4", "ccc3", "CREATE TABLE broken (name varchar(10) DEFAULT 'x);\n")
                .up("eee5", "ddd4", "-- limbeck: vars nobody_set\nSELECT '${nobody_set}';\n");
        LimbeckException e = catchThrowableOfType(LimbeckException.class, () -> upgrade("head"));
        assertThat(e.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(ErrorCode.UNTERMINATED, ErrorCode.VARIABLE_UNDEFINED);
        assertThat(has("account")).isFalse();
        assertThat(rows()).isEmpty();
    }

    @Test
    void aStatementThatNeedsToBeAloneIsToldBeforeAnythingRuns() throws SQLException {
        List<String> outside = subject().outsideTransactions();
        assumeFalse(outside.isEmpty());
        project.revision("aaa1", "", "CREATE TABLE one (id integer);\n", "")
                .revision("bbb2", "aaa1", "SELECT 1;\n  " + outside.get(0) + ";\n", "");
        LimbeckException e = refused(ErrorCode.NEEDS_TRANSACTION_OFF, () -> upgrade("head"));
        assertThat(e.where().orElseThrow().line()).isEqualTo(7);
        assertThat(e.where().orElseThrow().column()).isEqualTo(3);
        assertThat(e.hint().orElseThrow()).contains("-- limbeck: transaction off");
        assertThat(has("one")).isFalse();
        project.file(
                "bbb2_step.up.sql",
                TemporaryProject.header("bbb2", "aaa1")
                        + "-- limbeck: transaction off\n"
                        + String.join(";\n", outside)
                        + ";\n");
        upgrade("head");
        assertThat(rows()).containsExactly("bbb2");
    }

    @Test
    void whatTheParserAloneDoubtsIsAWarning() {
        project.up("aaa1", "", "UPDATE item SET WHERE id = 1;\n");
        LimbeckException e = catchThrowableOfType(LimbeckException.class, () -> upgrade("head"));
        assertThat(e).isInstanceOf(StatementFailedException.class);
        try (Limbeck limbeck = project.on(database())) {
            assertThat(limbeck.planUpgrade(MovementRequest.to("head")).notices())
                    .extracting(Diagnostic::severity)
                    .containsExactly(Severity.WARNING);
        }
    }

    @Test
    void aFileThatChangesAfterItWasCheckedIsNotRun() throws SQLException {
        threeRevisions();
        var listener =
                new ExecutionListener() {
                    @Override
                    public void stepFinished(StepReport step) {
                        project.file(
                                "bbb2_step.up.sql",
                                TemporaryProject.header("bbb2", "aaa1") + "DROP TABLE account;\n");
                    }
                };
        try (Limbeck limbeck = project.on(database(), listener)) {
            refused(ErrorCode.FILE_CHANGED, () -> limbeck.upgrade(MovementRequest.to("head")));
        }
        assertThat(has("account")).isTrue();
        assertThat(rows()).containsExactly("aaa1");
    }

    @Test
    void aMissingOrIrreversibleDownScriptRefusesTheWholeWay() throws SQLException {
        project.up("aaa1", "", "CREATE TABLE one (id integer);\n")
                .up("bbb2", "aaa1", "-- limbeck: irreversible the data is gone\nDROP TABLE one;\n")
                .revision("ccc3", "bbb2", "CREATE TABLE two (id integer);\n", "DROP TABLE two;\n");
        upgrade("head");
        LimbeckException both = refused(ErrorCode.IRREVERSIBLE, () -> downgrade("base"));
        assertThat(both.diagnostics().get(0).message()).contains("the data is gone");
        assertThat(both.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(ErrorCode.IRREVERSIBLE, ErrorCode.DOWN_SCRIPT_MISSING);
        assertThat(both.diagnostics())
                .extracting(told -> told.where().orElseThrow().line())
                .containsExactly(6, 3);
        assertThat(has("two")).isTrue();
        downgrade("bbb2");
        assertThat(has("two")).isFalse();
    }

    @Test
    void anEmptyDownScriptDoesNothing() {
        project.revision("aaa1", "", "CREATE TABLE one (id integer);\n", "");
        upgrade("head");
        downgrade("base");
        assertThat(rows()).isEmpty();
    }

    @Test
    void aVariantOfTheDatabaseGoesBeforeTheGeneralFile() throws SQLException {
        String id = dialect().id();
        project.revision("aaa1", "", "CREATE TABLE general (id integer);\n", "")
                .file(
                        "aaa1_step." + id + ".up.sql",
                        TemporaryProject.header("aaa1", "")
                                + "CREATE TABLE special (id integer);\n")
                .file("aaa1_step." + id + ".down.sql", "DROP TABLE special;\n");
        upgrade("head");
        assertThat(has("special")).isTrue();
        assertThat(has("general")).isFalse();
        downgrade("base");
        assertThat(has("special")).isFalse();
    }

    @Test
    void aRevisionOfOtherDatabasesIsOnlyRecorded() throws SQLException {
        String other = dialect().id().equals("oracle") ? "mysql" : "oracle";
        project.file(
                "aaa1_step.up.sql",
                "-- step\n--\n-- revision: aaa1\n-- revises:\n-- dialects: "
                        + other
                        + "\n\nCREATE TABLE elsewhere (id integer);\n");
        upgrade("head");
        assertThat(rows()).containsExactly("aaa1");
        assertThat(has("elsewhere")).isFalse();
        assertThat(events().get(0).script().orElseThrow().statements()).isZero();
        downgrade("base");
        assertThat(rows()).isEmpty();
    }
}
