package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What tables have from their parents. Pure functions. */
public final class Inheritance {
    private Inheritance() {}

    /**
     * Returns all columns of a table: those of its parents as it has them, then its own. Comments
     * are not inherited. A parent that the schema doesn't hold gives none.
     */
    public static List<Column> columns(Schema schema, Table table) {
        Map<String, Column> all = new LinkedHashMap<>();
        collect(schema, table, all, new HashSet<>());
        return List.copyOf(all.values());
    }

    private static void collect(
            Schema schema, Table table, Map<String, Column> all, Set<QualifiedName> seen) {
        if (!seen.add(table.name())) {
            return;
        }
        for (QualifiedName name : table.parents()) {
            schema.table(name).ifPresent(parent -> collect(schema, parent, all, seen));
            all.replaceAll((key, column) -> handedDown(column, name, table.name()));
        }
        table.columns().forEach(column -> all.put(column.name(), column));
    }

    /** Returns a column of a table, inherited or its own. */
    public static Optional<Column> column(Schema schema, Table table, String name) {
        Optional<Column> own = table.column(name);
        return own.isPresent() ? own : inherited(schema, table, name);
    }

    /** Returns a column as a table has it from its parents, whatever the table says itself. */
    public static Optional<Column> inherited(Schema schema, Table table, String name) {
        for (QualifiedName parentName : table.parents()) {
            Optional<Column> found =
                    schema.table(parentName).flatMap(parent -> column(schema, parent, name));
            if (found.isPresent()) {
                return found.map(column -> handedDown(column, parentName, table.name()));
            }
        }
        return Optional.empty();
    }

    /** Returns a column as a child has it from a parent: without comment, about its own columns. */
    private static Column handedDown(Column column, QualifiedName parent, QualifiedName child) {
        return column.withComment(Optional.empty())
                .withNotNull(column.notNull().filter(NotNull::inherited))
                .withDefault(column.defaultValue().map(text -> about(text, parent, child)))
                .withGenerated(
                        column.generated()
                                .map(
                                        computed ->
                                                new Generated(
                                                        about(computed.expression(), parent, child),
                                                        computed.storage())));
    }

    /** Returns a text that says of one table what it said of another. */
    private static Expression about(Expression text, QualifiedName from, QualifiedName to) {
        return text.withReferences(
                text.references().stream()
                        .map(
                                reference ->
                                        reference.target() == Reference.Target.RELATION
                                                        && reference.name().equals(from)
                                                ? reference.withName(to)
                                                : reference)
                        .toList());
    }

    /** Returns the farthest ancestor that has a column; the table itself where none has. */
    public static QualifiedName origin(Schema schema, QualifiedName table, String column) {
        Optional<Table> found = schema.table(table);
        if (found.isPresent()) {
            for (QualifiedName parent : found.get().parents()) {
                Optional<Table> ancestor = schema.table(parent);
                if (ancestor.isPresent() && column(schema, ancestor.get(), column).isPresent()) {
                    return origin(schema, parent, column);
                }
            }
        }
        return table;
    }

    /** Returns the tables that have a table as parent, sorted. */
    public static List<Table> children(Schema schema, QualifiedName table) {
        List<Table> found = new ArrayList<>();
        for (ObjectId id : schema.dependents(ObjectId.table(table))) {
            if (schema.find(id).orElseThrow() instanceof Table child
                    && child.parents().contains(table)) {
                found.add(child);
            }
        }
        return found;
    }

    /** Returns a table's column list with one inherited or own column set to a state. */
    static Table withColumn(Schema schema, Table table, Column after) {
        Optional<Column> inherited = inherited(schema, table, after.name());
        boolean same =
                inherited.isPresent()
                        && after.comment().isEmpty()
                        && sameOverride(inherited.get(), after);
        List<Column> columns = new ArrayList<>();
        boolean there = false;
        for (Column column : table.columns()) {
            if (!column.name().equals(after.name())) {
                columns.add(column);
            } else if (!same) {
                columns.add(after);
                there = true;
            }
        }
        if (!same && !there) {
            columns.add(after);
        }
        return table.withColumns(columns);
    }

    /** Returns whether a child that says this of an inherited column says nothing new. */
    public static boolean sameOverride(Column inherited, Column own) {
        return inherited.defaultValue().equals(own.defaultValue())
                && inherited.nullable() == own.nullable()
                && inherited.options().equals(own.options());
    }
}
