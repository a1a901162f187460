package dev.limbeck.postgres.catalog;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is not modelled: objects known by the statement that makes them, and what has not even that.
 */
final class CatalogOthers {
    private final CatalogContext context;
    private final List<Diagnostic> notices = new ArrayList<>();

    CatalogOthers(CatalogContext context) {
        this.context = context;
    }

    /** Returns what was found but can't be compared. */
    List<Diagnostic> notices() {
        return notices;
    }

    /** Returns the objects whose statement is known; the others become notices. */
    List<SchemaObject> objects(List<CatalogRow> rows) {
        for (CatalogRow row : rows) {
            if (lets(row)) {
                Reference meaning = Reference.toAny(name(row));
                context.references().target(row.text("catalog"), row.number("oid"), meaning);
            }
        }
        List<SchemaObject> found = new ArrayList<>();
        for (CatalogRow row : rows) {
            if (lets(row)) {
                object(row).ifPresent(found::add);
            }
        }
        return found;
    }

    private boolean lets(CatalogRow row) {
        long namespace = row.number("namespace");
        return namespace == 0
                ? context.names().lets(row.text("bare"))
                : context.names().lets(namespace, row.text("bare"));
    }

    private QualifiedName name(CatalogRow row) {
        long namespace = row.number("namespace");
        String bare = row.text("name").startsWith("\"") ? row.text("bare") : row.text("name");
        return namespace == 0 ? QualifiedName.of(bare) : context.names().name(namespace, bare);
    }

    private Optional<OpaqueObject> object(CatalogRow row) {
        QualifiedName name = name(row);
        String kind = row.text("kind");
        Optional<String> definition = row.optional("definition");
        if (definition.isEmpty()) {
            note(kind + " " + name + " is there but is neither compared nor written");
            return Optional.empty();
        }
        long oid = row.number("oid");
        String catalog = row.text("catalog");
        Expression text = Expression.of(definition.get(), context.references().of(catalog, oid));
        return Optional.of(new OpaqueObject(name, kind, text, context.details().of(catalog, oid)));
    }

    /** Says what of a table is not read. */
    void noteTable(CatalogRow table) {
        table.optional("of_type")
                .ifPresent(
                        type ->
                                note(
                                        "table "
                                                + context.names().name(table)
                                                + " is read as if it were not of type "
                                                + type));
    }

    /** Says what of a view is not read. */
    void noteView(CatalogRow view) {
        for (CatalogRow column : context.columnRows(view.number("oid"))) {
            if (column.optional("default_value").isPresent()) {
                note(
                        "the default of column "
                                + column.text("name")
                                + " of view "
                                + context.names().name(view)
                                + " is neither compared nor written");
            }
        }
    }

    private void note(String message) {
        notices.add(Diagnostic.info(ErrorCode.NOT_COMPARED, message));
    }
}
