package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.dialect.Capability;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.execute.Resolution;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.HistoryEvent.Kind;
import dev.limbeck.ledger.HistoryEvent.Subject;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StatusReport.Unfinished;
import dev.limbeck.report.StepReport;
import dev.limbeck.sql.Statement;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A script that runs statement by statement and stops anywhere is finished by the next run, each
 * statement run once.
 */
public abstract class ResumeContract extends ProjectContract {
    private static final List<String> UP =
            List.of(
                    "CREATE TABLE one (id integer PRIMARY KEY, name varchar(50))",
                    "INSERT INTO one VALUES (1, 'a')",
                    "INSERT INTO one VALUES (2, 'b')",
                    "ALTER TABLE one ADD COLUMN extra integer",
                    "CREATE TABLE two (id integer PRIMARY KEY)",
                    "UPDATE one SET extra = coalesce(extra, 0) + 1",
                    "CREATE INDEX one_name ON one (name)",
                    "DROP TABLE two",
                    "UPDATE one SET extra = extra + 1");

    private List<String> down() {
        return List.of(
                "UPDATE one SET extra = extra * 10",
                subject().dropIndex("one_name", "one"),
                "ALTER TABLE one DROP COLUMN extra",
                "CREATE TABLE undone (id integer)",
                "INSERT INTO undone VALUES (7)",
                "DROP TABLE one");
    }

    @BeforeEach
    final void writeRevision() throws SQLException {
        Assumptions.assumeTrue(
                dialect().schemas(product()).isPresent(),
                "without schemas a statement in doubt is left to a person");
        project.revision("aaa1", "", script(UP), script(down()));
    }

    private String script(List<String> statements) throws SQLException {
        String off = can(Capability.TRANSACTIONAL_DDL) ? "-- limbeck: transaction off\n" : "";
        return off + String.join(";\n", statements) + ";\n";
    }

    private void rewriteUp(List<String> statements) throws SQLException {
        project.file("aaa1_step.up.sql", TemporaryProject.header("aaa1", "") + script(statements));
    }

    /** The process is gone: nothing of ours runs any more, no clean-up either. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    /** What still happens between the note that a statement is about to run and the end. */
    @FunctionalInterface
    private interface LastBreath {
        void happens(String statement) throws SQLException;
    }

    private static final LastBreath NOTHING = statement -> {};

    /** A run of another process, killed when it was about to run some statement. */
    private ExecutionListener killedAt(int ordinal, LastBreath breath) {
        return new ExecutionListener() {
            @Override
            public void statementStarted(StepReport step, int number, Statement statement) {
                if (number == ordinal) {
                    try {
                        breath.happens(statement.text());
                    } catch (SQLException e) {
                        throw new IllegalStateException(statement.text(), e);
                    }
                    throw new Killed();
                }
            }
        };
    }

    private void upgradeKilledAt(int ordinal, LastBreath breath) {
        killed(ordinal, breath, limbeck -> limbeck.upgrade(MovementRequest.to("head")));
    }

    private void downgradeKilledAt(int ordinal, LastBreath breath) {
        killed(ordinal, breath, limbeck -> limbeck.downgrade(MovementRequest.to("base")));
    }

    private void killed(int ordinal, LastBreath breath, Consumer<Limbeck> movement) {
        Killed killed =
                catchThrowableOfType(
                        Killed.class,
                        () -> {
                            try (Limbeck limbeck =
                                    project.on(database(), killedAt(ordinal, breath))) {
                                movement.accept(limbeck);
                            }
                        });
        assertThat(killed).as("the run was to be killed").isNotNull();
    }

    private void resolve(String revision, Resolution resolution) {
        try (Limbeck limbeck = project.on(database())) {
            limbeck.resolve(revision, resolution);
        }
    }

    private SortedSet<String> tables() throws SQLException {
        DatabaseMetaData metaData = connection().getMetaData();
        SortedSet<String> tables = new TreeSet<>();
        try (ResultSet found =
                metaData.getTables(
                        connection().getCatalog(),
                        connection().getSchema(),
                        "%",
                        new String[] {"TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME").toLowerCase(java.util.Locale.ROOT);
                if (!name.startsWith("limbeck_") && !name.equals("item")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    private void assertUpgraded() throws SQLException {
        assertThat(rows()).containsExactly("aaa1");
        assertThat(tables()).containsExactly("one");
        assertThat(query(connection(), "SELECT count(*) FROM one")).isEqualTo("2");
        assertThat(query(connection(), "SELECT sum(extra) FROM one")).isEqualTo("4");
        assertThat(status().unfinished()).isEmpty();
        assertThat(status().upToDate()).isTrue();
    }

    private void assertDowngraded() throws SQLException {
        assertThat(rows()).isEmpty();
        assertThat(tables()).containsExactly("undone");
        assertThat(query(connection(), "SELECT count(*) FROM undone")).isEqualTo("1");
        assertThat(status().unfinished()).isEmpty();
    }

    private Stream<Integer> ordinals(List<String> statements) {
        return IntStream.rangeClosed(1, statements.size()).boxed();
    }

    private DynamicTest inFreshDatabase(String name, ThrowingCallable test) {
        return DynamicTest.dynamicTest(
                name,
                () -> {
                    dropDatabase();
                    openDatabase();
                    test.call();
                });
    }

    // --- killed

    @TestFactory
    Stream<DynamicTest> killedBeforeAStatement() {
        return ordinals(UP)
                .map(
                        ordinal ->
                                inFreshDatabase(
                                        "statement " + ordinal,
                                        () -> {
                                            upgradeKilledAt(ordinal, NOTHING);
                                            assertThat(rows()).isEmpty();
                                            assertThat(status().unfinished()).hasSize(1);
                                            assertResumes();
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> killedAfterAStatementThatCommitsByItself() throws SQLException {
        assumeTrue(!can(Capability.TRANSACTIONAL_DDL), "its statements commit with the journal");
        return ordinals(UP)
                .filter(ordinal -> UP.get(ordinal - 1).matches("(CREATE|ALTER|DROP) .*"))
                .map(
                        ordinal ->
                                inFreshDatabase(
                                        UP.get(ordinal - 1),
                                        () -> {
                                            upgradeKilledAt(
                                                    ordinal, sql -> execute(connection(), sql));
                                            Unfinished stopped = status().unfinished().get(0);
                                            assertThat(stopped.done()).isEqualTo(ordinal - 1);
                                            assertThat(stopped.stopped().orElseThrow())
                                                    .contains("under way");
                                            assertResumes();
                                        }));
    }

    private void assertResumes() throws SQLException {
        MovementReport report = upgrade("head");
        assertThat(report.steps())
                .extracting(StepReport::state)
                .containsExactly(StepReport.State.RESUMED);
        assertUpgraded();
        assertThat(events()).extracting(HistoryEvent::kind).containsExactly(Kind.APPLIED);
    }

    @TestFactory
    Stream<DynamicTest> aDownScriptThatWasKilled() {
        return ordinals(down())
                .map(
                        ordinal ->
                                inFreshDatabase(
                                        "statement " + ordinal,
                                        () -> {
                                            upgrade("head");
                                            downgradeKilledAt(ordinal, NOTHING);
                                            assertThat(rows()).containsExactly("aaa1");
                                            assertThat(status().unfinished())
                                                    .extracting(Unfinished::direction)
                                                    .containsExactly("down");
                                            downgrade("base");
                                            assertDowngraded();
                                        }));
    }

    @Test
    void aRunThatIsKilledWhileItResumesIsResumed() throws SQLException {
        for (int ordinal = 2; ordinal <= UP.size(); ordinal++) {
            upgradeKilledAt(ordinal, NOTHING);
        }
        assertResumes();
    }

    /** The server goes on with a statement though the process that sent it is dead. */
    @Test
    void aSessionThatIsStillAtWorkIsWaitedFor() throws Exception {
        assumeTrue(subject().tellsOfSessions(), "the server does not tell of other sessions");
        try (BusySession busy = BusySession.begin(database(), dialect(), subject().slowQuery())) {
            upgradeKilledAt(4, NOTHING);
            execute(
                    connection(),
                    "UPDATE limbeck_journal SET session_key = '"
                            + busy.key()
                            + "' WHERE state = 'intent'");
            LimbeckException refusal =
                    catchThrowableOfType(LimbeckException.class, () -> upgrade("head"));
            assertThat(refusal.code()).isEqualTo(ErrorCode.STATEMENT_STILL_RUNNING);
            assertThat(status().unfinished()).hasSize(1);
            busy.idle();
            assertResumes();
        }
    }

    @Test
    void theJournalKnowsEachStatement() throws SQLException {
        upgradeKilledAt(5, NOTHING);
        try (Limbeck limbeck = project.on(database())) {
            JournalRun run = limbeck.journal().get(0);
            assertThat(run.revision()).isEqualTo("aaa1");
            assertThat(run.total()).isEqualTo(UP.size());
            assertThat(run.done()).isEqualTo(4);
            assertThat(run.statements())
                    .allSatisfy(
                            stretch -> {
                                assertThat(stretch.checksum()).startsWith("tokens-sha256:");
                                assertThat(stretch.session()).isNotBlank();
                            });
        }
        upgrade("head");
        try (Limbeck limbeck = project.on(database())) {
            JournalRun run = limbeck.journal().get(0);
            assertThat(run.state()).isEqualTo(JournalRun.State.CLOSED);
            assertThat(run.done()).isEqualTo(UP.size());
        }
    }

    // --- what the catalog can't tell

    @Test
    void aStatementThatHadAnotherEffectIsLeftToAPerson() throws SQLException {
        assumeTrue(!can(Capability.TRANSACTIONAL_DDL), "its statements commit with the journal");
        upgradeKilledAt(
                5, sql -> execute(connection(), "CREATE TABLE two (id varchar(10) PRIMARY KEY)"));
        LimbeckException e = refused(ErrorCode.STATEMENT_UNSETTLED, () -> upgrade("head"));
        assertThat(e.getMessage()).contains("statement 5 of 9");
        assertThat(e.where().orElseThrow().toString()).contains("aaa1_step.up.sql:");
        assertThat(e.hint().orElseThrow()).contains("resolve aaa1 --applied");
        refused(ErrorCode.STATEMENT_UNSETTLED, () -> upgrade("head"));
        execute(connection(), "DROP TABLE two");
        assertResumes();
    }

    // --- failed

    private List<String> failingAt(int ordinal) {
        var statements = new ArrayList<>(UP);
        statements.add(ordinal - 1, "INSERT INTO missing (id) VALUES (1)");
        return statements;
    }

    @Test
    void aStatementThatFailedMayBeMended() throws SQLException {
        rewriteUp(failingAt(6));
        refused(ErrorCode.STATEMENT_FAILED_OUTSIDE_TRANSACTION, () -> upgrade("head"));
        assertThat(status().unfinished().get(0).done()).isEqualTo(5);
        assertThat(status().unfinished().get(0).stopped().orElseThrow()).contains("failed");
        refused(ErrorCode.STATEMENT_FAILED_OUTSIDE_TRANSACTION, () -> upgrade("head"));
        rewriteUp(UP);
        upgrade("head");
        assertUpgraded();
        assertThat(events())
                .extracting(HistoryEvent::kind)
                .containsExactly(Kind.FAILED, Kind.FAILED, Kind.APPLIED);
    }

    @Test
    void statementsThatAreDoneMayNotBeEdited() throws SQLException {
        rewriteUp(failingAt(6));
        refused(ErrorCode.STATEMENT_FAILED_OUTSIDE_TRANSACTION, () -> upgrade("head"));
        var edited = new ArrayList<>(UP);
        edited.set(0, UP.get(0).replace("50", "60"));
        rewriteUp(edited);
        LimbeckException e = refused(ErrorCode.EDITED_WHILE_UNFINISHED, () -> upgrade("head"));
        assertThat(e.getMessage()).contains("statement 1 ");
        assertThat(e.diagnostics().get(0).difference().orElseThrow())
                .contains("- CREATE TABLE one (id integer PRIMARY KEY, name varchar(50));")
                .contains("+ CREATE TABLE one (id integer PRIMARY KEY, name varchar(60));");
        rewriteUp(UP.subList(0, 3));
        refused(ErrorCode.EDITED_WHILE_UNFINISHED, () -> upgrade("head"));
        project.file(
                "aaa1_step.up.sql",
                TemporaryProject.header("aaa1", "")
                        + "-- a comment\r\n"
                        + script(UP).replace("CREATE TABLE one", "create   table one"));
        upgrade("head");
        assertUpgraded();
    }

    // --- by hand

    @Test
    void whatWasFinishedByHandIsResolvedAsApplied() throws SQLException {
        upgradeKilledAt(8, NOTHING);
        execute(connection(), UP.get(7), UP.get(8));
        resolve("aaa1", Resolution.APPLIED);
        assertUpgraded();
        assertThat(events())
                .extracting(event -> event.kind() + " " + event.script().orElseThrow().direction())
                .containsExactly("RESOLVED UP");
        downgrade("base");
        assertDowngraded();
    }

    @Test
    void whatWasUndoneByHandIsResolvedAsReverted() throws SQLException {
        upgradeKilledAt(2, NOTHING);
        execute(connection(), "DROP TABLE one");
        resolve("aaa1", Resolution.REVERTED);
        assertThat(status().unfinished()).isEmpty();
        assertThat(rows()).isEmpty();
        upgrade("head");
        assertUpgraded();
    }

    @Test
    void aDownScriptIsResolvedEitherWay() throws SQLException {
        upgrade("head");
        downgradeKilledAt(2, NOTHING);
        execute(connection(), "UPDATE one SET extra = 2");
        resolve("aaa1", Resolution.APPLIED);
        assertUpgraded();
        downgradeKilledAt(6, NOTHING);
        execute(connection(), "DROP TABLE one");
        resolve("aaa1", Resolution.REVERTED);
        assertDowngraded();
        assertThat(events())
                .extracting(HistoryEvent::kind)
                .containsExactly(Kind.APPLIED, Kind.RESOLVED, Kind.RESOLVED);
    }

    @Test
    void nothingToResolveIsRefused() {
        refused(ErrorCode.NOTHING_TO_RESOLVE, () -> resolve("aaa1", Resolution.APPLIED));
        upgrade("head");
        refused(ErrorCode.NOTHING_TO_RESOLVE, () -> resolve("aaa1", Resolution.REVERTED));
    }

    // --- among others

    @Test
    void whatStoppedGoesBeforeEverythingElse() throws SQLException {
        upgradeKilledAt(4, NOTHING);
        project.revision(
                "aaa0", "", "CREATE TABLE earlier (id integer);\n", "DROP TABLE earlier;\n");
        refused(ErrorCode.UNFINISHED_REVISION, () -> upgrade("aaa0"));
        MovementReport report = upgrade("heads");
        assertThat(report.steps())
                .extracting(step -> step.revision().id().value() + " " + step.state())
                .containsExactly("aaa1 RESUMED", "aaa0 DONE");
        assertThat(events())
                .extracting(event -> event.subject().map(Subject::revision).orElse(""))
                .containsExactly("aaa1", "aaa0");
    }

    @Test
    void theOtherWayIsRefusedUntilItIsFinished() throws SQLException {
        upgradeKilledAt(4, NOTHING);
        refused(ErrorCode.UNFINISHED_REVISION, () -> downgrade("base"));
        assertResumes();
        downgradeKilledAt(3, NOTHING);
        refused(ErrorCode.UNFINISHED_REVISION, () -> upgradeAgain());
        downgrade("base");
        assertDowngraded();
    }

    private void upgradeAgain() {
        project.revision("bbb2", "aaa1", "CREATE TABLE later (id integer);\n", "");
        try {
            upgrade("head");
        } finally {
            project.without("bbb2_step.up.sql").without("bbb2_step.down.sql");
        }
    }
}
