package dev.limbeck.postgres.catalog;

import dev.limbeck.dialect.Introspection;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts the answers of all questions together. */
final class CatalogSchema {
    private final CatalogReader reader;
    private final List<CatalogRow> namespaces;
    private final CatalogNames names;
    private final CatalogContext context;
    private final List<SchemaObject> objects = new ArrayList<>();
    private final Set<ObjectId> hidden = new TreeSet<>();

    CatalogSchema(CatalogReader reader, String defaultSchema, ObjectFilter filter)
            throws SQLException {
        this.reader = reader;
        this.namespaces = reader.ask("namespaces", List.of());
        this.names = new CatalogNames(defaultSchema, filter, namespaces);
        this.context = new CatalogContext(reader, names);
    }

    Introspection read() throws SQLException {
        List<CatalogRow> typeRows = ask("types");
        CatalogTypes types = new CatalogTypes(context, typeRows);
        CatalogRoutines routines = new CatalogRoutines(context, ask("routines"));
        CatalogIndexes indexes = new CatalogIndexes(context, ask("indexes"));
        CatalogConstraints constraints =
                new CatalogConstraints(context, indexes, ask("constraints"));
        CatalogTriggers triggers = new CatalogTriggers(context);
        triggers.addTriggers(ask("triggers"));
        triggers.addPolicies(ask("policies"));
        List<CatalogRow> rules = ask("rules");
        triggers.addRules(rules);
        CatalogOthers others = new CatalogOthers(context);

        namespaces();
        extensions();
        for (CatalogRow row : typeRows) {
            keep(row, types.id(row)).ifPresent(id -> objects.add(types.type(row, constraints)));
        }
        CatalogTables tables = new CatalogTables(context, constraints, indexes, triggers);
        CatalogViews views = new CatalogViews(context, rules);
        for (CatalogRow row : context.relations().values()) {
            relation(row, tables, views, others);
        }
        routines.all().forEach(this::routine);
        objects.addAll(others.objects(ask("others")));
        Schema schema = Schema.of(objects);
        return new Introspection(
                withoutInherited(schema).withHidden(hidden), reader.queries(), others.notices());
    }

    private List<CatalogRow> ask(String question) throws SQLException {
        return reader.ask(question, names.chosen());
    }

    private void namespaces() {
        for (CatalogRow row : namespaces) {
            String name = names.model(row.text("name"));
            if (!name.isEmpty() && names.reads(row.number("oid"))) {
                objects.add(
                        new Namespace(
                                name, context.details().of("pg_namespace", row.number("oid"))));
            }
        }
    }

    private void extensions() throws SQLException {
        for (CatalogRow row : ask("extensions")) {
            if (names.lets(row.text("name"))) {
                objects.add(extension(row));
            }
        }
    }

    /** Returns an extension; what it says of itself is nobody's comment. */
    private Extension extension(CatalogRow row) {
        String schema = names.model(row.text("schema"));
        Details details = context.details().of("pg_extension", row.number("oid"));
        Optional<String> comment = details.comment().filter(text -> !row.is("usual_comment", text));
        return new Extension(
                row.text("name"),
                Optional.of(schema).filter(name -> !name.isEmpty()),
                row.optional("version"),
                details.withComment(comment));
    }

    /** Returns the identity of an object that counts; remembers that of one that is kept back. */
    private Optional<ObjectId> keep(CatalogRow row, ObjectId id) {
        if (names.lets(row.number("namespace"), row.text("name"))) {
            return Optional.of(id);
        }
        hidden.add(id);
        return Optional.empty();
    }

    private void relation(
            CatalogRow row, CatalogTables tables, CatalogViews views, CatalogOthers others) {
        QualifiedName name = names.name(row);
        long oid = row.number("oid");
        switch (row.text("kind")) {
            case "r", "p" ->
                    keep(row, ObjectId.table(name))
                            .ifPresent(
                                    id -> {
                                        others.noteTable(row);
                                        objects.add(tables.table(row));
                                    });
            case "v" ->
                    keep(row, ObjectId.of(ObjectKind.VIEW, name))
                            .ifPresent(
                                    id -> {
                                        others.noteView(row);
                                        Options options = CatalogOptions.table(row);
                                        objects.add(views.view(row, tables.parts(oid), options));
                                    });
            case "m" ->
                    keep(row, ObjectId.of(ObjectKind.MATERIALIZED_VIEW, name))
                            .ifPresent(
                                    id ->
                                            objects.add(
                                                    views.view(
                                                            row,
                                                            tables.parts(oid),
                                                            tables.options(row))));
            case "S" -> {
                if (!row.is("is_identity")) {
                    sequence(row, tables);
                }
            }
            default -> {}
        }
    }

    /** Reads a sequence; one that belongs to a table that is kept back is kept back with it. */
    private void sequence(CatalogRow row, CatalogTables tables) {
        ObjectId id = ObjectId.sequence(names.name(row));
        boolean ownerCounts =
                context.relation(row.number("owner_relation"))
                        .map(owner -> names.lets(owner.number("namespace"), owner.text("name")))
                        .orElse(true);
        if (!ownerCounts) {
            hidden.add(id);
        } else if (keep(row, id).isPresent()) {
            objects.add(tables.sequence(row));
        }
    }

    private void routine(CatalogRow row, Routine routine) {
        keep(row, routine.id()).ifPresent(id -> objects.add(routine));
    }

    /** Leaves out of children what they have from their parents. */
    private static Schema withoutInherited(Schema schema) {
        List<SchemaObject> kept = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            boolean isChild = object instanceof Table table && !table.parents().isEmpty();
            kept.add(isChild ? withoutInherited(schema, (Table) object) : object);
        }
        return Schema.of(kept);
    }

    private static Table withoutInherited(Schema schema, Table child) {
        List<Column> own =
                child.columns().stream().filter(column -> isOwn(schema, child, column)).toList();
        return child.withColumns(own);
    }

    private static boolean isOwn(Schema schema, Table child, Column column) {
        return Inheritance.inherited(schema, child, column.name())
                .filter(
                        inherited ->
                                column.comment().isEmpty()
                                        && Inheritance.sameOverride(inherited, column))
                .isEmpty();
    }
}
