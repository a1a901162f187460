package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change of what any object has beside its definition. */
public sealed interface DetailChange extends SchemaChange {
    /** Returns the object whose details change. */
    ObjectId owner();

    /**
     * Sets or removes a comment.
     *
     * @param owner the object, or the object the part belongs to
     * @param part the part, where the comment is on one
     * @param before the comment as it is
     * @param after the comment as it shall be
     */
    record SetComment(
            ObjectId owner,
            Optional<CommentedPart> part,
            Optional<String> before,
            Optional<String> after)
            implements DetailChange {
        /**
         * A part that has a comment.
         *
         * @param kind a column, a constraint, an index, a trigger, a policy, an attachment or an
         *     attribute
         * @param name its name
         */
        public record CommentedPart(PartKind kind, String name)
                implements Comparable<CommentedPart> {
            @Override
            public int compareTo(CommentedPart other) {
                int order = kind.compareTo(other.kind);
                return order != 0 ? order : name.compareTo(other.name);
            }
        }

        @Override
        public SetComment inverse() {
            return new SetComment(owner, part, after, before);
        }

        @Override
        public String kind() {
            return "SetComment";
        }

        @Override
        public String object() {
            return Words.name(owner) + part.map(named -> "." + named.name()).orElse("");
        }

        @Override
        public String summary() {
            String label = part.map(named -> named.kind().label()).orElse(owner.label());
            return (after.isPresent() ? "comment on " : "remove comment of ")
                    + label
                    + " "
                    + object();
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            SchemaObject object = editor.get(owner);
            if (object instanceof Table table
                    && part.filter(named -> named.kind() == PartKind.COLUMN).isPresent()) {
                Column column = editor.column(table.name(), part.get().name());
                editor.requireEqual(before, column.comment(), "the comment on " + object());
                editor.alterColumn(table.name(), column.withComment(after), List.of(), List.of());
            } else {
                editor.requireEqual(
                        before, Comments.of(object, part), "the comment on " + object());
                editor.replace(Comments.with(object, part, after));
            }
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.setComment(this);
        }
    }

    /** Gives an object to another owner. */
    record SetOwner(ObjectId owner, Optional<String> before, Optional<String> after)
            implements DetailChange {
        @Override
        public SetOwner inverse() {
            return new SetOwner(owner, after, before);
        }

        @Override
        public String kind() {
            return "SetOwner";
        }

        @Override
        public String object() {
            return Words.name(owner);
        }

        @Override
        public String summary() {
            return "change owner of "
                    + owner.label()
                    + " "
                    + object()
                    + after.map(role -> " to " + role).orElse("");
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            SchemaObject object = editor.get(owner);
            editor.requireEqual(before, object.details().owner(), "the owner of " + owner);
            editor.replace(object.withDetails(object.details().withOwner(after)));
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.setOwner(this);
        }
    }

    /** Grants one privilege. */
    record GrantPrivilege(ObjectId owner, Grant grant) implements DetailChange {
        @Override
        public RevokePrivilege inverse() {
            return new RevokePrivilege(owner, grant);
        }

        @Override
        public String kind() {
            return "Grant";
        }

        @Override
        public String object() {
            return Words.name(owner);
        }

        @Override
        public String summary() {
            return "grant " + describe(grant) + " on " + owner + " to " + grantee(grant);
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            SchemaObject object = editor.get(owner);
            List<Grant> grants = new ArrayList<>(object.details().grants());
            editor.requireEqual(false, grants.contains(grant), "the grants on " + owner);
            grants.add(grant);
            editor.replace(object.withDetails(object.details().withGrants(grants)));
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.grant(this);
        }
    }

    /** Revokes one privilege. */
    record RevokePrivilege(ObjectId owner, Grant grant) implements DetailChange {
        @Override
        public GrantPrivilege inverse() {
            return new GrantPrivilege(owner, grant);
        }

        @Override
        public String kind() {
            return "Revoke";
        }

        @Override
        public String object() {
            return Words.name(owner);
        }

        @Override
        public String summary() {
            return "revoke " + describe(grant) + " on " + owner + " from " + grantee(grant);
        }

        @Override
        public void applyTo(SchemaEditor editor) {
            SchemaObject object = editor.get(owner);
            List<Grant> grants = new ArrayList<>(object.details().grants());
            editor.requireEqual(true, grants.remove(grant), "the grants on " + owner);
            editor.replace(object.withDetails(object.details().withGrants(grants)));
        }

        @Override
        public <R> R accept(SchemaChangeVisitor<R> visitor) {
            return visitor.revoke(this);
        }
    }

    private static String describe(Grant grant) {
        return grant.privilege() + grant.column().map(column -> " (" + column + ")").orElse("");
    }

    private static String grantee(Grant grant) {
        return grant.grantee().equals(Grant.PUBLIC) ? "PUBLIC" : grant.grantee();
    }
}
