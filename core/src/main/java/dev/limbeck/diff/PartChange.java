package dev.limbeck.diff;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.TablePart;

/** A change of one constraint, index, trigger, policy or attachment of a relation. */
public sealed interface PartChange extends SchemaChange {
    /** Returns the relation. */
    ObjectId owner();

    /** Adds a part with its comment. */
    record Add(ObjectId owner, TablePart part) implements PartChange {
        @Override
        public Drop inverse() {
            return new Drop(owner, part);
        }

        @Override
        public String kind() {
            return verb(part, "Create", "Add") + Words.noun(part);
        }

        @Override
        public String object() {
            return Words.name(owner, part);
        }

        @Override
        public String summary() {
            return verb(part, "create ", "add ") + describe(owner, part);
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.addPart(owner, part);
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.addPart(this);
        }
    }

    /** Drops a part. */
    record Drop(ObjectId owner, TablePart part) implements PartChange {
        @Override
        public Add inverse() {
            return new Add(owner, part);
        }

        @Override
        public String kind() {
            return "Drop" + Words.noun(part);
        }

        @Override
        public String object() {
            return Words.name(owner, part);
        }

        @Override
        public String summary() {
            return "drop " + describe(owner, part);
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.dropPart(owner, part);
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.dropPart(this);
        }
    }

    /**
     * Changes a part in place, where the server can: a constraint is validated or deferred, an
     * index hidden, a trigger disabled, a policy altered. Name and comment stay.
     */
    record Alter(ObjectId owner, TablePart before, TablePart after) implements PartChange {
        public Alter {
            if (before.kind() != after.kind() || !before.name().equals(after.name())) {
                throw new IllegalArgumentException(before.name() + " is not " + after.name());
            }
        }

        @Override
        public Alter inverse() {
            return new Alter(owner, after, before);
        }

        @Override
        public String kind() {
            return "Alter" + Words.noun(after);
        }

        @Override
        public String object() {
            return Words.name(owner, after);
        }

        @Override
        public String summary() {
            return "alter " + describe(owner, after);
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.replacePart(owner, before, after);
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.alterPart(this);
        }
    }

    /**
     * Renames a part.
     *
     * @param owner the relation
     * @param part the part under its old name
     * @param newName its new name
     */
    record Rename(ObjectId owner, TablePart part, PartName newName) implements PartChange {
        @Override
        public Rename inverse() {
            return new Rename(owner, part.withName(newName), part.name());
        }

        @Override
        public String kind() {
            return "Rename" + Words.noun(part);
        }

        @Override
        public String object() {
            return Words.name(owner, part);
        }

        @Override
        public String summary() {
            return "rename " + describe(owner, part) + " to " + newName;
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            editor.replacePart(owner, part, part.withName(newName));
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.renamePart(this);
        }
    }

    private static String verb(TablePart part, String create, String add) {
        return part instanceof Constraint ? add : create;
    }

    private static String describe(ObjectId owner, TablePart part) {
        return Words.label(part) + " " + part.name() + " of " + owner.name();
    }
}
