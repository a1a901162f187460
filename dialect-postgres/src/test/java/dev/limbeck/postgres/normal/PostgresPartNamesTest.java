package dev.limbeck.postgres.normal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;

/** Names that the server makes, foretold: each part is added to a live table without a name. */
class PostgresPartNamesTest {
    private static final String LONG = "a_name_that_is_rather_long_for_a_column_of_any_table";
    private static final String WIDE = "größenverhältnismäßigkeitsprüfungsübersichtstabelle";

    private static final List<String> TABLES = List.of("t", "taken", LONG + "_2", WIDE);

    private static Map<String, TablePart> parts() {
        Map<String, TablePart> parts = new LinkedHashMap<>();
        PartName none = PartName.unknown();
        parts.put("ADD PRIMARY KEY (a)", PrimaryKey.of(none, "a"));
        parts.put("ADD UNIQUE (a)", Unique.of(none, "a"));
        parts.put("ADD UNIQUE (a, b)", Unique.of(none, "a", "b"));
        parts.put(
                "ADD UNIQUE (b) INCLUDE (a, c)",
                Unique.of(none, "b").withKey(Key.of("b").withInclude(List.of("a", "c"))));
        parts.put("ADD UNIQUE (a, b, c)", Unique.of(none, "a", "b", "c"));
        parts.put("ADD UNIQUE (" + LONG + ", b)", Unique.of(none, LONG, "b"));
        parts.put("ADD CHECK (a > 0)", Check.of(none, Expression.of("a > 0")));
        parts.put("ADD CHECK (a > 1)", Check.of(none, Expression.of("a > 1")));
        parts.put("ADD CHECK (a > b)", Check.of(none, Expression.of("a > b")));
        parts.put("ADD CHECK (a > 2 AND a < 9)", Check.of(none, Expression.of("a > 2 AND a < 9")));
        parts.put("ADD CHECK (1 > 0)", Check.of(none, Expression.of("1 > 0")));
        parts.put("ADD CHECK (" + LONG + " > 0)", Check.of(none, Expression.of(LONG + " > 0")));
        parts.put("ADD FOREIGN KEY (b) REFERENCES target", foreign("b"));
        parts.put("ADD FOREIGN KEY (c) REFERENCES target", foreign("c"));
        parts.put("ADD FOREIGN KEY (c) REFERENCES  target", foreign("c"));
        parts.put(
                "ADD EXCLUDE (a WITH =)",
                new Exclusion(
                        none,
                        Optional.empty(),
                        List.of(new Exclusion.Element(IndexPart.column("a"), "=")),
                        List.of(),
                        Optional.empty(),
                        dev.limbeck.schema.Options.none(),
                        dev.limbeck.schema.ConstraintState.normal(),
                        Optional.empty()));
        index(parts, "(a)", IndexPart.column("a"));
        index(parts, "(a) WHERE a > 1", IndexPart.column("a"));
        index(parts, "(a, b)", IndexPart.column("a"), IndexPart.column("b"));
        index(parts, "(b, b)", IndexPart.column("b"), IndexPart.column("b"));
        index(parts, "(lower(d))", expression("lower(d)"));
        index(parts, "((a + 1))", expression("a + 1"));
        index(parts, "((a + 1), (b + 1))", expression("a + 1"), expression("b + 1"));
        index(parts, "((a::text))", expression("a::text"));
        index(parts, "((1::bigint))", expression("1::bigint"));
        index(parts, "(coalesce(a, b))", expression("coalesce(a, b)"));
        index(parts, "((CASE WHEN a > 1 THEN 1 END))", expression("CASE WHEN a > 1 THEN 1 END"));
        index(parts, "(" + LONG + ")", IndexPart.column(LONG));
        index(
                parts,
                "(a, b, c, d, " + LONG + ")",
                IndexPart.column("a"),
                IndexPart.column("b"),
                IndexPart.column("c"),
                IndexPart.column("d"),
                IndexPart.column(LONG));
        return parts;
    }

    private static ForeignKey foreign(String column) {
        return ForeignKey.of(
                PartName.unknown(), List.of(column), QualifiedName.of("target"), List.of("id"));
    }

    private static IndexPart expression(String text) {
        return IndexPart.expression(Expression.of(text));
    }

    private static void index(Map<String, TablePart> parts, String text, IndexPart... indexed) {
        parts.put("INDEX " + text, Index.of(PartName.unknown(), List.of(indexed)));
    }

    private static Table table(String name) {
        List<Column> columns = new ArrayList<>();
        for (String column : List.of("a", "b", "c", LONG)) {
            columns.add(Column.of(column, ColumnType.of("integer")));
        }
        columns.add(Column.of("d", ColumnType.of("text")));
        return Table.of(QualifiedName.of(name), columns);
    }

    @ParameterizedTest
    @EngineSource("postgres")
    void namesAreForetold(TestServer server) throws Exception {
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection()) {
            PostgresPartNames names = new PostgresPartNames(DatabaseProduct.of(connection));
            execute(connection, "CREATE TABLE target (id integer PRIMARY KEY)");
            Table target =
                    Table.of(QualifiedName.of("target"), Column.of("id", ColumnType.of("integer")))
                            .withParts(List.of(PrimaryKey.of(PartName.of("target_pkey"), "id")));
            Table blocker =
                    Table.of(
                            QualifiedName.of("taken_a_idx"),
                            Column.of("x", ColumnType.of("integer")));
            execute(connection, "CREATE TABLE taken_a_idx (x integer)");
            Schema schema = Schema.of(List.of(target, blocker));
            List<String> wrong = new ArrayList<>();
            for (String name : TABLES) {
                Table table = table(name);
                execute(
                        connection,
                        "CREATE TABLE "
                                + name
                                + " (a integer, b integer, c integer, "
                                + LONG
                                + " integer, d text)");
                for (Map.Entry<String, TablePart> part : parts().entrySet()) {
                    String made = made(connection, name, part.getKey());
                    PartName foretold = names.nameFor(schema, table, part.getValue());
                    if (!made.equals(foretold.value())) {
                        wrong.add(part.getKey() + ": " + made + ", not " + foretold);
                    }
                    List<TablePart> more = new ArrayList<>(table.parts());
                    more.add(part.getValue().withName(PartName.of(made)));
                    table = table.withParts(more);
                }
            }
            assertEquals(List.of(), wrong);
        }
    }

    @ParameterizedTest
    @EngineSource("postgres")
    void sequencesOfSerialColumnsAreForetold(TestServer server) throws Exception {
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection()) {
            for (String table : TABLES) {
                execute(
                        connection,
                        "CREATE TABLE " + table + " (a serial, " + LONG + " bigserial)");
                for (String column : List.of("a", LONG)) {
                    String made =
                            text(
                                    connection,
                                    "SELECT pg_get_serial_sequence('"
                                            + table
                                            + "', '"
                                            + column
                                            + "')");
                    String foretold =
                            PostgresPartNames.sequence(
                                    Schema.empty(), QualifiedName.of(table), column);
                    assertEquals(made.replaceAll("public\\.|\"", ""), foretold);
                }
            }
        }
    }

    private static String made(Connection connection, String table, String what)
            throws SQLException {
        String list =
                "SELECT string_agg(name, ',' ORDER BY name) FROM (SELECT conname::text AS name FROM"
                        + " pg_constraint WHERE conrelid = '"
                        + table
                        + "'::regclass"
                        + " UNION SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid ="
                        + " indexrelid WHERE indrelid = '"
                        + table
                        + "'::regclass) x"
                        + " WHERE name NOT LIKE '%not_null'";
        String before = text(connection, list);
        execute(
                connection,
                what.startsWith("INDEX")
                        ? "CREATE INDEX ON " + table + what.substring("INDEX".length())
                        : "ALTER TABLE " + table + " " + what);
        List<String> names = new ArrayList<>(List.of(text(connection, list).split(",")));
        names.removeAll(List.of(before.split(",")));
        return String.join(",", names);
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1) == null ? "" : rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
