package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change of one column of a table. */
public sealed interface ColumnChange extends SchemaChange {
    /** Returns the table. */
    QualifiedName table();

    /**
     * Adds a column.
     *
     * @param table the table
     * @param column the column with its comment
     * @param position where it stands, on servers that can say so; empty: last
     * @param owned the sequences it owns; they are made with it
     */
    record Add(
            QualifiedName table,
            Column column,
            Optional<ColumnPosition> position,
            List<Sequence> owned)
            implements ColumnChange {
        public Add {
            owned = List.copyOf(owned);
        }

        public Add(QualifiedName table, Column column) {
            this(table, column, Optional.empty(), List.of());
        }

        @Override
        public Drop inverse() {
            return new Drop(table, column, position, owned);
        }

        @Override
        public String kind() {
            return "AddColumn";
        }

        @Override
        public String object() {
            return table + "." + column.name();
        }

        @Override
        public String summary() {
            return "add column " + object();
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            Table before = editor.table(table);
            List<Column> columns =
                    position.map(place -> place.insert(before.columns(), column))
                            .orElseGet(() -> last(before.columns(), column));
            editor.addColumn(before.withColumns(columns), owned);
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.addColumn(this);
        }
    }

    /**
     * Drops a column that no part of the table uses any more.
     *
     * @param table the table
     * @param column the column as it was
     * @param position where it stood
     * @param owned the sequences it owns; they go with it
     */
    record Drop(
            QualifiedName table,
            Column column,
            Optional<ColumnPosition> position,
            List<Sequence> owned)
            implements ColumnChange {
        public Drop {
            owned = List.copyOf(owned);
        }

        public Drop(QualifiedName table, Column column) {
            this(table, column, Optional.empty(), List.of());
        }

        @Override
        public Add inverse() {
            return new Add(table, column, position, owned);
        }

        @Override
        public String kind() {
            return "DropColumn";
        }

        @Override
        public String object() {
            return table + "." + column.name();
        }

        @Override
        public String summary() {
            return "drop column " + object();
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.requireEqual(column, editor.column(table, column.name()), object());
            owned.forEach(editor::require);
            editor.dropColumn(table, column.name(), owned.stream().map(Sequence::id).toList());
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.dropColumn(this);
        }
    }

    /**
     * Changes a column in place: its type, nullability, default, identity, collation, settings. Its
     * comment stays.
     *
     * @param table the table
     * @param before the column as it is
     * @param after the column as it shall be, of the same name and with the same comment
     * @param conversion how the values get from one type to the other
     */
    record Alter(QualifiedName table, Column before, Column after, Conversion conversion)
            implements ColumnChange {
        public Alter {
            if (!before.name().equals(after.name())) {
                throw new IllegalArgumentException(before.name() + " is not " + after.name());
            }
        }

        public Alter(QualifiedName table, Column before, Column after) {
            this(table, before, after, Conversion.unsaid());
        }

        @Override
        public Alter inverse() {
            return new Alter(table, after, before, conversion.inverse());
        }

        @Override
        public String kind() {
            return "AlterColumn";
        }

        @Override
        public String object() {
            return table + "." + after.name();
        }

        @Override
        public String summary() {
            return "alter column " + object() + ": " + ColumnWords.difference(before, after);
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.requireEqual(before, editor.column(table, before.name()), object());
            editor.alterColumn(table, after, List.of(), List.of());
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.alterColumn(this);
        }
    }

    /** Renames a column; whatever refers to it follows. */
    record Rename(QualifiedName table, String before, String after) implements ColumnChange {
        @Override
        public Rename inverse() {
            return new Rename(table, after, before);
        }

        @Override
        public String kind() {
            return "RenameColumn";
        }

        @Override
        public String object() {
            return table + "." + before;
        }

        @Override
        public String summary() {
            return "rename column " + object() + " to " + after;
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.renameColumn(table, before, after);
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.renameColumn(this);
        }
    }

    /**
     * Changes what numbers a column, the counter carried over: a sequence it owns and takes its
     * default from, an identity, or nothing.
     *
     * @param table the table
     * @param before the column as it is
     * @param ownedBefore the sequence it owns and takes its default from; it is dropped unless it
     *     is there afterwards too
     * @param after the column as it shall be
     * @param ownedAfter the sequence it shall own and take its default from
     */
    record Renumber(
            QualifiedName table,
            Column before,
            Optional<Sequence> ownedBefore,
            Column after,
            Optional<Sequence> ownedAfter)
            implements ColumnChange {
        @Override
        public Renumber inverse() {
            return new Renumber(table, after, ownedAfter, before, ownedBefore);
        }

        @Override
        public String kind() {
            return "RenumberColumn";
        }

        @Override
        public String object() {
            return table + "." + after.name();
        }

        @Override
        public String summary() {
            return "number column "
                    + object()
                    + " by "
                    + ColumnWords.numbering(after, ownedAfter)
                    + " instead of "
                    + ColumnWords.numbering(before, ownedBefore);
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.requireEqual(before, editor.column(table, before.name()), object());
            ownedBefore.ifPresent(editor::require);
            editor.alterColumn(
                    table,
                    after,
                    ownedBefore.stream().map(Sequence::id).toList(),
                    ownedAfter.stream().toList());
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.renumberColumn(this);
        }
    }

    private static List<Column> last(List<Column> columns, Column column) {
        List<Column> all = new ArrayList<>(columns);
        all.add(column);
        return all;
    }

    /** Returns the table as an object. */
    default ObjectId owner() {
        return ObjectId.table(table());
    }
}
