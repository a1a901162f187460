package dev.limbeck.postgres.normal;

import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.CompositeType.Attribute;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Routine.Argument;
import dev.limbeck.schema.Routine.Mode;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schema of {@code normal/fixture.sql}: its tables as the catalog has them, the rest by hand.
 */
final class FixtureSchema {
    private FixtureSchema() {}

    static Schema read(Connection connection) throws SQLException {
        List<SchemaObject> objects = new ArrayList<>(tables(connection));
        objects.add(EnumType.of(QualifiedName.of("mood"), "sad", "ok", "happy"));
        objects.add(EnumType.of(QualifiedName.of("app", "level"), "low", "high"));
        objects.add(Domain.of(QualifiedName.of("email"), ColumnType.of("text")));
        objects.add(Domain.of(QualifiedName.of("cents"), ColumnType.of("integer")));
        objects.add(
                CompositeType.of(
                        QualifiedName.of("address"),
                        Attribute.of("street", ColumnType.of("text")),
                        Attribute.of("zip", ColumnType.of("varchar", "10"))));
        objects.add(Sequence.of(QualifiedName.of("ticket_seq")));
        objects.add(Sequence.of(QualifiedName.of("app", "ticket_seq")));
        objects.add(
                function(
                        QualifiedName.of("twice"),
                        List.of(Argument.in("n", ColumnType.of("integer"))),
                        "integer"));
        objects.add(
                function(
                        QualifiedName.of("app", "label"),
                        List.of(Argument.in("t", ColumnType.of("text"))),
                        "text"));
        objects.add(
                function(
                        QualifiedName.of("tagged"),
                        List.of(
                                Argument.in("id", ColumnType.of("bigint")),
                                column("tag", "text"),
                                column("weight", "integer")),
                        "TABLE(tag text, weight integer)"));
        objects.add(
                View.of(
                        QualifiedName.of("active_account"),
                        Query.of(
                                Expression.of(
                                        "SELECT id, name, email, score FROM account WHERE active"))));
        return Schema.of(objects);
    }

    private static Argument column(String name, String type) {
        return new Argument(name, Mode.TABLE, ColumnType.of(type), Optional.empty());
    }

    private static Routine function(QualifiedName name, List<Argument> arguments, String returns) {
        return Routine.function(
                        name, arguments, Expression.of(returns), "sql", Expression.of("SELECT 1"))
                .withOptions(Options.none().with("volatility", "immutable"));
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        Map<QualifiedName, List<Column>> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT n.nspname, c.relname, a.attname,"
                                        + " format_type(a.atttypid, a.atttypmod)"
                                        + " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                                        + " WHERE n.nspname IN ('public', 'app') AND c.relkind = 'r'"
                                        + " AND a.attnum > 0 ORDER BY c.oid, a.attnum")) {
            while (rows.next()) {
                QualifiedName name = PostgresTypes.name(rows.getString(1), rows.getString(2));
                tables.computeIfAbsent(name, each -> new ArrayList<>())
                        .add(Column.of(rows.getString(3), PostgresTypes.parse(rows.getString(4))));
            }
        }
        return tables.entrySet().stream()
                .map(table -> Table.of(table.getKey(), table.getValue()))
                .toList();
    }
}
