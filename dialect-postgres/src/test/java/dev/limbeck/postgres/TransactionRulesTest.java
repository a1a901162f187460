package dev.limbeck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.TransactionRefusal;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;

/**
 * Holds each rule against the server: what is refused fails inside a transaction, and only that.
 */
@ParameterizedClass
@EngineSource("postgres")
class TransactionRulesTest {
    private static final String INSIDE_TRANSACTION = "25001";
    private static final String SYNTAX_ERROR = "42601";

    /** These forms are newer than the oldest server. */
    private static final Pattern SINCE_14 =
            Pattern.compile("REINDEX \\(CONCURRENTLY.*|.* DETACH PARTITION .* CONCURRENTLY");

    private static final List<String> SETUP =
            List.of(
                    "CREATE TABLE item (id integer PRIMARY KEY, name text)",
                    "CREATE INDEX item_name ON item (name)",
                    "ALTER TABLE item CLUSTER ON item_name",
                    "CREATE TABLE part (id integer PRIMARY KEY) PARTITION BY RANGE (id)",
                    "CREATE TABLE part1 PARTITION OF part FOR VALUES FROM (1) TO (10)",
                    "CREATE TABLE part2 PARTITION OF part FOR VALUES FROM (10) TO (20)",
                    "CREATE TYPE colour AS ENUM ('red')",
                    "CREATE MATERIALIZED VIEW items AS SELECT id FROM item",
                    "CREATE UNIQUE INDEX items_id ON items (id)",
                    "CREATE FUNCTION concurrently() RETURNS integer LANGUAGE sql AS 'SELECT 1'");

    private static final List<String> REFUSED =
            List.of(
                    "VACUUM",
                    "VACUUM item",
                    "VACUUM (ANALYZE) item",
                    "CREATE DATABASE more TEMPLATE no_such_template",
                    "DROP DATABASE IF EXISTS more",
                    "ALTER DATABASE no_such_database SET TABLESPACE pg_default",
                    "CREATE TABLESPACE more LOCATION '/nowhere'",
                    "DROP TABLESPACE IF EXISTS more",
                    "CREATE INDEX CONCURRENTLY ON item (name)",
                    "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS item_id ON item (id)",
                    "create index /* quietly */ concurrently on item (name)",
                    "DROP INDEX CONCURRENTLY IF EXISTS item_id",
                    "REINDEX INDEX CONCURRENTLY item_name",
                    "REINDEX TABLE CONCURRENTLY item",
                    "REINDEX (CONCURRENTLY) TABLE item",
                    "REINDEX (CONCURRENTLY ON, VERBOSE) TABLE item",
                    "REINDEX SCHEMA public",
                    "REINDEX (VERBOSE) SCHEMA public",
                    "REINDEX DATABASE no_such_database",
                    "REINDEX SYSTEM no_such_database",
                    "ALTER TABLE part DETACH PARTITION part1 CONCURRENTLY",
                    "ALTER TABLE IF EXISTS public.part DETACH PARTITION public.part1 CONCURRENTLY",
                    "CLUSTER",
                    "CLUSTER VERBOSE",
                    "ALTER SYSTEM SET no_such_parameter = 1",
                    "DISCARD ALL",
                    "CREATE SUBSCRIPTION s CONNECTION 'port=1' PUBLICATION p",
                    "CREATE SUBSCRIPTION s CONNECTION 'port=1' PUBLICATION p WITH (connect = on)",
                    "COMMIT PREPARED 'x'",
                    "ROLLBACK PREPARED 'x'");

    private static final List<String> PERMITTED =
            List.of(
                    "ANALYZE item",
                    "CREATE INDEX ON item (concurrently())",
                    "CREATE INDEX \"concurrently\" ON item (name)",
                    "DROP INDEX item_name",
                    "REINDEX TABLE item",
                    "REINDEX INDEX item_name",
                    "REINDEX (CONCURRENTLY FALSE) TABLE item",
                    "REFRESH MATERIALIZED VIEW items",
                    "REFRESH MATERIALIZED VIEW CONCURRENTLY items",
                    "ALTER TABLE part DETACH PARTITION part2",
                    "ALTER TYPE colour ADD VALUE 'blue'",
                    "ALTER TYPE colour ADD VALUE IF NOT EXISTS 'green' BEFORE 'red'",
                    "CLUSTER item",
                    "CLUSTER item USING item_name",
                    "CLUSTER VERBOSE item",
                    "DISCARD TEMP",
                    "DISCARD PLANS",
                    "ALTER DATABASE no_such_database SET work_mem = '4MB'",
                    "ALTER DATABASE no_such_database CONNECTION LIMIT 5",
                    "CREATE SUBSCRIPTION s CONNECTION 'port=1' PUBLICATION p WITH (connect = false)",
                    "CREATE SUBSCRIPTION s CONNECTION 'port=1' PUBLICATION p"
                            + " WITH (create_slot = off, connect)",
                    "DROP SUBSCRIPTION IF EXISTS s",
                    "CHECKPOINT",
                    "LOCK TABLE item",
                    "SAVEPOINT here",
                    "SET TRANSACTION READ WRITE",
                    "SET LOCAL work_mem = '4MB'",
                    "PREPARE question AS SELECT 1",
                    "INSERT INTO item VALUES (1, 'commit; vacuum')",
                    "SELECT 'begin' AS begin");

    private static final List<String> TRANSACTION_CONTROL =
            List.of(
                    "BEGIN",
                    "BEGIN ISOLATION LEVEL SERIALIZABLE",
                    "START TRANSACTION READ ONLY",
                    "COMMIT",
                    "COMMIT AND CHAIN",
                    "END",
                    "END WORK",
                    "ROLLBACK",
                    "ROLLBACK AND NO CHAIN",
                    "ABORT",
                    "PREPARE TRANSACTION 'x'");

    private final TestDatabase database;

    TransactionRulesTest(TestServer server) throws SQLException {
        database = server.newDatabase();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> refusedStatementsFailInsideATransaction() {
        return each(
                REFUSED,
                (connection, sql) -> {
                    assertThat(refusal(connection, sql)).isPresent();
                    assertThat(stateInside(connection, sql))
                            .hasValue(knows(connection, sql) ? INSIDE_TRANSACTION : SYNTAX_ERROR);
                    assertThat(stateOutside(connection, sql))
                            .isNotEqualTo(Optional.of(INSIDE_TRANSACTION));
                });
    }

    private static boolean knows(Connection connection, String sql) throws SQLException {
        return DatabaseProduct.of(connection).major() >= 14 || !SINCE_14.matcher(sql).matches();
    }

    @TestFactory
    Stream<DynamicTest> otherStatementsAreLeftToTheServer() {
        return each(
                PERMITTED,
                (connection, sql) -> {
                    assertThat(refusal(connection, sql)).isEmpty();
                    assertThat(stateInside(connection, sql))
                            .isNotEqualTo(Optional.of(INSIDE_TRANSACTION));
                });
    }

    @TestFactory
    Stream<DynamicTest> transactionControlIsRefused() {
        return each(
                TRANSACTION_CONTROL,
                (connection, sql) ->
                        assertThat(refusal(connection, sql))
                                .hasValueSatisfying(
                                        reason ->
                                                assertThat(reason)
                                                        .startsWith(sql.split(" ")[0])
                                                        .contains("the transaction that holds")));
    }

    @TestFactory
    Stream<DynamicTest> savepointsAreNotTransactionControl() {
        return each(
                List.of("ROLLBACK TO here", "ROLLBACK WORK TO SAVEPOINT here", "RELEASE here"),
                (connection, sql) -> assertThat(refusal(connection, sql)).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> subscriptionsThatRefreshAreRefused() {
        return each(
                List.of(
                        "ALTER SUBSCRIPTION s REFRESH PUBLICATION",
                        "ALTER SUBSCRIPTION s SET PUBLICATION p"),
                (connection, sql) -> {
                    assertThat(refusal(connection, sql)).isPresent();
                    assertThat(stateInside(connection, sql)).isPresent();
                });
    }

    @TestFactory
    Stream<DynamicTest> subscriptionsThatDoNotRefreshAreNot() {
        return each(
                List.of(
                        "ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false)",
                        "ALTER SUBSCRIPTION s DISABLE",
                        "ALTER SUBSCRIPTION s SET (synchronous_commit = off)"),
                (connection, sql) -> {
                    execute(
                            connection,
                            "CREATE SUBSCRIPTION s CONNECTION 'port=1' PUBLICATION p"
                                    + " WITH (connect = false)");
                    try {
                        assertThat(refusal(connection, sql)).isEmpty();
                        assertThat(stateInside(connection, sql)).isEmpty();
                    } finally {
                        dropSubscription(connection);
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> failoverOfASubscriptionIsRefusedWhereItExists() {
        return each(
                List.of("ALTER SUBSCRIPTION s SET (failover = true)"),
                (connection, sql) -> {
                    execute(
                            connection,
                            "CREATE SUBSCRIPTION s CONNECTION 'port=1' PUBLICATION p"
                                    + " WITH (connect = false)");
                    try {
                        boolean known = DatabaseProduct.of(connection).major() >= 17;
                        assertThat(refusal(connection, sql).isPresent()).isEqualTo(known);
                        assertThat(stateInside(connection, sql))
                                .hasValue(known ? INSIDE_TRANSACTION : SYNTAX_ERROR);
                    } finally {
                        dropSubscription(connection);
                    }
                });
    }

    private static void dropSubscription(Connection connection) throws SQLException {
        execute(connection, "ALTER SUBSCRIPTION s SET (slot_name = NONE)", "DROP SUBSCRIPTION s");
    }

    /** A statement and what is to be seen of it. */
    private interface Trial {
        void run(Connection connection, String sql) throws SQLException;
    }

    private Stream<DynamicTest> each(List<String> statements, Trial trial) {
        return statements.stream()
                .map(sql -> DynamicTest.dynamicTest(sql, () -> inFreshSchema(sql, trial)));
    }

    private void inFreshSchema(String sql, Trial trial) throws SQLException {
        try (Connection connection = database.connection()) {
            execute(connection, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
            execute(connection, SETUP.toArray(String[]::new));
            trial.run(connection, sql);
        }
    }

    private static Optional<String> refusal(Connection connection, String sql) throws SQLException {
        var dialect = new PostgresDialect();
        return dialect.refusesTransaction(
                        SqlTokenizer.significant(sql, dialect.lexicon()),
                        DatabaseProduct.of(connection))
                .map(TransactionRefusal::reason);
    }

    private static Optional<String> stateInside(Connection connection, String sql)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            return stateOutside(connection, sql);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Optional<String> stateOutside(Connection connection, String sql) {
        try {
            execute(connection, sql);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e.getSQLState());
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
