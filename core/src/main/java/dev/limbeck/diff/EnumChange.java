package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change of the values of an enum type. */
public sealed interface EnumChange extends SchemaChange {
    /**
     * A column of the type, or of an array of it, at the moment the type is changed.
     *
     * @param table its table
     * @param column the column, with the default that has to be carried over
     */
    record Use(QualifiedName table, Column column) {}

    /** Returns the type's name. */
    QualifiedName type();

    /**
     * Adds a value.
     *
     * @param before the type as it is
     * @param value the new value
     * @param next the value it is put before; empty: it comes last
     * @param uses the columns of the type, which the inverse must rebuild; sorted
     */
    record AddValue(EnumType before, String value, Optional<String> next, List<Use> uses)
            implements EnumChange {
        public AddValue {
            uses = List.copyOf(uses);
        }

        /** Returns the type as it is afterwards. */
        public EnumType after() {
            List<String> values = new ArrayList<>(before.values());
            values.add(next.map(values::indexOf).orElse(values.size()), value);
            return before.withValues(values);
        }

        @Override
        public QualifiedName type() {
            return before.name();
        }

        @Override
        public Rebuild inverse() {
            return new Rebuild(after(), before, uses);
        }

        @Override
        public String kind() {
            return "AddEnumValue";
        }

        @Override
        public String object() {
            return type().toString();
        }

        @Override
        public String summary() {
            return "add value '" + value + "' to enum " + type();
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.require(before);
            editor.replace(after());
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.addEnumValue(this);
        }
    }

    /** Renames a value; rows that hold it follow. */
    record RenameValue(EnumType before, String value, String newValue) implements EnumChange {
        /** Returns the type as it is afterwards. */
        public EnumType after() {
            return before.withValues(
                    before.values().stream()
                            .map(old -> old.equals(value) ? newValue : old)
                            .toList());
        }

        @Override
        public QualifiedName type() {
            return before.name();
        }

        @Override
        public RenameValue inverse() {
            return new RenameValue(after(), newValue, value);
        }

        @Override
        public String kind() {
            return "RenameEnumValue";
        }

        @Override
        public String object() {
            return type().toString();
        }

        @Override
        public String summary() {
            return "rename value '" + value + "' of enum " + type() + " to '" + newValue + "'";
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.require(before);
            editor.renameEnumValue(after(), value, newValue);
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.renameEnumValue(this);
        }
    }

    /**
     * Makes the type anew with other values, and moves its columns and their defaults over.
     *
     * @param before the type as it is
     * @param after the type as it shall be, its details as before
     * @param uses the columns of the type; sorted
     */
    record Rebuild(EnumType before, EnumType after, List<Use> uses) implements EnumChange {
        public Rebuild {
            uses = List.copyOf(uses);
        }

        @Override
        public QualifiedName type() {
            return after.name();
        }

        @Override
        public Rebuild inverse() {
            return new Rebuild(after, before, uses);
        }

        @Override
        public String kind() {
            return "RebuildEnum";
        }

        @Override
        public String object() {
            return type().toString();
        }

        @Override
        public String summary() {
            return "rebuild enum " + type() + " with values " + String.join(", ", after.values());
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.require(before);
            editor.replace(after);
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.rebuildEnum(this);
        }
    }
}
