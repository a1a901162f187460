package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import java.util.List;

/**
 * Writes the columns out that a star stands for, where it would stand for others: a table that got
 * a column has it at its end, wherever the desired schema says it.
 */
final class Stars {
    private final Schema desired;
    private final NameRewriter rewriter;

    Stars(Schema desired, NameRewriter rewriter) {
        this.desired = desired;
        this.rewriter = rewriter;
    }

    /** Returns an object as it has to be made of the tables that are there. */
    SchemaObject written(Schema now, SchemaObject object) {
        return isOtherwise(now, object)
                ? rewriter.in(desired, object.id()).withoutStars(object)
                : object;
    }

    private boolean isOtherwise(Schema now, SchemaObject object) {
        return object.references().stream()
                .filter(Reference::isToAllColumns)
                .map(Reference::name)
                .anyMatch(name -> !columns(now, name).equals(columns(desired, name)));
    }

    private static List<String> columns(Schema schema, QualifiedName name) {
        return schema.table(name)
                .map(table -> Inheritance.columns(schema, table))
                .map(columns -> columns.stream().map(Column::name).toList())
                .orElseGet(List::of);
    }
}
