package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Introspection;
import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.diff.ChangeSet;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.tck.schema.Feature;
import dev.limbeck.tck.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An empty database in which schemas are built, read and changed. */
final class SchemaWorkshop implements AutoCloseable {
    private final TestDatabase database;
    private final Connection connection;
    private final SchemaSupport support;

    /** A server that holds other databases besides is read no further than the default one. */
    private final ObjectFilter everything;

    SchemaWorkshop(DatabaseUnderTest subject, GeneratedSchemas schemas) throws SQLException {
        this.everything =
                schemas.vocabulary().features().contains(Feature.NAMESPACES)
                        ? ObjectFilter.all()
                        : new ObjectFilter(List.of(""), List.of("*"), List.of());
        this.database = subject.newDatabase();
        this.connection = database.connection();
        this.support =
                subject.dialect()
                        .schemas(DatabaseProduct.of(connection))
                        .orElseThrow()
                        .on(connection);
        run(schemas.preparation());
    }

    Connection connection() {
        return connection;
    }

    /** Makes the changes that lead from what is there to a schema; returns their statements. */
    List<String> become(Schema goal) throws SQLException {
        Schema start = read();
        List<String> statements = sql(start, diff(start, goal).changes());
        run(statements);
        return statements;
    }

    void run(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    String all = String.join(";\n", statements);
                    throw new SQLException(
                            e.getMessage() + "\n  in " + sql + "\n  of " + all, e.getSQLState(), e);
                }
            }
        }
    }

    Introspection introspect(ObjectFilter filter) throws SQLException {
        return support.introspector(connection).read(filter);
    }

    /** Returns what is there, in normal form. */
    Schema read() throws SQLException {
        return normal(introspect(everything).schema());
    }

    Schema normal(Schema schema) {
        return support.normalizer().normalize(schema);
    }

    ChangeSet diff(Schema from, Schema to) {
        return SchemaDiff.between(from, to, support.diffOptions());
    }

    /** Returns the SQL of changes that begin at a schema. */
    List<String> sql(Schema before, List<SchemaChange> changes) {
        return rendered(before, changes).stream().map(RenderedStatement::sql).toList();
    }

    /** Returns the statements of changes that begin at a schema. */
    List<RenderedStatement> rendered(Schema before, List<SchemaChange> changes) {
        return support.renderer().render(before, changes);
    }

    /** Returns the filter that lets through what the database under test holds. */
    ObjectFilter everything() {
        return everything;
    }

    SchemaSupport support() {
        return support;
    }

    /** Returns what is there, as the server tells it. */
    Schema raw() throws SQLException {
        return introspect(everything).schema();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }

    static void requireEqual(Schema found, Schema wanted, String when) {
        assertThat(found).as(() -> difference(found, wanted) + "\n" + when).isEqualTo(wanted);
    }

    /** Returns what tells two schemas apart, for messages. */
    private static String difference(Schema found, Schema wanted) {
        List<String> told = new ArrayList<>();
        for (SchemaObject object : found.objects()) {
            SchemaObject other = wanted.find(object.id()).orElse(null);
            if (!object.equals(other)) {
                told.add("found  " + object + "\nwanted " + other);
            }
        }
        for (SchemaObject object : wanted.objects()) {
            if (found.find(object.id()).isEmpty()) {
                told.add("wanted " + object);
            }
        }
        return told.stream().collect(Collectors.joining("\n"));
    }
}
