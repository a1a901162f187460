package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.Optional;

/**
 * The table that an {@code ALTER TABLE} is about, looked up anew for each action.
 *
 * @param context the statement
 * @param id the table, view or materialized view
 */
public record AlterTarget(DdlContext context, ObjectId id) {
    QualifiedName name() {
        return id.name();
    }

    Relation relation() {
        return (Relation) context.schema().find(id).orElseThrow();
    }

    /** Returns the table; actions that views don't have require one. */
    Table table() {
        return context.schema().table(id.name()).orElseThrow(() -> context.cursor().unexpected());
    }

    /** Returns a column that must be there, inherited ones too. */
    Column column(int offset, String name) {
        return findColumn(name)
                .orElseThrow(
                        () -> context.missing(offset, "column " + name + " of table " + name()));
    }

    Optional<Column> findColumn(String name) {
        return Inheritance.column(context.schema(), table(), name);
    }

    /** Returns a constraint of the relation. */
    Optional<TablePart> constraint(String name) {
        return relation().part(PartKind.CONSTRAINT, name);
    }
}
