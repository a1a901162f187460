package dev.limbeck.mysql;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.GeneratedSchemas;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * MySQL or MariaDB as the contract sees it.
 *
 * @param server makes a new database
 */
record MySqlUnderTest(TestServer server) implements DatabaseUnderTest {
    @Override
    public Dialect dialect() {
        return Dialects.installed().byName("mysql");
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
        return server.newDatabase();
    }

    @Override
    public void kill(Connection victim) throws SQLException {
        String session = dialect().session(victim);
        try (TestDatabase other = newDatabase();
                Connection killer =
                        DriverManager.getConnection(other.url(), other.user(), other.password());
                Statement statement = killer.createStatement()) {
            statement.execute("KILL " + session);
        }
    }

    @Override
    public String dropIndex(String index, String table) {
        return "DROP INDEX " + index + " ON " + table;
    }

    @Override
    public String primaryKeyName(String written) {
        return "PRIMARY";
    }

    @Override
    public List<FailingStatement> failingStatements() {
        return List.of(
                new FailingStatement("CREATE «TABEL» x (id integer)"),
                new FailingStatement("INSERT INTO item (id)\n  «VALUSE» ('größe 😀')"),
                new FailingStatement("SELECT '😀', «FROM» item"),
                new FailingStatement("SELECT '😀', «nam» FROM item"),
                new FailingStatement("INSERT INTO «itme» (id) VALUES (1)"),
                new FailingStatement("ALTER TABLE item DROP COLUMN «nam»"),
                new FailingStatement("CREATE INDEX i ON item («`nam`»)"));
    }

    @Override
    public List<SessionChange> sessionChanges() {
        return List.of(
                new SessionChange("USE information_schema", "SELECT DATABASE()"),
                new SessionChange(
                        "SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'",
                        "SELECT @@SESSION.sql_mode"),
                new SessionChange("SET time_zone = '+05:30'", "SELECT @@SESSION.time_zone"),
                new SessionChange("SET foreign_key_checks = 0", "SELECT @@foreign_key_checks"),
                new SessionChange("SET NAMES latin1", "SELECT @@character_set_client"),
                new SessionChange(
                        "SET SESSION innodb_lock_wait_timeout = 7",
                        "SELECT @@SESSION.innodb_lock_wait_timeout"),
                new SessionChange(
                        "SET SESSION group_concat_max_len = 77",
                        "SELECT @@SESSION.group_concat_max_len"),
                new SessionChange(
                        "SET SESSION transaction_isolation = 'READ-COMMITTED'",
                        "SELECT @@SESSION.transaction_isolation"));
    }

    @Override
    public Optional<GeneratedSchemas> generatedSchemas() {
        return Optional.of(MadeUpSchemas.on(version()));
    }

    private ServerVersion version() {
        try (TestDatabase database = newDatabase();
                Connection connection = database.connection()) {
            return ServerVersion.of(DatabaseProduct.of(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("the server doesn't say what it is", e);
        }
    }

    @Override
    public String slowQuery() {
        return "SELECT COUNT(*) FROM information_schema.collations a, information_schema.collations b,"
                + " information_schema.collations c, information_schema.collations d,"
                + " information_schema.collations e";
    }
}
