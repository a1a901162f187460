package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How changes of columns are told. */
final class ColumnWords {
    private ColumnWords() {}

    /** Returns what differs between two states of a column: {@code type text to integer}. */
    static String difference(Column before, Column after) {
        List<String> told = new ArrayList<>();
        if (!before.type().equals(after.type())) {
            told.add("type " + before.type() + " to " + after.type());
        }
        if (before.nullable() != after.nullable()) {
            told.add(after.nullable() ? "drop not null" : "set not null");
        } else if (!before.notNull().equals(after.notNull())) {
            told.add("not null constraint");
        }
        if (!before.defaultValue().equals(after.defaultValue())) {
            told.add(
                    after.defaultValue()
                            .map(Expression::source)
                            .map(text -> "default " + text)
                            .orElse("drop default"));
        }
        if (!before.identity().equals(after.identity())) {
            told.add(after.identity().isEmpty() ? "drop identity" : "identity");
        }
        if (!before.generated().equals(after.generated())) {
            told.add(after.generated().isEmpty() ? "drop expression" : "expression");
        }
        if (!before.collation().equals(after.collation())) {
            told.add(after.collation().map(name -> "collation " + name).orElse("drop collation"));
        }
        if (!before.options().equals(after.options())) {
            told.add("options");
        }
        return String.join(", ", told);
    }

    /** Returns what numbers a column. */
    static String numbering(Column column, Optional<Sequence> owned) {
        if (column.identity().isPresent()) {
            return "identity";
        }
        return owned.map(sequence -> "sequence " + sequence.name()).orElse("nothing");
    }
}
