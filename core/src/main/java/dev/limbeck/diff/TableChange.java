package dev.limbeck.diff;

import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.RowSecurity;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.Locale;
import java.util.Optional;

/** A change of a table as a whole, beside its columns and parts. */
public sealed interface TableChange extends SchemaChange {
    /**
     * Changes the settings of a table, a view or a materialized view.
     *
     * @param relation the relation
     * @param before all settings as they are
     * @param after all settings as they shall be
     */
    record SetOptions(ObjectId relation, Options before, Options after) implements TableChange {
        @Override
        public SetOptions inverse() {
            return new SetOptions(relation, after, before);
        }

        @Override
        public String kind() {
            return "SetOptions";
        }

        @Override
        public String object() {
            return Words.name(relation);
        }

        @Override
        public String summary() {
            return "change options of " + relation;
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            Relation found = editor.relation(relation);
            if (found instanceof Table table) {
                editor.requireEqual(before, table.options(), "the options of " + relation);
                editor.replace(table.withOptions(after));
            } else if (found instanceof View view) {
                editor.requireEqual(before, view.options(), "the options of " + relation);
                editor.replace(view.withOptions(after));
            } else if (found instanceof MaterializedView view) {
                editor.requireEqual(before, view.options(), "the options of " + relation);
                editor.replace(view.withOptions(after));
            }
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.setOptions(this);
        }
    }

    /** Makes a table survive crashes, or not. */
    record SetPersistence(QualifiedName table, Persistence before, Persistence after)
            implements TableChange {
        @Override
        public SetPersistence inverse() {
            return new SetPersistence(table, after, before);
        }

        @Override
        public String kind() {
            return "SetPersistence";
        }

        @Override
        public String object() {
            return table.toString();
        }

        @Override
        public String summary() {
            return "make table " + table + " " + after.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.requireEqual(
                    before, editor.table(table).persistence(), "the persistence of " + table);
            editor.replaceTable(table, found -> found.withPersistence(after));
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.setPersistence(this);
        }
    }

    /** Turns the policies of a table on or off. */
    record SetRowSecurity(QualifiedName table, RowSecurity before, RowSecurity after)
            implements TableChange {
        @Override
        public SetRowSecurity inverse() {
            return new SetRowSecurity(table, after, before);
        }

        @Override
        public String kind() {
            return "SetRowSecurity";
        }

        @Override
        public String object() {
            return table.toString();
        }

        @Override
        public String summary() {
            String state =
                    !after.enabled() ? "disable" : after.forced() ? "enable and force" : "enable";
            return state + " row security of table " + table;
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.requireEqual(
                    before, editor.table(table).rowSecurity(), "the row security of " + table);
            editor.replaceTable(table, found -> found.withRowSecurity(after));
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.setRowSecurity(this);
        }
    }

    /**
     * Attaches a table to a partitioned one, detaches it, or changes what it inherits from.
     *
     * @param before the table as it is
     * @param after the table as it shall be: detached, it lists the columns it had from its parent
     */
    record Reparent(Table before, Table after) implements TableChange {
        public Reparent {
            if (!before.name().equals(after.name())) {
                throw new IllegalArgumentException(before.name() + " is not " + after.name());
            }
        }

        @Override
        public Reparent inverse() {
            return new Reparent(after, before);
        }

        @Override
        public String kind() {
            if (after.partitionOf().isPresent()) {
                return "AttachPartition";
            }
            return before.partitionOf().isPresent() ? "DetachPartition" : "SetInheritance";
        }

        @Override
        public String object() {
            return after.name().toString();
        }

        @Override
        public String summary() {
            if (after.partitionOf().isPresent()) {
                return "attach table " + after.name() + " to " + after.partitionOf().get().parent();
            }
            return before.partitionOf()
                    .map(of -> "detach table " + after.name() + " from " + of.parent())
                    .orElse("change what table " + after.name() + " inherits from");
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.require(before);
            editor.replace(after);
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.reparent(this);
        }
    }

    /** Changes how a table is cut into partitions that are not tables of their own. */
    record Repartition(
            QualifiedName table, Optional<Partitioning> before, Optional<Partitioning> after)
            implements TableChange {
        @Override
        public Repartition inverse() {
            return new Repartition(table, after, before);
        }

        @Override
        public String kind() {
            return "Repartition";
        }

        @Override
        public String object() {
            return table.toString();
        }

        @Override
        public String summary() {
            return "change partitions of table " + table;
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.requireEqual(
                    before, editor.table(table).partitioning(), "the partitions of " + table);
            editor.replaceTable(table, found -> found.withPartitioning(after));
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.repartition(this);
        }
    }
}
