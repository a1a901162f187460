package dev.limbeck.schema;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows the renaming of one value of an enum type through the texts that may write it: those that
 * name the type or use a column of it, and the defaults of such columns.
 */
final class ValueRenaming extends SchemaObjectRewriter {
    private record TypedColumn(QualifiedName table, String name) {}

    private final EnumType type;
    private final String from;
    private final String to;
    private final NameRewriter rewriter;
    private final Set<TypedColumn> columns = new HashSet<>();
    private final Set<ObjectId> touched = new TreeSet<>();

    private ValueRenaming(EnumType type, String from, String to, NameRewriter rewriter) {
        this.type = type;
        this.from = from;
        this.to = to;
        this.rewriter = rewriter;
    }

    static ValueRenaming of(
            Schema schema, EnumType type, String from, String to, NameRewriter rewriter) {
        ValueRenaming renaming = new ValueRenaming(type, from, to, rewriter);
        for (ObjectId id : schema.dependents(type.id())) {
            renaming.touched.add(id);
            if (schema.find(id).orElseThrow() instanceof Table table) {
                for (Column column : table.columns()) {
                    if (column.type().name().equals(type.name())) {
                        renaming.columns.add(new TypedColumn(table.name(), column.name()));
                    }
                }
                renaming.touched.addAll(schema.dependents(id));
            }
        }
        return renaming;
    }

    /** Returns the objects whose texts may write the value. */
    Set<ObjectId> touched() {
        return touched;
    }

    @Override
    protected Expression expression(Expression expression) {
        boolean concerned =
                expression.references().stream()
                        .anyMatch(
                                reference ->
                                        reference.mayMean(type.id())
                                                || reference
                                                        .column()
                                                        .map(
                                                                column ->
                                                                        new TypedColumn(
                                                                                reference.name(),
                                                                                column))
                                                        .filter(columns::contains)
                                                        .isPresent());
        return concerned ? rewriter.renameValue(expression, from, to) : expression;
    }

    @Override
    protected Column column(Column column) {
        return column.type().name().equals(type.name())
                ? column.withDefault(
                        column.defaultValue().map(text -> rewriter.renameValue(text, from, to)))
                : column;
    }

    /** A body is looked at only when it runs: a server leaves its text alone. */
    @Override
    protected Expression body(Expression body) {
        return body;
    }
}
