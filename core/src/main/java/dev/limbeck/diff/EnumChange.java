package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change of the values of an enum type. */
public sealed interface EnumChange extends SchemaChange {
    /**
     * Who uses an enum type at the moment it is changed.
     *
     * @param columns its columns and those of arrays of it, sorted
     * @param suspended the changes that take away what stands in the way of a rebuild (views,
     *     checks, indexes, routines), in order; undone, they bring it back
     */
    record Users(List<Use> columns, List<SchemaChange> suspended) {
        public Users {
            columns = List.copyOf(columns);
            suspended = List.copyOf(suspended);
        }

        /** Returns the users of a type that nobody uses. */
        public static Users none() {
            return new Users(List.of(), List.of());
        }

        /** Returns who uses a type in a schema. */
        public static Users of(Schema schema, QualifiedName type, DiffOptions options) {
            return EnumUsers.of(schema, type, options);
        }
    }

    /**
     * A column of the type or of an array of it.
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
     * @param users who uses the type, since the inverse has to rebuild it
     */
    record AddValue(EnumType before, String value, Optional<String> next, Users users)
            implements EnumChange {

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
            return new Rebuild(after(), before, users);
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
     * @param users who uses the type: the columns that are moved, and what stands in the way
     */
    record Rebuild(EnumType before, EnumType after, Users users) implements EnumChange {

        @Override
        public QualifiedName type() {
            return after.name();
        }

        @Override
        public Rebuild inverse() {
            return new Rebuild(after, before, users);
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
            users.suspended().forEach(change -> change.applyTo(editor));
            editor.replace(after);
            SchemaChange.undo(users.suspended()).forEach(change -> change.applyTo(editor));
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.rebuildEnum(this);
        }
    }
}
