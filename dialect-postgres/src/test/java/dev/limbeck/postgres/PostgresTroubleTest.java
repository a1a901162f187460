package dev.limbeck.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.config.Secret;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.postgres.proxy.CuttingProxy;
import dev.limbeck.report.StepReport;
import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the world breaks: the error says what happened, and the database is at a whole revision. */
@ParameterizedClass
@EngineSource("postgres")
class PostgresTroubleTest {
    private static final String THREE =
            "CREATE TABLE one (id integer);\nCREATE TABLE two (id integer);\n"
                    + "CREATE TABLE three (id integer);\n";

    @Parameter TestServer server;
    @TempDir Path folder;
    private TestDatabase database;
    private TemporaryProject project;

    @BeforeEach
    void open() throws SQLException {
        database = server.newDatabase();
        project = new TemporaryProject(folder);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private Limbeck limbeck(String url, String user, ExecutionListener listener) {
        return Limbeck.configure()
                .project(project.config())
                .database(url, user, new Secret(database.password()))
                .listener(listener)
                .build();
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String tables() throws SQLException {
        return query(
                "SELECT coalesce(string_agg(tablename, ' ' ORDER BY tablename), '') FROM pg_tables"
                        + " WHERE schemaname = 'public' AND tablename NOT LIKE 'limbeck%'");
    }

    private static LimbeckException failure(Limbeck limbeck) {
        LimbeckException failure =
                catchThrowableOfType(
                        LimbeckException.class, () -> limbeck.upgrade(MovementRequest.to("head")));
        assertThat(failure).isNotNull();
        return failure;
    }

    /** Cuts the connection before a statement of the second revision. */
    private static ExecutionListener cutting(CuttingProxy proxy, int before) {
        return new ExecutionListener() {
            private boolean done;

            @Override
            public void statementStarted(
                    StepReport step, int ordinal, dev.limbeck.sql.Statement statement) {
                if (!done && step.revision().id().value().equals("rev2") && ordinal == before) {
                    done = true;
                    proxy.cut();
                }
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aConnectionCutBetweenStatementsLeavesAWholeRevision(int before) throws Exception {
        project.up("rev1", "", "CREATE TABLE zero (id integer);\n").up("rev2", "rev1", THREE);
        try (CuttingProxy proxy = CuttingProxy.before(database)) {
            String url = proxy.url(database);
            try (Limbeck limbeck = limbeck(url, database.user(), cutting(proxy, before))) {
                LimbeckException failure = failure(limbeck);
                assertThat(failure.code()).isEqualTo(ErrorCode.CONNECTION_LOST);
                assertThat(failure.where().orElseThrow().line()).isEqualTo(5 + before);
            }
            assertThat(query("SELECT string_agg(version_num, ' ') FROM limbeck_version"))
                    .isEqualTo("rev1");
            assertThat(tables()).isEqualTo("zero");
            try (Limbeck limbeck = limbeck(url, database.user(), ExecutionListener.SILENT)) {
                assertThat(limbeck.upgrade(MovementRequest.to("head")).steps()).hasSize(1);
            }
            assertThat(tables()).isEqualTo("one three two zero");
        }
    }

    @Test
    void aConnectionCutBetweenCommittedStatementsIsAccountedFor() throws Exception {
        project.up("rev1", "", "CREATE TABLE zero (id integer);\n")
                .up("rev2", "rev1", "-- limbeck: transaction off\n" + THREE);
        try (CuttingProxy proxy = CuttingProxy.before(database)) {
            String url = proxy.url(database);
            try (Limbeck limbeck = limbeck(url, database.user(), cutting(proxy, 3))) {
                LimbeckException failure = failure(limbeck);
                assertThat(failure.code())
                        .isEqualTo(ErrorCode.STATEMENT_FAILED_OUTSIDE_TRANSACTION);
                assertThat(failure.hint().orElseThrow()).contains("connection broke");
            }
            assertThat(query("SELECT string_agg(version_num, ' ') FROM limbeck_version"))
                    .isEqualTo("rev1");
            assertThat(tables()).isEqualTo("one two zero");
        }
    }

    @Test
    void aRoleThatMayOnlyReadIsToldSoAndNothingIsRecorded() throws Exception {
        project.up("rev1", "", "CREATE TABLE zero (id integer);\n");
        String role = "reader_" + Long.toHexString(System.nanoTime());
        execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + database.password() + "'");
        try {
            execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            try (Limbeck limbeck = limbeck(database.url(), role, ExecutionListener.SILENT)) {
                LimbeckException failure = failure(limbeck);
                assertThat(failure.getMessage()).containsIgnoringCase("schema public");
                assertThat(limbeck.rows().isEmpty()).isTrue();
            }
            assertThat(query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                    .isEqualTo("0");
        } finally {
            execute("DROP OWNED BY " + role);
            execute("DROP ROLE " + role);
        }
    }

    /** Stands for the end of the process: nothing is cleaned up after it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Does something when the statement of a number is about to run, and ends the run there. */
    private static ExecutionListener dyingAt(int ordinal, Runnable lastBreath) {
        return new ExecutionListener() {
            @Override
            public void statementStarted(
                    StepReport step, int number, dev.limbeck.sql.Statement statement) {
                if (number == ordinal) {
                    lastBreath.run();
                    throw new Killed();
                }
            }
        };
    }

    /** What the server leaves of an index where the process is cut off while it is built. */
    private void leaveInvalidIndex() {
        try {
            execute("INSERT INTO zero VALUES (1), (1)");
            assertThatThrownBy(() -> execute("CREATE UNIQUE INDEX CONCURRENTLY i ON zero (id)"))
                    .isInstanceOf(SQLException.class);
            execute("DELETE FROM zero");
            assertThat(query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                    .isEqualTo("f");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anIndexThatWasLeftInvalidIsDroppedAndBuiltAgain() throws Exception {
        project.up("rev1", "", "CREATE TABLE zero (id integer);\n")
                .up(
                        "rev2",
                        "rev1",
                        "-- limbeck: transaction off\nCREATE TABLE one (id integer);\n"
                                + "CREATE UNIQUE INDEX CONCURRENTLY i ON zero (id);\n"
                                + "CREATE TABLE two (id integer);\n");
        ExecutionListener dying = dyingAt(2, this::leaveInvalidIndex);
        try (Limbeck limbeck = limbeck(database.url(), database.user(), dying)) {
            assertThatThrownBy(() -> limbeck.upgrade(MovementRequest.to("head")))
                    .isInstanceOf(Killed.class);
        }
        assertThat(tables()).isEqualTo("one zero");
        try (Limbeck limbeck = project.on(database)) {
            assertThat(limbeck.upgrade(MovementRequest.to("head")).steps())
                    .extracting(StepReport::state)
                    .containsExactly(StepReport.State.RESUMED);
        }
        assertThat(query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .isEqualTo("t");
        assertThat(tables()).isEqualTo("one two zero");
    }

    @Test
    void aRoleThatMayReadTheLedgerAndNoMoreLeavesItAsItIs() throws Exception {
        project.up("rev1", "", "CREATE TABLE zero (id integer);\n");
        try (Limbeck owner = project.on(database)) {
            owner.upgrade(MovementRequest.to("head"));
        }
        project.up("rev2", "rev1", "CREATE TABLE one (id integer);\n");
        String role = "reader_" + Long.toHexString(System.nanoTime());
        execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + database.password() + "'");
        try {
            execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role);
            String before = query("SELECT count(*) FROM limbeck_history");
            try (Limbeck limbeck = limbeck(database.url(), role, ExecutionListener.SILENT)) {
                assertThat(limbeck.status().pending()).hasSize(1);
                failure(limbeck);
            }
            assertThat(query("SELECT string_agg(version_num, ' ') FROM limbeck_version"))
                    .isEqualTo("rev1");
            assertThat(query("SELECT count(*) FROM limbeck_history")).isEqualTo(before);
            assertThat(tables()).isEqualTo("zero");
        } finally {
            execute("DROP OWNED BY " + role);
            execute("DROP ROLE " + role);
        }
    }

    @Test
    void whatAUserLacksIsListedBeforeAnythingRuns() throws Exception {
        execute("CREATE TABLE foreign_table (id integer)");
        execute("CREATE SCHEMA closed");
        String role = "writer_" + Long.toHexString(System.nanoTime());
        execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + database.password() + "'");
        execute("GRANT CREATE ON SCHEMA public TO " + role);
        project.up(
                "rev1",
                "",
                "CREATE TABLE mine (id integer);\n"
                        + "INSERT INTO mine VALUES (1);\n"
                        + "ALTER TABLE mine ADD COLUMN n integer;\n"
                        + "ALTER TABLE foreign_table ADD COLUMN n integer;\n"
                        + "CREATE INDEX i ON foreign_table (id);\n"
                        + "INSERT INTO foreign_table VALUES (1);\n"
                        + "CREATE TABLE closed.t (id integer);\n"
                        + "DROP TABLE IF EXISTS nowhere;\n");
        try (Limbeck limbeck = limbeck(database.url(), role, ExecutionListener.SILENT)) {
            LimbeckException failure = failure(limbeck);

            assertThat(failure.code()).isEqualTo(ErrorCode.PRIVILEGE_MISSING);
            assertThat(failure.diagnostics())
                    .extracting(Diagnostic::message)
                    .containsExactly(
                            "user "
                                    + role
                                    + " lacks ownership of foreign_table, which belongs to "
                                    + database.user(),
                            "user " + role + " lacks INSERT on foreign_table",
                            "user " + role + " lacks CREATE on schema closed");
            assertThat(failure.where().orElseThrow().line()).isEqualTo(9);
            assertThat(limbeck.planUpgrade(MovementRequest.to("head")).notices()).hasSize(3);
            assertThat(query("SELECT to_regclass('limbeck_version')")).isEqualTo("null");
            assertThat(query("SELECT to_regclass('mine')")).isEqualTo("null");
        } finally {
            execute("DROP OWNED BY " + role);
            execute("DROP ROLE " + role);
        }
    }

    /** Temporary space is the one that this server limits for a session. */
    @Test
    void aQuotaThatIsReachedRollsTheRevisionBack() throws Exception {
        project.up(
                "rev1",
                "",
                "CREATE TABLE zero (id integer);\n"
                        + "SET temp_file_limit = '1MB';\nSET work_mem = '64kB';\n"
                        + "CREATE TABLE one AS SELECT n FROM generate_series(1, 2000000) n"
                        + " ORDER BY n DESC;\n");
        try (Limbeck limbeck = project.on(database)) {
            LimbeckException failure = failure(limbeck);
            assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
            assertThat(failure.getMessage()).contains("temp_file_limit");
            assertThat(failure.where().orElseThrow().line()).isEqualTo(9);
            assertThat(limbeck.rows().isEmpty()).isTrue();
        }
        assertThat(tables()).isEmpty();
    }
}
