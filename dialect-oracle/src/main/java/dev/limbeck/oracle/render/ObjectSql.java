package dev.limbeck.oracle.render;

import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleNames;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectVisitor;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the statements that make objects; their comments and rights apart. */
final class ObjectSql implements SchemaObjectVisitor<List<String>> {
    /** How a view is made. */
    enum Views {
        NEW("CREATE VIEW "),
        REPLACED("CREATE OR REPLACE VIEW "),
        /** What it reads comes later. */
        FORCED("CREATE OR REPLACE FORCE VIEW ");

        private final String words;

        Views(String words) {
            this.words = words;
        }
    }

    private static final String INDENT = "    ";

    private final ColumnSql columns;
    private final Views views;

    ObjectSql(ColumnSql columns, Views views) {
        this.columns = columns;
        this.views = views;
    }

    /** Returns the statements that drop an object. */
    static List<String> drop(SchemaObject object) {
        ObjectId id = object.id();
        if (id.equals(ObjectId.namespace(OracleNames.SHARED_SCHEMA))) {
            return List.of();
        }
        if (object instanceof Synonym synonym && synonym.shared()) {
            return List.of("DROP PUBLIC SYNONYM " + OracleIdentifiers.write(synonym.name().name()));
        }
        return List.of("DROP " + noun(id) + " " + OracleIdentifiers.write(id.name()));
    }

    /** Returns what statements call a kind of object. */
    static String noun(ObjectId id) {
        return switch (id.kind()) {
            case NAMESPACE -> "USER";
            case SEQUENCE -> "SEQUENCE";
            case TABLE -> "TABLE";
            case VIEW -> "VIEW";
            case MATERIALIZED_VIEW -> "MATERIALIZED VIEW";
            case SYNONYM -> "SYNONYM";
            case OPAQUE -> id.detail().toUpperCase(Locale.ROOT);
            case ROUTINE -> throw new IllegalStateException("a procedure or a function: " + id);
            case DOMAIN, ENUM_TYPE, COMPOSITE_TYPE, EXTENSION -> throw Refusal.of(id.toString());
        };
    }

    /** A user that nobody logs in as is a schema and nothing more. */
    @Override
    public List<String> namespace(Namespace namespace) {
        return namespace.name().equals(OracleNames.SHARED_SCHEMA)
                ? List.of()
                : List.of(
                        "CREATE USER "
                                + OracleIdentifiers.write(namespace.name())
                                + " NO AUTHENTICATION");
    }

    @Override
    public List<String> extension(Extension extension) {
        throw Refusal.of(extension.id().toString());
    }

    @Override
    public List<String> enumType(EnumType type) {
        throw Refusal.of(type.id().toString());
    }

    @Override
    public List<String> compositeType(CompositeType type) {
        throw Refusal.of(type.id().toString());
    }

    @Override
    public List<String> domain(Domain domain) {
        throw Refusal.of(domain.id().toString());
    }

    @Override
    public List<String> sequence(Sequence sequence) {
        List<String> options = CountingSql.options(sequence.counting());
        return List.of(
                "CREATE SEQUENCE "
                        + OracleIdentifiers.write(sequence.name())
                        + (options.isEmpty() ? "" : " " + String.join(" ", options)));
    }

    @Override
    public List<String> table(Table table) {
        if (!table.parents().isEmpty() || table.rowSecurity().enabled()) {
            throw Refusal.of("inheritance of tables or row security: " + table.name());
        }
        if (table.columns().isEmpty()) {
            throw Refusal.of("table without columns: " + table.name());
        }
        List<String> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            lines.add(INDENT + columns.definition(column));
        }
        PartSql parts = new PartSql(table.name());
        List<String> later = new ArrayList<>();
        for (TablePart part : table.parts()) {
            if (part instanceof Constraint) {
                lines.add(INDENT + parts.definition(part));
            } else {
                later.add(parts.add(part));
            }
        }
        String name = OracleIdentifiers.write(table.name());
        boolean temporary = table.persistence() == Persistence.TEMPORARY;
        List<String> statements = new ArrayList<>();
        statements.add(
                "CREATE "
                        + (temporary ? "GLOBAL TEMPORARY " : "")
                        + "TABLE "
                        + name
                        + " (\n"
                        + String.join(",\n", lines)
                        + "\n)"
                        + tail(table, temporary));
        statements.addAll(later);
        if (table.options().has(OracleOptions.READ_ONLY)) {
            statements.add("ALTER TABLE " + name + " READ ONLY");
        }
        return statements;
    }

    private static String tail(Table table, boolean temporary) {
        Options options = table.options();
        String onCommit =
                options.has(OracleOptions.ON_COMMIT)
                        ? "\nON COMMIT PRESERVE ROWS"
                        : "\nON COMMIT DELETE ROWS";
        String organization =
                options.get(OracleOptions.ORGANIZATION)
                        .map(kind -> "\nORGANIZATION " + kind.toUpperCase(Locale.ROOT))
                        .orElse("");
        return (temporary ? onCommit : "")
                + organization
                + table.partitioning().map(cut -> "\n" + PartitionSql.definition(cut)).orElse("")
                + (options.has(OracleOptions.ROW_MOVEMENT) ? "\nENABLE ROW MOVEMENT" : "");
    }

    @Override
    public List<String> view(View view) {
        List<String> statements = new ArrayList<>();
        statements.add(head(view));
        PartSql parts = new PartSql(view.name());
        view.parts().forEach(part -> statements.add(parts.add(part)));
        return statements;
    }

    /** Returns the statement that makes a view, without what hangs on it. */
    String head(View view) {
        Options options = view.options();
        return views.words
                + named(view.name(), view.query())
                + options.get(OracleOptions.BEQUEATH)
                        .map(whose -> " BEQUEATH " + whose.toUpperCase(Locale.ROOT))
                        .orElse("")
                + " AS\n"
                + view.query().text().source()
                + (options.has(OracleOptions.READ_ONLY) ? "\nWITH READ ONLY" : "")
                + (options.has(OracleOptions.CHECK_OPTION) ? "\nWITH CHECK OPTION" : "");
    }

    private static String named(QualifiedName name, Query query) {
        return OracleIdentifiers.write(name)
                + (query.aliases().isEmpty()
                        ? ""
                        : " (" + OracleIdentifiers.write(query.aliases()) + ")");
    }

    @Override
    public List<String> materializedView(MaterializedView view) {
        Options options = view.options();
        List<String> statements = new ArrayList<>();
        statements.add(
                "CREATE MATERIALIZED VIEW "
                        + named(view.name(), view.query())
                        + (options.has(OracleOptions.PREBUILT) ? " ON PREBUILT TABLE" : "")
                        + options.get(OracleOptions.BUILD)
                                .map(when -> " BUILD " + when.toUpperCase(Locale.ROOT))
                                .orElse("")
                        + options.get(OracleOptions.REFRESH)
                                .map(how -> " " + refresh(how))
                                .orElse("")
                        + (options.has(OracleOptions.FOR_UPDATE) ? " FOR UPDATE" : "")
                        + (options.has(OracleOptions.QUERY_REWRITE) ? " ENABLE QUERY REWRITE" : "")
                        + " AS\n"
                        + view.query().text().source());
        PartSql parts = new PartSql(view.name());
        view.parts().forEach(part -> statements.add(parts.add(part)));
        return statements;
    }

    /** Returns how a materialized view is brought up to date, as a statement says it. */
    static String refresh(String how) {
        return how.equals("never") ? "NEVER REFRESH" : "REFRESH " + how.toUpperCase(Locale.ROOT);
    }

    @Override
    public List<String> routine(Routine routine) {
        if (!routine.arguments().isEmpty() || routine.returns().isPresent()) {
            throw Refusal.of("routine of another database: " + routine.name());
        }
        String body = routine.body().source();
        return List.of(
                "CREATE OR REPLACE "
                        + routine.type().label().toUpperCase(Locale.ROOT)
                        + " "
                        + OracleIdentifiers.write(routine.name())
                        + (body.startsWith("(") ? "" : " ")
                        + body);
    }

    @Override
    public List<String> synonym(Synonym synonym) {
        return List.of("CREATE " + synonymHead(synonym));
    }

    static String synonymHead(Synonym synonym) {
        String name =
                synonym.shared()
                        ? "PUBLIC SYNONYM " + OracleIdentifiers.write(synonym.name().name())
                        : "SYNONYM " + OracleIdentifiers.write(synonym.name());
        return name + " FOR " + OracleIdentifiers.write(synonym.target());
    }

    @Override
    public List<String> opaque(OpaqueObject object) {
        return List.of(object.definition().source());
    }
}
