package dev.limbeck.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.MySqlClient;
import dev.limbeck.tck.server.MySqlClient.Outcome;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** A script that is written here and run with the client does what an online run does. */
@ParameterizedClass
@EngineSource({"mysql", "mariadb"})
class MySqlScriptTest {
    private static final String CATALOG =
            "SELECT GROUP_CONCAT(line ORDER BY line SEPARATOR '\\n') FROM ("
                    + " SELECT CONCAT(table_name, '.', column_name, ' ', column_type) AS line"
                    + " FROM information_schema.columns WHERE table_schema = DATABASE()"
                    + " AND table_name NOT LIKE 'limbeck%'"
                    + " UNION ALL SELECT CONCAT(routine_name, ' ', routine_definition)"
                    + " FROM information_schema.routines WHERE routine_schema = DATABASE()"
                    + " UNION ALL SELECT CONCAT('row ', id, ' ', name) FROM t) AS all_lines";

    private static final String ROWS =
            "SELECT GROUP_CONCAT(version_num ORDER BY version_num) FROM limbeck_version";

    @Parameter TestServer server;
    @TempDir Path folder;
    private TemporaryProject project;
    private MySqlClient client;

    @BeforeEach
    void writeProject() throws IOException, InterruptedException {
        client = MySqlClient.find();
        project =
                new TemporaryProject(folder)
                        .variables(Map.of("tenant", "ac'me"))
                        .revision(
                                "aaa1",
                                "",
                                "CREATE TABLE t (id integer PRIMARY KEY, name varchar(50));\n"
                                        + "INSERT INTO t VALUES (1, 'back\\\\slash; größe 😀 ?');\n"
                                        + "SET sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES';\n",
                                "DROP TABLE t;\n")
                        .revision(
                                "bbb2",
                                "aaa1",
                                "DELIMITER //\nCREATE PROCEDURE p ()\nBEGIN\n"
                                        + "  -- ; $$\n  SELECT 1;\n  SELECT 2;\nEND//\nDELIMITER ;\n"
                                        + "INSERT INTO t VALUES (2, \"it's; \\\"quoted\\\"\");\n",
                                "DROP PROCEDURE p;\nDELETE FROM t WHERE id = 2;\n")
                        .revision(
                                "ccc3",
                                "bbb2",
                                "-- limbeck: vars tenant\n"
                                        + "INSERT INTO t VALUES (3, \"${tenant}\")\n",
                                "DELETE FROM t WHERE id = 3;\n");
    }

    private Outcome run(TestDatabase database, String script) throws Exception {
        return client.run(database, Files.writeString(folder.resolve("run.sql"), script));
    }

    /** What the ledger says, without what differs by time and place. */
    private List<String> ledger(TestDatabase database) {
        try (Limbeck limbeck = project.on(database)) {
            return limbeck.events().stream().map(MySqlScriptTest::comparable).toList();
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
                + event.heads();
    }

    @Test
    void upAndDownDoWhatAnOnlineRunDoes() throws Exception {
        try (TestDatabase online = server.newDatabase();
                TestDatabase offline = server.newDatabase()) {
            try (Limbeck limbeck = project.on(online)) {
                limbeck.upgrade(MovementRequest.to("head"));
            }
            Outcome up = run(offline, project.upgradeScript(offline, "head"));
            assertThat(up.exitCode()).as(up.output()).isZero();
            assertThat(offline.query(CATALOG)).isEqualTo(online.query(CATALOG));
            assertThat(ledger(offline)).isEqualTo(ledger(online));

            try (Limbeck limbeck = project.on(online)) {
                limbeck.downgrade(MovementRequest.to("aaa1"));
            }
            Outcome down = run(offline, project.downgradeScript(offline, "head:aaa1"));
            assertThat(down.exitCode()).as(down.output()).isZero();
            assertThat(offline.query(CATALOG)).isEqualTo(online.query(CATALOG));
            assertThat(ledger(offline)).isEqualTo(ledger(online));

            Outcome again = run(offline, project.upgradeScript(offline, "aaa1:head"));
            assertThat(again.exitCode()).as(again.output()).isZero();
            assertThat(offline.query(ROWS)).isEqualTo("ccc3");
        }
    }

    @Test
    void aDatabaseElsewhereStopsTheScriptBeforeItChangesAnything() throws Exception {
        try (TestDatabase database = server.newDatabase()) {
            try (Limbeck limbeck = project.on(database)) {
                limbeck.upgrade(MovementRequest.to("aaa1"));
            }
            Outcome outcome = run(database, project.upgradeScript(database, "bbb2:ccc3"));
            assertThat(outcome.exitCode()).isNotZero();
            assertThat(database.query("SELECT COUNT(*) FROM t")).isEqualTo("1");
            assertThat(database.query(ROWS)).isEqualTo("aaa1");
        }
    }

    @Test
    void aFailureStopsTheScriptBeforeItsRevisionCounts() throws Exception {
        project.file(
                "bbb2_step.up.sql",
                TemporaryProject.header("bbb2", "aaa1")
                        + "CREATE TABLE half (id integer);\nINSERT INTO nowhere VALUES (1);\n");
        try (TestDatabase database = server.newDatabase()) {
            Outcome outcome = run(database, project.upgradeScript(database, "head"));
            assertThat(outcome.exitCode()).isNotZero();
            assertThat(database.query(ROWS)).isEqualTo("aaa1");
        }
    }

    @Test
    void aStampIsWrittenToo() throws Exception {
        try (TestDatabase database = server.newDatabase()) {
            var script = new StringBuilder();
            try (Limbeck limbeck = project.on(database)) {
                limbeck.stampScript(List.of("ccc3"), script);
            }
            Outcome outcome = run(database, script.toString());
            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
            assertThat(database.query(ROWS)).isEqualTo("ccc3");
            assertThat(database.query("SELECT kind FROM limbeck_history")).isEqualTo("stamped");
        }
    }
}
