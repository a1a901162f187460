package dev.limbeck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.Psql;
import dev.limbeck.tck.server.Psql.Outcome;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** A script that is written here and run with psql does what an online run does. */
@ParameterizedClass
@EngineSource("postgres")
class PsqlScriptTest {
    /** A script needs no journal. */
    private static final String CATALOG =
            "SELECT string_agg(line, E'\\n' ORDER BY line) FROM ("
                    + " SELECT table_name || '.' || column_name || ' ' || data_type || ' '"
                    + " || is_nullable || ' ' || coalesce(column_default, '') AS line"
                    + " FROM information_schema.columns WHERE table_schema = 'public'"
                    + " AND table_name <> 'limbeck_journal'"
                    + " UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
                    + " AND tablename <> 'limbeck_journal'"
                    + " UNION ALL SELECT proname || ' ' || prosrc FROM pg_proc"
                    + " WHERE pronamespace = 'public'::regnamespace"
                    + " UNION ALL SELECT 'row ' || id || ' ' || name FROM t) AS lines";

    private static final String ROWS =
            "SELECT string_agg(version_num, ',' ORDER BY version_num) FROM limbeck_version";

    @Parameter TestServer server;
    @TempDir Path folder;
    private TemporaryProject project;
    private Psql psql;

    @BeforeEach
    void writeProject() throws InterruptedException {
        psql = Psql.find();
        project =
                new TemporaryProject(folder)
                        .variables(Map.of("tenant", "ac'me"))
                        .revision(
                                "aaa1",
                                "",
                                "CREATE TABLE t (id integer PRIMARY KEY, name text);\n"
                                        + "INSERT INTO t VALUES (1, 'back\\slash; größe 😀 :x');\n"
                                        + "SET search_path = pg_catalog;\n",
                                "DROP TABLE t;\n")
                        .revision(
                                "bbb2",
                                "aaa1",
                                "COPY t FROM STDIN;\n2\tfrom; copy\n3\ttab\\tand \\\\\n\\.\n"
                                        + "CREATE FUNCTION f() RETURNS integer LANGUAGE plpgsql AS"
                                        + " $body$\nBEGIN\n  -- ; \\d\n  RETURN 1;\nEND;\n$body$;\n",
                                "DROP FUNCTION f();\nDELETE FROM t WHERE id IN (2, 3);\n")
                        .revision(
                                "ccc3",
                                "bbb2",
                                "-- limbeck: transaction off\n"
                                        + "CREATE INDEX CONCURRENTLY t_name ON t (name);\n",
                                "-- limbeck: transaction off\nDROP INDEX CONCURRENTLY t_name;\n")
                        .revision(
                                "ddd4",
                                "ccc3",
                                "-- limbeck: vars tenant\n"
                                        + "INSERT INTO t VALUES (4, $$${tenant}$$)\n",
                                "DELETE FROM t WHERE id = 4;\n");
    }

    private Outcome psql(TestDatabase database, String script) throws Exception {
        return psql.run(database, Files.writeString(folder.resolve("run.sql"), script));
    }

    private static String query(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private String upgradeScript(TestDatabase database, String range) throws IOException {
        var script = new StringBuilder();
        try (Limbeck limbeck = project.on(database)) {
            limbeck.upgradeScript(range, script);
        }
        return script.toString();
    }

    private String downgradeScript(TestDatabase database, String range) throws IOException {
        var script = new StringBuilder();
        try (Limbeck limbeck = project.on(database)) {
            limbeck.downgradeScript(range, script);
        }
        return script.toString();
    }

    /** What the ledger says, without what differs by time and place. */
    private List<String> ledger(TestDatabase database) {
        try (Limbeck limbeck = project.on(database)) {
            return limbeck.events().stream().map(PsqlScriptTest::comparable).toList();
        }
    }

    private static String comparable(HistoryEvent event) {
        return event.number()
                + " "
                + event.kind()
                + " "
                + event.subject()
                + " "
                + event.script()
                + " "
                + event.heads()
                + " "
                + event.by().databaseUser();
    }

    @Test
    void upAndDownDoWhatAnOnlineRunDoes() throws Exception {
        try (TestDatabase online = server.newDatabase();
                TestDatabase offline = server.newDatabase()) {
            try (Limbeck limbeck = project.on(online)) {
                limbeck.upgrade(MovementRequest.to("head"));
            }
            Outcome up = psql(offline, upgradeScript(offline, "head"));
            assertThat(up.exitCode()).as(up.output()).isZero();
            assertThat(query(offline, CATALOG)).isEqualTo(query(online, CATALOG));
            assertThat(ledger(offline)).isEqualTo(ledger(online));
            assertThat(
                            query(
                                    offline,
                                    "SELECT abs(extract(epoch FROM (now() AT TIME ZONE 'UTC') - max(started_at))) < 300 FROM limbeck_history"))
                    .isEqualTo("t");

            try (Limbeck limbeck = project.on(offline)) {
                assertThat(limbeck.status().upToDate()).isTrue();
            }
            try (Limbeck limbeck = project.on(online)) {
                limbeck.downgrade(MovementRequest.to("aaa1"));
            }
            Outcome down = psql(offline, downgradeScript(offline, "head:aaa1"));
            assertThat(down.exitCode()).as(down.output()).isZero();
            assertThat(query(offline, CATALOG)).isEqualTo(query(online, CATALOG));
            assertThat(ledger(offline)).isEqualTo(ledger(online));

            Outcome again = psql(offline, upgradeScript(offline, "aaa1:head"));
            assertThat(again.exitCode()).as(again.output()).isZero();
            assertThat(query(offline, "SELECT version_num FROM limbeck_version")).isEqualTo("ddd4");
        }
    }

    @Test
    void aDatabaseElsewhereStopsTheScriptBeforeItChangesAnything() throws Exception {
        try (TestDatabase database = server.newDatabase()) {
            try (Limbeck limbeck = project.on(database)) {
                limbeck.upgrade(MovementRequest.to("aaa1"));
            }
            Outcome outcome = psql(database, upgradeScript(database, "bbb2:ccc3"));
            assertThat(outcome.exitCode()).isNotZero();
            assertThat(query(database, "SELECT to_regclass('t_name')")).isEqualTo("null");
            assertThat(query(database, "SELECT version_num FROM limbeck_version"))
                    .isEqualTo("aaa1");
        }
    }

    @Test
    void aFailureRollsBackItsRevisionAndStopsTheScript() throws Exception {
        project.file(
                "bbb2_step.up.sql",
                TemporaryProject.header("bbb2", "aaa1")
                        + "CREATE TABLE half (id integer);\nSELECT 1/0;\n");
        try (TestDatabase database = server.newDatabase()) {
            Outcome outcome = psql(database, upgradeScript(database, "head"));
            assertThat(outcome.exitCode()).isNotZero();
            assertThat(query(database, "SELECT version_num FROM limbeck_version"))
                    .isEqualTo("aaa1");
            assertThat(query(database, "SELECT to_regclass('half')")).isEqualTo("null");
        }
    }

    @Test
    void aStampIsWrittenToo() throws Exception {
        try (TestDatabase database = server.newDatabase()) {
            var script = new StringBuilder();
            try (Limbeck limbeck = project.on(database)) {
                limbeck.stampScript(List.of("ccc3"), script);
            }
            Outcome outcome = psql(database, script.toString());
            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
            assertThat(query(database, "SELECT version_num FROM limbeck_version"))
                    .isEqualTo("ccc3");
            assertThat(query(database, "SELECT kind FROM limbeck_history")).isEqualTo("stamped");
        }
    }

    @Test
    void branchesAndMergesLeaveTheRowsAnOnlineRunLeaves() throws Exception {
        project.revision("left", "ddd4", "CREATE TABLE l (id integer);\n", "DROP TABLE l;\n")
                .revision("right", "ddd4", "CREATE TABLE r (id integer);\n", "DROP TABLE r;\n")
                .revision(
                        "join",
                        "left, right",
                        "ALTER TABLE l ADD x text;\n",
                        "ALTER TABLE l DROP x;\n");
        try (TestDatabase online = server.newDatabase();
                TestDatabase offline = server.newDatabase();
                Limbeck limbeck = project.on(online)) {
            limbeck.upgrade(MovementRequest.to("heads"));
            Outcome up = psql(offline, upgradeScript(offline, "head"));
            assertThat(up.exitCode()).as(up.output()).isZero();
            assertThat(ledger(offline)).isEqualTo(ledger(online));

            limbeck.downgrade(MovementRequest.to("left"));
            Outcome down = psql(offline, downgradeScript(offline, "join:left"));
            assertThat(down.exitCode()).as(down.output()).isZero();
            assertThat(query(offline, ROWS)).isEqualTo(query(online, ROWS)).isEqualTo("left,right");
            assertThat(ledger(offline)).isEqualTo(ledger(online));
            assertThat(query(offline, CATALOG)).isEqualTo(query(online, CATALOG));
        }
    }

    @Test
    void aStampFromOneRevisionToAnotherChecksWhereItStarts() throws Exception {
        try (TestDatabase database = server.newDatabase();
                Limbeck limbeck = project.on(database)) {
            limbeck.stamp(List.of("bbb2"));
            var script = new StringBuilder();
            limbeck.stampScript(List.of("aaa1:ccc3"), script);
            assertThat(psql(database, script.toString()).exitCode()).isNotZero();
            assertThat(query(database, ROWS)).isEqualTo("bbb2");

            script.setLength(0);
            limbeck.stampScript(List.of("bbb2:ddd4"), script);
            Outcome outcome = psql(database, script.toString());
            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
            assertThat(query(database, ROWS)).isEqualTo("ddd4");
            assertThat(
                            query(
                                    database,
                                    "SELECT string_agg(kind || ' ' || heads, '; ' ORDER BY event_number) FROM limbeck_history"))
                    .isEqualTo("stamped bbb2; stamped ddd4");
        }
    }
}
