package dev.limbeck.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.SpellingSettlement;
import dev.limbeck.postgres.normal.PostgresNormalizer;
import dev.limbeck.postgres.render.PostgresRenderer;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;

/** The server's second opinion on texts whose normal forms differ. */
class PostgresSpellingProbeTest {
    private static final String TABLE =
            "CREATE TABLE wallet (id integer, held money, opened interval, doc xml)";

    private static Schema schema(String check, String held, String view) {
        Column id = Column.of("id", ColumnType.of("integer"));
        Column money =
                Column.of("held", ColumnType.of("money"))
                        .withDefault(Optional.of(Expression.of(held)));
        Column opened = Column.of("opened", ColumnType.of("interval"));
        Table wallet =
                Table.of(QualifiedName.of("wallet"), id, money, opened)
                        .withParts(List.of(Check.of(PartName.of("c"), Expression.of(check))));
        return Schema.of(
                List.of(wallet, View.of(QualifiedName.of("v"), Query.of(Expression.of(view)))));
    }

    private static SpellingSettlement settle(Connection connection, Schema one, Schema other)
            throws SQLException {
        PostgresNormalizer normalizer = new PostgresNormalizer(DatabaseProduct.of(connection));
        return SpellingSettlement.of(
                normalizer.normalize(one),
                normalizer.normalize(other),
                new PostgresSpellingProbe(connection, new PostgresRenderer(18)));
    }

    @ParameterizedTest
    @EngineSource("postgres")
    void oneTextToTheServerIsOneAfterwards(TestServer server) throws Exception {
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection()) {
            execute(connection, TABLE);
            Schema actual =
                    schema(
                            "(held > '$5.00'::money)",
                            "'$1.00'::money",
                            "SELECT id FROM wallet FOR UPDATE OF wallet");
            Schema desired = schema("held > '5'", "'1'", "SELECT id FROM wallet FOR UPDATE");
            PostgresNormalizer normalizer = new PostgresNormalizer(DatabaseProduct.of(connection));
            assertNotEquals(normalizer.normalize(actual), normalizer.normalize(desired));
            String before = catalog(connection);

            SpellingSettlement settlement = settle(connection, actual, desired);

            assertEquals(List.of(), settlement.refusals());
            assertEquals(3, settlement.asked());
            assertEquals(3, settlement.settled());
            assertEquals(normalizer.normalize(actual), settlement.desired());
            assertEquals(before, catalog(connection));
            assertTrue(connection.getAutoCommit());
        }
    }

    @ParameterizedTest
    @EngineSource("postgres")
    void realDifferencesStayAndRefusalsAreTold(TestServer server) throws Exception {
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection()) {
            execute(connection, TABLE);
            Schema actual = schema("id > 1", "'$1.00'::money", "SELECT id FROM wallet");
            Schema desired = schema("id > 2", "'2'", "SELECT id FROM nothing_here");

            SpellingSettlement settlement = settle(connection, actual, desired);

            assertEquals(3, settlement.asked());
            assertEquals(0, settlement.settled());
            assertEquals(1, settlement.refusals().size());
            assertTrue(settlement.refusals().get(0).startsWith("view v: "));
            assertTrue(settlement.refusals().get(0).contains("nothing_here"));
        }
    }

    @ParameterizedTest
    @EngineSource("postgres")
    void aConnectionThatMayNotWriteIsNotAsked(TestServer server) throws Exception {
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection()) {
            execute(connection, TABLE);
            execute(connection, "SET default_transaction_read_only = on");

            SpellingSettlement settlement =
                    settle(
                            connection,
                            schema("id > 1", "'1'", "SELECT 1"),
                            schema("id > 2", "'1'", "SELECT 1"));

            assertEquals(0, settlement.asked());
            assertTrue(settlement.refusals().get(0).contains("read-only"));
        }
    }

    private static String catalog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT (SELECT count(*) FROM pg_class), (SELECT count(*) FROM"
                                        + " pg_namespace), (SELECT count(*) FROM pg_type),"
                                        + " current_setting('search_path'),"
                                        + " current_setting('lock_timeout')")) {
            rows.next();
            return rows.getString(1)
                    + rows.getString(2)
                    + rows.getString(3)
                    + rows.getString(4)
                    + rows.getString(5);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
