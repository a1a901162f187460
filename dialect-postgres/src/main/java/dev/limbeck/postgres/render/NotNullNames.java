package dev.limbeck.postgres.render;

import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.postgres.model.MadeNames;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which {@code NOT NULL} needs its name written. The server makes a name up where none is
 * written, and another one where a table that was renamed or detached has taken it along.
 *
 * @param taken the names that tables of another name bear
 */
record NotNullNames(Set<QualifiedName> taken) {
    NotNullNames {
        taken = Set.copyOf(taken);
    }

    /** Returns the names around changes. */
    static NotNullNames around(Schema before, List<SchemaChange> changes) {
        Set<QualifiedName> taken = new HashSet<>();
        before.tables().forEach(table -> collect(table, table.name(), taken));
        for (SchemaChange change : changes) {
            if (change instanceof TableChange.Reparent reparent) {
                collect(reparent.after(), reparent.after().name(), taken);
            } else if (change instanceof ObjectChange.Rename rename) {
                before.table(rename.renamed().name())
                        .ifPresent(table -> collect(table, rename.newName(), taken));
            }
        }
        return new NotNullNames(taken);
    }

    private static void collect(Table table, QualifiedName name, Set<QualifiedName> taken) {
        for (Column column : table.columns()) {
            column.notNull()
                    .filter(rule -> differs(name, column.name(), rule))
                    .ifPresent(rule -> taken.add(name.sibling(rule.name().value())));
        }
    }

    private static boolean differs(QualifiedName table, String column, NotNull rule) {
        String name = rule.name().value();
        return !name.isEmpty() && !name.equals(MadeNames.notNull(table, column));
    }

    /** Returns whether the name must be written. */
    boolean isWritten(QualifiedName table, String column, NotNull rule) {
        String name = rule.name().value();
        return differs(table, column, rule)
                || (!name.isEmpty() && taken.contains(table.sibling(name)));
    }
}
