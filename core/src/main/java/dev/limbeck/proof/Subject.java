package dev.limbeck.proof;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * An object, or a column of a table, that goes through the schemas of a chain under changing names.
 *
 * @param object the object's name
 * @param column the column's name; empty where the object as a whole is meant
 */
public record Subject(QualifiedName object, Optional<String> column) {
    /** What it is in a schema: all objects of its name, or the column; empty where it is not. */
    List<Object> in(Schema schema) {
        if (column.isEmpty()) {
            return List.copyOf(schema.named(object));
        }
        return schema.table(object)
                .flatMap(table -> table.column(column.get()))
                .<List<Object>>map(List::of)
                .orElse(List.of());
    }

    /** Returns what it was called in the schema before the one in which it appears. */
    Optional<Subject> formerly(Schema before, Schema after) {
        return column.isEmpty() ? formerObject(before, after) : formerColumn(before, after);
    }

    private Optional<Subject> formerObject(Schema before, Schema after) {
        for (SchemaObject now : after.named(object)) {
            for (SchemaObject old : before.objects(now.id().kind())) {
                boolean gone = after.find(old.id()).isEmpty();
                if (gone && isRenamed(old, now)) {
                    return Optional.of(new Subject(old.id().name(), Optional.empty()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isRenamed(SchemaObject old, SchemaObject now) {
        if (old instanceof Table was && now instanceof Table is) {
            return was.columns().equals(is.columns());
        }
        return old.withName(object).equals(now);
    }

    private Optional<Subject> formerColumn(Schema before, Schema after) {
        Optional<Table> now = after.table(object);
        if (before.table(object).isEmpty()) {
            return new Subject(object, Optional.empty())
                    .formerObject(before, after)
                    .map(table -> new Subject(table.object(), column))
                    .filter(was -> !was.in(before).isEmpty());
        }
        Table was = before.table(object).get();
        Column is = now.flatMap(table -> table.column(column.orElseThrow())).orElseThrow();
        return was.columns().stream()
                .filter(old -> now.orElseThrow().column(old.name()).isEmpty())
                .filter(old -> old.withName(is.name()).equals(is))
                .findFirst()
                .map(old -> new Subject(object, Optional.of(old.name())));
    }

    @Override
    public String toString() {
        return object + column.map(name -> "." + name).orElse("");
    }
}
