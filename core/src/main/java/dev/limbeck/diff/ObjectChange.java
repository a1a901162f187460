package dev.limbeck.diff;

import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A change of a whole object. */
public sealed interface ObjectChange extends SchemaChange {
    /**
     * Makes an object with all that is in its record: a table with its constraints, indexes,
     * triggers, policies, comments and grants.
     *
     * @param created the object
     * @param owned for a table the sequences its columns own, sorted; they are made with it
     */
    record Create(SchemaObject created, List<Sequence> owned) implements ObjectChange {
        public Create {
            owned = sorted(owned);
        }

        public Create(SchemaObject created) {
            this(created, List.of());
        }

        @Override
        public Drop inverse() {
            return new Drop(created, owned);
        }

        @Override
        public String kind() {
            return "Create" + Words.noun(created);
        }

        @Override
        public String object() {
            return Words.name(created.id());
        }

        @Override
        public String summary() {
            return "create " + Words.label(created) + " " + object();
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            List<SchemaObject> together = new ArrayList<>(owned);
            together.add(created);
            editor.create(together);
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.create(this);
        }
    }

    /**
     * Drops an object with all that is in its record.
     *
     * @param dropped the object as it was, so that it can come back
     * @param owned for a table the sequences its columns own, sorted; they go with it
     */
    record Drop(SchemaObject dropped, List<Sequence> owned) implements ObjectChange {
        public Drop {
            owned = sorted(owned);
        }

        public Drop(SchemaObject dropped) {
            this(dropped, List.of());
        }

        @Override
        public Create inverse() {
            return new Create(dropped, owned);
        }

        @Override
        public String kind() {
            return "Drop" + Words.noun(dropped);
        }

        @Override
        public String object() {
            return Words.name(dropped.id());
        }

        @Override
        public String summary() {
            return "drop " + Words.label(dropped) + " " + object();
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            List<SchemaObject> together = new ArrayList<>(owned);
            together.add(dropped);
            together.forEach(editor::require);
            editor.drop(together.stream().map(SchemaObject::id).toList());
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.drop(this);
        }
    }

    /**
     * Changes an object's definition in place: a view or a routine is replaced, a sequence, a
     * domain, a composite type, an extension altered. Comments, grants and the parts of a relation
     * stay; tables and enums have changes of their own.
     *
     * @param before the object as it is
     * @param after the same object as it shall be, its details and parts as before
     */
    record Alter(SchemaObject before, SchemaObject after) implements ObjectChange {
        public Alter {
            if (!before.id().equals(after.id())) {
                throw new IllegalArgumentException(before.id() + " is not " + after.id());
            }
            if (before.id().kind() == ObjectKind.TABLE
                    || before.id().kind() == ObjectKind.ENUM_TYPE) {
                throw new IllegalArgumentException(before.id() + " is altered in its parts");
            }
        }

        @Override
        public Alter inverse() {
            return new Alter(after, before);
        }

        @Override
        public String kind() {
            return "Alter" + Words.noun(after);
        }

        @Override
        public String object() {
            return Words.name(after.id());
        }

        @Override
        public String summary() {
            return "alter " + Words.label(after) + " " + object();
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.require(before);
            editor.replace(after);
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.alter(this);
        }
    }

    /**
     * Renames an object or moves it to another schema; whatever refers to it follows.
     *
     * @param renamed the object under its old name
     * @param newName its new name
     */
    record Rename(ObjectId renamed, QualifiedName newName) implements ObjectChange {
        @Override
        public Rename inverse() {
            return new Rename(renamed.withName(newName), renamed.name());
        }

        @Override
        public String kind() {
            return "Rename" + Words.noun(renamed);
        }

        @Override
        public String object() {
            return Words.name(renamed);
        }

        @Override
        public String summary() {
            return "rename " + renamed.label() + " " + object() + " to " + newName;
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.rename(renamed, newName);
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.rename(this);
        }
    }

    private static List<Sequence> sorted(List<Sequence> sequences) {
        return sequences.stream().sorted(Comparator.comparing(Sequence::name)).toList();
    }
}
