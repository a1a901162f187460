package dev.limbeck.h2.normal;

import dev.limbeck.h2.normal.PrintedTexts.Place;
import dev.limbeck.h2.normal.PrintedTexts.Slot;
import dev.limbeck.h2.text.H2Identifiers;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.type.H2Domains;
import dev.limbeck.h2.type.H2Types;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A database in memory that is there for a moment, to see how H2 prints texts. What is sent to it
 * runs without rights beyond its schemas, so no text can read a file or reach another database.
 */
final class ScratchDatabase implements AutoCloseable {
    private static final String USER = "LIMBECK";

    private final Connection owner;
    private final Connection guest;
    private final Statement guestStatement;
    private final List<Task> open = new ArrayList<>();
    private final Map<String, Slot> checks = new HashMap<>();

    /** A statement that may need another one first. */
    private record Task(String sql, String otherwise) {
        Task(String sql) {
            this(sql, "");
        }
    }

    private ScratchDatabase() throws SQLException {
        String name = "mem:" + UUID.randomUUID();
        this.owner = connect(name, "SA");
        try (Statement statement = owner.createStatement()) {
            statement.execute("CREATE USER " + USER + " PASSWORD ''");
            statement.execute("GRANT ALTER ANY SCHEMA TO " + USER);
            statement.execute("GRANT ALL ON SCHEMA PUBLIC TO " + USER);
        }
        this.guest = connect(name, USER);
        this.guestStatement = guest.createStatement();
    }

    private static Connection connect(String name, String user) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + name);
        return source.getConnection(user, "");
    }

    @Override
    public void close() throws SQLException {
        guest.close();
        owner.close();
    }

    /** Returns how H2 prints the texts of some objects. */
    static PrintedTexts print(List<SchemaObject> objects) {
        if (objects.stream().noneMatch(ScratchDatabase::hasText)) {
            return new PrintedTexts();
        }
        try (ScratchDatabase scratch = new ScratchDatabase()) {
            scratch.makeSchemas(objects);
            objects.forEach(scratch::addObject);
            scratch.work();
            return scratch.read();
        } catch (SQLException e) {
            throw new IllegalStateException("H2 refuses a database in memory", e);
        }
    }

    private static boolean hasText(SchemaObject object) {
        if (object instanceof Table table) {
            return !table.parts(Check.class).isEmpty()
                    || table.columns().stream().anyMatch(ScratchDatabase::hasText);
        }
        return object instanceof View
                || object instanceof MaterializedView
                || object instanceof Domain
                || object instanceof OpaqueObject;
    }

    private static boolean hasText(Column column) {
        return column.defaultValue().isPresent()
                || column.generated().isPresent()
                || column.options().has(Options.ON_UPDATE);
    }

    private void makeSchemas(List<SchemaObject> objects) throws SQLException {
        TreeSet<String> schemas = new TreeSet<>();
        objects.forEach(object -> schemas.add(object.id().name().schema()));
        schemas.remove("");
        try (Statement statement = owner.createStatement()) {
            for (String schema : schemas) {
                String quoted = H2Identifiers.INSTANCE.quote(schema);
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + quoted);
                statement.execute("GRANT ALL ON SCHEMA " + quoted + " TO " + USER);
            }
        }
    }

    private void addObject(SchemaObject object) {
        QualifiedName name = object.id().name();
        if (object instanceof Sequence) {
            open.add(new Task("CREATE SEQUENCE " + H2Names.write(name)));
        } else if (object instanceof Synonym synonym) {
            String target = H2Names.write(synonym.target(), name.schema());
            open.add(new Task("CREATE SYNONYM " + H2Names.write(name) + " FOR " + target));
        } else if (object instanceof OpaqueObject opaque && opaque.type().equals("constant")) {
            open.add(new Task(opaque.definition().source()));
        } else if (object instanceof Domain domain) {
            addDomain(domain);
        } else if (object instanceof Table table) {
            addTable(table);
        } else if (object instanceof View view) {
            addView(name, view.query());
        } else if (object instanceof MaterializedView view) {
            addView(name, view.query());
        }
    }

    private void addDomain(Domain domain) {
        open.add(new Task(H2Domains.head(domain)));
        String alter = "ALTER DOMAIN " + H2Names.write(domain.name());
        domain.defaultValue()
                .ifPresent(
                        text ->
                                open.add(
                                        new Task(
                                                alter + " SET DEFAULT " + wrapped(text.source()))));
        for (Check check : domain.constraints()) {
            addCheck(alter, domain.name(), check);
        }
    }

    private static String wrapped(String text) {
        return "(" + text + "\n)";
    }

    private void addCheck(String alter, QualifiedName owner, Check check) {
        String name = "LIMBECK$" + checks.size();
        String text = check.predicate().source();
        checks.put(name, new Slot(owner, Place.CHECK, text));
        open.add(
                new Task(
                        alter
                                + " ADD CONSTRAINT "
                                + H2Names.write(owner.sibling(name))
                                + " CHECK "
                                + wrapped(text)));
    }

    private void addTable(Table table) {
        List<String> plain = new ArrayList<>();
        List<String> full = new ArrayList<>();
        for (Column column : table.columns()) {
            String definition =
                    H2Identifiers.INSTANCE.quote(column.name())
                            + " "
                            + H2Types.render(column.type());
            plain.add(definition);
            full.add(
                    definition
                            + column.generated()
                                    .map(found -> found.expression().source())
                                    .map(text -> " GENERATED ALWAYS AS " + wrapped(text))
                                    .orElse(""));
        }
        String create = "CREATE TABLE " + H2Names.write(table.name()) + " (";
        open.add(
                new Task(
                        create + String.join(", ", full) + ")",
                        create + String.join(", ", plain) + ")"));
        String alter = "ALTER TABLE " + H2Names.write(table.name());
        for (Column column : table.columns()) {
            String set =
                    alter
                            + " ALTER COLUMN "
                            + H2Identifiers.INSTANCE.quote(column.name())
                            + " SET ";
            column.defaultValue()
                    .map(Expression::source)
                    .ifPresent(text -> open.add(new Task(set + "DEFAULT " + wrapped(text))));
            column.options()
                    .get(Options.ON_UPDATE)
                    .ifPresent(text -> open.add(new Task(set + "ON UPDATE " + wrapped(text))));
        }
        for (TablePart part : table.parts()) {
            if (part instanceof Check check) {
                addCheck(alter, table.name(), check);
            }
        }
    }

    private void addView(QualifiedName name, Query query) {
        String aliases =
                query.aliases().isEmpty() ? "" : " (" + H2Names.write(query.aliases()) + ")";
        open.add(
                new Task(
                        "CREATE VIEW "
                                + H2Names.write(name)
                                + aliases
                                + " AS "
                                + query.text().source()));
    }

    /** Does what can be done, until nothing more can. */
    private void work() {
        boolean progress = true;
        while (progress) {
            progress = open.removeIf(task -> runs(task.sql()));
            if (!progress) {
                progress =
                        open.removeIf(
                                task -> !task.otherwise().isEmpty() && runs(task.otherwise()));
            }
        }
    }

    /** Returns whether a statement runs; one that H2 refuses leaves its text as it is. */
    private boolean runs(String sql) {
        try {
            guestStatement.execute(sql);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private PrintedTexts read() throws SQLException {
        PrintedTexts texts = new PrintedTexts();
        try (Statement statement = owner.createStatement()) {
            readColumns(statement, texts);
            readChecks(statement, texts);
            readOthers(statement, texts);
        }
        return texts;
    }

    private static void readColumns(Statement statement, PrintedTexts texts) throws SQLException {
        Map<QualifiedName, List<Query.OutputColumn>> columns = new LinkedHashMap<>();
        String sql =
                "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, COLUMN_ON_UPDATE,"
                        + " GENERATION_EXPRESSION,"
                        + " DATA_TYPE_SQL(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER)"
                        + " FROM INFORMATION_SCHEMA.COLUMNS"
                        + " WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'"
                        + " ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION";
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                QualifiedName table = H2Names.of(row.getString(1), row.getString(2));
                String column = row.getString(3);
                put(texts, new Slot(table, Place.DEFAULT, column), row.getString(4));
                put(texts, new Slot(table, Place.ON_UPDATE, column), row.getString(5));
                put(texts, new Slot(table, Place.GENERATED, column), row.getString(6));
                columns.computeIfAbsent(table, absent -> new ArrayList<>())
                        .add(PrintedTexts.outputColumn(column, H2Types.parse(row.getString(7))));
            }
        }
        columns.forEach(texts::put);
    }

    private static void put(
            PrintedTexts texts, Slot slot, @org.jspecify.annotations.Nullable String text) {
        if (text != null) {
            texts.put(slot, text);
        }
    }

    private void readChecks(Statement statement, PrintedTexts texts) throws SQLException {
        String sql =
                "SELECT CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS";
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Slot slot = checks.get(row.getString(1));
                if (slot != null) {
                    texts.put(slot, row.getString(2));
                }
            }
        }
    }

    private static void readOthers(Statement statement, PrintedTexts texts) throws SQLException {
        read(
                statement,
                texts,
                Place.QUERY,
                "SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS");
        read(
                statement,
                texts,
                Place.DEFAULT,
                "SELECT DOMAIN_SCHEMA, DOMAIN_NAME, DOMAIN_DEFAULT FROM INFORMATION_SCHEMA.DOMAINS");
        read(
                statement,
                texts,
                Place.CONSTANT,
                "SELECT CONSTANT_SCHEMA, CONSTANT_NAME, VALUE_DEFINITION"
                        + " FROM INFORMATION_SCHEMA.CONSTANTS");
    }

    private static void read(Statement statement, PrintedTexts texts, Place place, String sql)
            throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                QualifiedName name = H2Names.of(row.getString(1), row.getString(2));
                put(texts, new Slot(name, place, ""), row.getString(3));
            }
        }
    }
}
