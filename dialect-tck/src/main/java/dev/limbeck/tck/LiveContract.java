package dev.limbeck.tck;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.TransactionRefusal;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.tck.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/** What the concerns that need a database share: an empty one for each test, and a connection. */
abstract class LiveContract {
    private TestDatabase database;
    private Connection connection;

    /** Returns what is tested; called for each test. */
    protected abstract DatabaseUnderTest subject();

    @BeforeEach
    final void openDatabase() throws SQLException {
        database = subject().newDatabase();
        connection = database.connection();
        execute(connection, "CREATE TABLE item (id integer, name varchar(100))");
    }

    /** A test that was skipped because no server can be had has nothing to give back. */
    @AfterEach
    final void dropDatabase() throws SQLException {
        if (connection != null) {
            connection.close();
        }
        if (database != null) {
            database.close();
        }
    }

    final TestDatabase database() {
        return database;
    }

    final Connection connection() {
        return connection;
    }

    final Dialect dialect() {
        return subject().dialect();
    }

    final DatabaseProduct product() throws SQLException {
        return DatabaseProduct.of(connection);
    }

    final boolean can(Capability capability) throws SQLException {
        return dialect().capabilities(product()).contains(capability);
    }

    /**
     * Passes over a test of a capability that is absent; the refusal is {@link RefusalContract}'s.
     */
    final void assumeCan(Capability capability) throws SQLException {
        Assumptions.assumeTrue(can(capability), "the capability is absent: " + capability);
    }

    final Optional<String> refusal(String statement) throws SQLException {
        List<SqlToken> tokens = SqlTokenizer.significant(statement, dialect().lexicon());
        return dialect().refusesTransaction(tokens, product()).map(TransactionRefusal::reason);
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** Something that talks to the database. */
    @FunctionalInterface
    interface Conversation {
        void run() throws SQLException;
    }

    static SQLException failure(Conversation conversation) {
        try {
            conversation.run();
        } catch (SQLException e) {
            return e;
        }
        throw new AssertionError("should have failed");
    }

    static SQLException failure(Connection connection, String sql) {
        return failure(() -> execute(connection, sql));
    }
}
