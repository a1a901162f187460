package dev.limbeck.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.h2.tools.RunScript;
import org.h2.tools.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** A script that is written here and run with H2's own tool does what an online run does. */
@ParameterizedClass
@EngineSource("h2")
class H2ScriptTest {
    /** A script needs neither a lock of ours nor a journal. */
    private static final String CATALOG =
            "SELECT LISTAGG(table_name || '.' || column_name || ' ' || data_type, ', ')"
                    + " WITHIN GROUP (ORDER BY table_name, column_name)"
                    + " FROM INFORMATION_SCHEMA.COLUMNS WHERE table_schema = 'PUBLIC' AND "
                    + " table_name NOT IN ('LIMBECK_LOCK', 'LIMBECK_JOURNAL')";

    @Parameter TestServer server;
    @TempDir Path folder;
    private TemporaryProject project;

    @BeforeEach
    void writeProject() {
        project =
                new TemporaryProject(folder)
                        .revision(
                                "aaa1",
                                "",
                                "CREATE SCHEMA other;\nCREATE TABLE t (id integer PRIMARY KEY,"
                                        + " name varchar(50));\n"
                                        + "INSERT INTO t VALUES (1, 'it''s; größe\n\n😀');\n"
                                        + "SET SCHEMA other;\n",
                                "DROP TABLE t;\nDROP SCHEMA other;\n")
                        .revision(
                                "bbb2",
                                "aaa1",
                                "CREATE INDEX t_name ON t (name);\n",
                                "DROP INDEX t_name;\n");
    }

    private static void run(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.connection()) {
            RunScript.execute(connection, new StringReader(script));
        }
    }

    @Test
    void upAndDownDoWhatAnOnlineRunDoes() throws Exception {
        try (TestDatabase online = server.newDatabase();
                TestDatabase offline = server.newDatabase();
                Limbeck one = project.on(online);
                Limbeck other = project.on(offline)) {
            one.upgrade(MovementRequest.to("head"));
            run(offline, project.upgradeScript(offline, "head"));
            assertThat(other.status().upToDate()).isTrue();
            assertThat(offline.query("SELECT name FROM t")).isEqualTo("it's; größe\n\n😀");
            assertThat(other.events())
                    .extracting(HistoryEvent::subject, HistoryEvent::script, HistoryEvent::heads)
                    .containsExactlyElementsOf(
                            one.events().stream()
                                    .map(
                                            event ->
                                                    org.assertj.core.groups.Tuple.tuple(
                                                            event.subject(),
                                                            event.script(),
                                                            event.heads()))
                                    .toList());
            var down = new StringBuilder();
            other.downgradeScript("head:base", down);
            run(offline, down.toString());
            assertThat(other.rows().isEmpty()).isTrue();
            assertThat(
                            offline.query(
                                    "SELECT count(*) FROM INFORMATION_SCHEMA.TABLES WHERE"
                                            + " TABLE_NAME = 'T'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aDatabaseElsewhereStopsTheScriptBeforeItChangesAnything() throws Exception {
        try (TestDatabase database = server.newDatabase();
                Limbeck limbeck = project.on(database)) {
            limbeck.stamp(List.of("bbb2"));
            String script = project.upgradeScript(database, "aaa1:head");
            assertThatThrownBy(() -> run(database, script)).isInstanceOf(SQLException.class);
            assertThat(limbeck.rows().ids()).containsExactly(new RevisionId("bbb2"));
        }
    }

    @Test
    void theShellRunsItToo() throws Exception {
        try (TestDatabase online = server.newDatabase();
                TestDatabase offline = server.newDatabase();
                Limbeck one = project.on(online);
                Limbeck other = project.on(offline)) {
            one.upgrade(MovementRequest.to("head"));
            String said = shell(offline, project.upgradeScript(offline, "head"));
            assertThat(said).doesNotContain("Error");
            assertThat(other.rows()).isEqualTo(one.rows());
            assertThat(other.events())
                    .extracting(HistoryEvent::heads)
                    .isEqualTo(one.events().stream().map(HistoryEvent::heads).toList());
            assertThat(offline.query(CATALOG)).isEqualTo(online.query(CATALOG));
        }
    }

    /** The shell reads what a person would type. */
    private static String shell(TestDatabase database, String script) throws SQLException {
        var said = new ByteArrayOutputStream();
        Shell shell = new Shell();
        shell.setInReader(new BufferedReader(new StringReader(script)));
        shell.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (Connection connection = database.connection()) {
            shell.runTool(connection);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
