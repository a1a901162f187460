package dev.limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A foreign key.
 *
 * @param name its name
 * @param keyColumns its columns in order
 * @param table the table it refers to
 * @param tableColumns the columns there, in order; always filled, also where the text leaves them
 *     to the primary key
 * @param onDelete what happens when a row referred to goes
 * @param onDeleteColumns the columns that {@code SET NULL} and {@code SET DEFAULT} set; empty: all
 * @param onUpdate what happens when a key referred to changes
 * @param match how nulls in a key of several columns count
 * @param period whether the last column is a period ({@code PERIOD})
 * @param state how far it is enforced
 * @param comment its comment
 */
public record ForeignKey(
        PartName name,
        List<String> keyColumns,
        QualifiedName table,
        List<String> tableColumns,
        ReferentialAction onDelete,
        List<String> onDeleteColumns,
        ReferentialAction onUpdate,
        Match match,
        boolean period,
        ConstraintState state,
        Optional<String> comment)
        implements Constraint {
    /** How nulls in a key of several columns count. */
    public enum Match {
        SIMPLE,
        FULL,
        PARTIAL
    }

    public ForeignKey {
        keyColumns = List.copyOf(keyColumns);
        tableColumns = List.copyOf(tableColumns);
        onDeleteColumns = List.copyOf(onDeleteColumns);
    }

    /** Returns an enforced foreign key without actions. */
    public static ForeignKey of(
            PartName name,
            List<String> keyColumns,
            QualifiedName table,
            List<String> tableColumns) {
        return new ForeignKey(
                name,
                keyColumns,
                table,
                tableColumns,
                ReferentialAction.NO_ACTION,
                List.of(),
                ReferentialAction.NO_ACTION,
                Match.SIMPLE,
                false,
                ConstraintState.normal(),
                Optional.empty());
    }

    @Override
    public ForeignKey withName(PartName newName) {
        return new ForeignKey(
                newName,
                keyColumns,
                table,
                tableColumns,
                onDelete,
                onDeleteColumns,
                onUpdate,
                match,
                period,
                state,
                comment);
    }

    /** Returns the same key on other columns of its own table. */
    public ForeignKey withKeyColumns(List<String> newColumns, List<String> newOnDeleteColumns) {
        return new ForeignKey(
                name,
                newColumns,
                table,
                tableColumns,
                onDelete,
                newOnDeleteColumns,
                onUpdate,
                match,
                period,
                state,
                comment);
    }

    /** Returns the same key to another table. */
    public ForeignKey withTarget(QualifiedName newTable, List<String> newTableColumns) {
        return new ForeignKey(
                name,
                keyColumns,
                newTable,
                newTableColumns,
                onDelete,
                onDeleteColumns,
                onUpdate,
                match,
                period,
                state,
                comment);
    }

    public ForeignKey withOnDelete(ReferentialAction action, List<String> columns) {
        return new ForeignKey(
                name,
                keyColumns,
                table,
                tableColumns,
                action,
                columns,
                onUpdate,
                match,
                period,
                state,
                comment);
    }

    public ForeignKey withOnUpdate(ReferentialAction action) {
        return new ForeignKey(
                name,
                keyColumns,
                table,
                tableColumns,
                onDelete,
                onDeleteColumns,
                action,
                match,
                period,
                state,
                comment);
    }

    public ForeignKey withMatch(Match newMatch) {
        return new ForeignKey(
                name,
                keyColumns,
                table,
                tableColumns,
                onDelete,
                onDeleteColumns,
                onUpdate,
                newMatch,
                period,
                state,
                comment);
    }

    public ForeignKey withPeriod(boolean newPeriod) {
        return new ForeignKey(
                name,
                keyColumns,
                table,
                tableColumns,
                onDelete,
                onDeleteColumns,
                onUpdate,
                match,
                newPeriod,
                state,
                comment);
    }

    @Override
    public ForeignKey withState(ConstraintState newState) {
        return new ForeignKey(
                name,
                keyColumns,
                table,
                tableColumns,
                onDelete,
                onDeleteColumns,
                onUpdate,
                match,
                period,
                newState,
                comment);
    }

    @Override
    public ForeignKey withComment(Optional<String> newComment) {
        return new ForeignKey(
                name,
                keyColumns,
                table,
                tableColumns,
                onDelete,
                onDeleteColumns,
                onUpdate,
                match,
                period,
                state,
                newComment);
    }

    @Override
    public Set<String> columns(QualifiedName owner) {
        return new TreeSet<>(keyColumns);
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = new TreeSet<>();
        found.add(Reference.toRelation(table));
        tableColumns.forEach(column -> found.add(Reference.toColumn(table, column)));
        return found;
    }

    @Override
    public String label() {
        return "foreign key";
    }

    @Override
    public <R> R accept(TablePartVisitor<R> visitor) {
        return visitor.foreignKey(this);
    }
}
