package dev.limbeck.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** A user who lacks something for the pending scripts is told so before any of them runs. */
@ParameterizedClass
@EngineSource({"mysql", "mariadb"})
class MySqlPrivilegesTest {
    private static final String PASSWORD = "Secret.of-the-test-1";

    @Parameter TestServer server;
    @TempDir Path folder;
    private TestDatabase database;
    private TestDatabase asUser;
    private String user;

    @BeforeEach
    void makeUser() throws SQLException {
        database = server.newDatabase();
        user = "u" + Long.toHexString(System.nanoTime());
        execute("CREATE USER '" + user + "'@'%' IDENTIFIED BY '" + PASSWORD + "'");
        execute("CREATE TABLE there (id integer)");
        asUser = new TestDatabase(database.url(), user, PASSWORD, () -> {});
    }

    @AfterEach
    void dropUser() throws SQLException {
        execute("DROP USER '" + user + "'@'%'");
        database.close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private TemporaryProject project() {
        return new TemporaryProject(folder)
                .up(
                        "rev1",
                        "",
                        "CREATE TABLE mine (id integer);\n"
                                + "INSERT INTO mine VALUES (1);\n"
                                + "INSERT INTO there VALUES (1);\n"
                                + "ALTER TABLE there ADD COLUMN n integer;\n"
                                + "CREATE VIEW v AS SELECT 1 AS one;\n");
    }

    @Test
    void whatIsLackingIsListedAndNothingRuns() throws SQLException {
        String name = database.query("SELECT DATABASE()");
        execute("GRANT SELECT, CREATE, INSERT ON " + name + ".* TO '" + user + "'@'%'");

        try (Limbeck limbeck = project().on(asUser)) {
            LimbeckException failure =
                    catchThrowableOfType(
                            LimbeckException.class,
                            () -> limbeck.upgrade(MovementRequest.to("head")));

            assertThat(failure.code()).isEqualTo(ErrorCode.PRIVILEGE_MISSING);
            assertThat(failure.diagnostics())
                    .extracting(Diagnostic::message)
                    .allMatch(message -> message.contains(" lacks "))
                    .extracting(message -> message.replaceAll(".* lacks (.*) on .*", "$1"))
                    .containsExactly("ALTER", "CREATE VIEW");
        }
        assertThat(
                        database.query(
                                "SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE()"))
                .isEqualTo("1");
    }

    @Test
    void whoHasAllRuns() throws SQLException {
        String name = database.query("SELECT DATABASE()");
        execute("GRANT ALL ON " + name + ".* TO '" + user + "'@'%'");

        try (Limbeck limbeck = project().on(asUser)) {
            assertThat(limbeck.upgrade(MovementRequest.to("head")).steps()).hasSize(1);
        }
    }

    @Test
    void aGrantOnOneTableCounts() throws SQLException {
        String name = database.query("SELECT DATABASE()");
        execute(
                "GRANT SELECT, CREATE, CREATE VIEW, INSERT, UPDATE, DELETE ON "
                        + name
                        + ".* TO '"
                        + user
                        + "'@'%'");
        execute("GRANT ALTER ON " + name + ".there TO '" + user + "'@'%'");

        try (Limbeck limbeck = project().on(asUser)) {
            assertThat(limbeck.planUpgrade(MovementRequest.to("head")).notices())
                    .extracting(Diagnostic::code)
                    .doesNotContain(ErrorCode.PRIVILEGE_MISSING);
        }
    }
}
