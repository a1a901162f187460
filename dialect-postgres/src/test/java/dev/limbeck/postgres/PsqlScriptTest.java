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
import java.nio.file.Files;
import java.nio.file.Path;
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
            Outcome up = psql(offline, project.upgradeScript(offline, "head"));
            assertThat(up.exitCode()).as(up.output()).isZero();
            assertThat(offline.query(CATALOG)).isEqualTo(online.query(CATALOG));
            assertThat(ledger(offline)).isEqualTo(ledger(online));
            assertThat(
                            offline.query(
                                    "SELECT abs(extract(epoch FROM (now() AT TIME ZONE 'UTC') - max(started_at))) < 300 FROM limbeck_history"))
                    .isEqualTo("t");

            try (Limbeck limbeck = project.on(offline)) {
                assertThat(limbeck.status().upToDate()).isTrue();
            }
            try (Limbeck limbeck = project.on(online)) {
                limbeck.downgrade(MovementRequest.to("aaa1"));
            }
            Outcome down = psql(offline, project.downgradeScript(offline, "head:aaa1"));
            assertThat(down.exitCode()).as(down.output()).isZero();
            assertThat(offline.query(CATALOG)).isEqualTo(online.query(CATALOG));
            assertThat(ledger(offline)).isEqualTo(ledger(online));

            Outcome again = psql(offline, project.upgradeScript(offline, "aaa1:head"));
            assertThat(again.exitCode()).as(again.output()).isZero();
            assertThat(offline.query("SELECT version_num FROM limbeck_version")).isEqualTo("ddd4");
        }
    }

    @Test
    void aDatabaseElsewhereStopsTheScriptBeforeItChangesAnything() throws Exception {
        try (TestDatabase database = server.newDatabase()) {
            try (Limbeck limbeck = project.on(database)) {
                limbeck.upgrade(MovementRequest.to("aaa1"));
            }
            Outcome outcome = psql(database, project.upgradeScript(database, "bbb2:ccc3"));
            assertThat(outcome.exitCode()).isNotZero();
            assertThat(database.query("SELECT to_regclass('t_name')")).isEqualTo("null");
            assertThat(database.query("SELECT version_num FROM limbeck_version")).isEqualTo("aaa1");
        }
    }

    @Test
    void aFailureRollsBackItsRevisionAndStopsTheScript() throws Exception {
        project.file(
                "bbb2_step.up.sql",
                TemporaryProject.header("bbb2", "aaa1")
                        + "CREATE TABLE half (id integer);\nSELECT 1/0;\n");
        try (TestDatabase database = server.newDatabase()) {
            Outcome outcome = psql(database, project.upgradeScript(database, "head"));
            assertThat(outcome.exitCode()).isNotZero();
            assertThat(database.query("SELECT version_num FROM limbeck_version")).isEqualTo("aaa1");
            assertThat(database.query("SELECT to_regclass('half')")).isEqualTo("null");
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
            assertThat(database.query("SELECT version_num FROM limbeck_version")).isEqualTo("ccc3");
            assertThat(database.query("SELECT kind FROM limbeck_history")).isEqualTo("stamped");
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
            Outcome up = psql(offline, project.upgradeScript(offline, "head"));
            assertThat(up.exitCode()).as(up.output()).isZero();
            assertThat(ledger(offline)).isEqualTo(ledger(online));

            limbeck.downgrade(MovementRequest.to("left"));
            Outcome down = psql(offline, project.downgradeScript(offline, "join:left"));
            assertThat(down.exitCode()).as(down.output()).isZero();
            assertThat(offline.query(ROWS)).isEqualTo(online.query(ROWS)).isEqualTo("left,right");
            assertThat(ledger(offline)).isEqualTo(ledger(online));
            assertThat(offline.query(CATALOG)).isEqualTo(online.query(CATALOG));
        }
    }

    @Test
    void dependenciesLeaveTheRowsAnOnlineRunLeaves() throws Exception {
        project.revision("side", "", "CREATE TABLE s (id integer);\n", "DROP TABLE s;\n")
                .file(
                        "user_step.up.sql",
                        "-- step\n--\n-- revision: user\n-- revises: ddd4\n-- depends-on: side\n\n"
                                + "CREATE TABLE u (id integer);\n");
        project.file("user_step.down.sql", "DROP TABLE u;\n");
        try (TestDatabase online = server.newDatabase();
                TestDatabase offline = server.newDatabase();
                Limbeck limbeck = project.on(online)) {
            limbeck.upgrade(MovementRequest.to("user"));
            Outcome up = psql(offline, project.upgradeScript(offline, "user"));
            assertThat(up.exitCode()).as(up.output()).isZero();
            assertThat(offline.query(ROWS)).isEqualTo(online.query(ROWS)).isEqualTo("user");
            assertThat(ledger(offline)).isEqualTo(ledger(online));

            limbeck.downgrade(MovementRequest.to("ddd4"));
            Outcome down = psql(offline, project.downgradeScript(offline, "user:ddd4"));
            assertThat(down.exitCode()).as(down.output()).isZero();
            assertThat(offline.query(ROWS)).isEqualTo(online.query(ROWS)).isEqualTo("ddd4,side");
            assertThat(ledger(offline)).isEqualTo(ledger(online));
            assertThat(offline.query(CATALOG)).isEqualTo(online.query(CATALOG));
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
            assertThat(database.query(ROWS)).isEqualTo("bbb2");

            script.setLength(0);
            limbeck.stampScript(List.of("bbb2:ddd4"), script);
            Outcome outcome = psql(database, script.toString());
            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
            assertThat(database.query(ROWS)).isEqualTo("ddd4");
            assertThat(
                            database.query(
                                    "SELECT string_agg(kind || ' ' || heads, '; ' ORDER BY event_number) FROM limbeck_history"))
                    .isEqualTo("stamped bbb2; stamped ddd4");
        }
    }
}
