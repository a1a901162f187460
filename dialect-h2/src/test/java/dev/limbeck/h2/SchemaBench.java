package dev.limbeck.h2;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.diff.ChangeSet;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database in memory and what H2's schema support makes of it. */
final class SchemaBench implements AutoCloseable {
    static final SchemaSupport SUPPORT = new H2Schemas();

    private final Connection connection;

    SchemaBench() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:", "sa", "");
        run(List.of("CREATE ROLE reader", "CREATE ROLE writer"));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Runs statements one after the other; an error tells which and what ran before. */
    void run(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < statements.size(); i++) {
                try {
                    statement.execute(statements.get(i));
                } catch (SQLException e) {
                    throw new SQLException(
                            e.getMessage() + "\n  in: " + String.join(";\n", statements),
                            e.getSQLState(),
                            e);
                }
            }
        }
    }

    void run(String script) throws SQLException {
        run(H2Scripts.statements(script));
    }

    /** Reads the schema and brings it to normal form. */
    Schema read() throws SQLException {
        return normal(raw());
    }

    Schema raw() throws SQLException {
        return SUPPORT.introspector(connection).read(ObjectFilter.all()).schema();
    }

    static Schema normal(Schema schema) {
        return SUPPORT.normalizer().normalize(schema);
    }

    static ChangeSet diff(Schema actual, Schema desired) {
        return SchemaDiff.between(actual, desired, SUPPORT.diffOptions());
    }

    static List<String> sql(List<SchemaChange> changes) {
        return SUPPORT.renderer().render(changes).stream().map(RenderedStatement::sql).toList();
    }

    /** Returns what tells two schemas apart, for messages. */
    static String difference(Schema one, Schema other) {
        List<String> told = new ArrayList<>();
        for (SchemaObject object : one.objects()) {
            SchemaObject found = other.find(object.id()).orElse(null);
            if (!object.equals(found)) {
                told.add("- " + object + "\n+ " + found);
            }
        }
        for (SchemaObject object : other.objects()) {
            if (one.find(object.id()).isEmpty()) {
                told.add("- null\n+ " + object);
            }
        }
        return String.join("\n", told);
    }
}
