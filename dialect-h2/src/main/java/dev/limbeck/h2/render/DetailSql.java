package dev.limbeck.h2.render;

import dev.limbeck.diff.DetailChange.SetComment.CommentedPart;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.H2Text;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes comments and rights. */
final class DetailSql {
    private DetailSql() {}

    /** Returns the statement that sets a comment, or takes it away. */
    static String comment(ObjectId owner, Optional<CommentedPart> part, Optional<String> text) {
        String target =
                part.map(named -> target(owner, named))
                        .orElseGet(() -> noun(owner) + " " + H2Names.write(owner.name()));
        return "COMMENT ON " + target + " IS " + text.map(H2Text::quoted).orElse("NULL");
    }

    private static String noun(ObjectId owner) {
        if (owner.kind() == ObjectKind.SYNONYM || owner.detail().equals("aggregate")) {
            throw Refusal.of("comment on " + owner);
        }
        return owner.kind() == ObjectKind.MATERIALIZED_VIEW ? "VIEW" : ObjectSql.noun(owner);
    }

    private static String target(ObjectId owner, CommentedPart part) {
        String name = H2Names.write(part.name());
        String qualified =
                part.name().isEmpty() ? "" : H2Names.write(owner.name().sibling(part.name()));
        if (part.kind() == PartKind.COLUMN && owner.kind() == ObjectKind.TABLE) {
            return "COLUMN " + H2Names.write(owner.name()) + "." + name;
        }
        return switch (part.kind()) {
            case CONSTRAINT -> "CONSTRAINT " + qualified;
            case INDEX -> "INDEX " + qualified;
            case TRIGGER, ATTACHMENT -> "TRIGGER " + qualified;
            default ->
                    throw Refusal.of(
                            "comment on " + part.kind().label() + " " + name + " of " + owner);
        };
    }

    /** Returns the statements that set all comments an object comes with. */
    static List<String> comments(SchemaObject object) {
        List<String> statements = new ArrayList<>();
        ObjectId id = object.id();
        object.details()
                .comment()
                .ifPresent(
                        text -> statements.add(comment(id, Optional.empty(), Optional.of(text))));
        if (object instanceof Table table) {
            for (Column column : table.columns()) {
                addComment(statements, id, PartKind.COLUMN, column.name(), column.comment());
            }
        }
        if (object instanceof Relation relation) {
            for (TablePart part : relation.parts()) {
                addComment(statements, id, part.kind(), part.name().value(), part.comment());
            }
        }
        if (object instanceof Domain domain) {
            for (Check check : domain.constraints()) {
                addComment(
                        statements, id, PartKind.CONSTRAINT, check.name().value(), check.comment());
            }
        }
        return statements;
    }

    private static void addComment(
            List<String> statements,
            ObjectId owner,
            PartKind kind,
            String name,
            Optional<String> comment) {
        comment.ifPresent(
                text ->
                        statements.add(
                                comment(
                                        owner,
                                        Optional.of(new CommentedPart(kind, name)),
                                        Optional.of(text))));
    }

    /** Returns the statements that give all rights an object comes with. */
    static List<String> grants(SchemaObject object) {
        Map<String, List<String>> byGrantee = new LinkedHashMap<>();
        for (Grant grant : object.details().grants()) {
            byGrantee
                    .computeIfAbsent(grant.grantee(), absent -> new ArrayList<>())
                    .add(privilege(object.id(), grant));
        }
        List<String> statements = new ArrayList<>();
        byGrantee.forEach(
                (grantee, privileges) ->
                        statements.add(
                                "GRANT "
                                        + String.join(", ", privileges)
                                        + on(object.id())
                                        + " TO "
                                        + grantee(grantee)));
        return statements;
    }

    static String grant(ObjectId owner, Grant grant) {
        return "GRANT " + privilege(owner, grant) + on(owner) + " TO " + grantee(grant.grantee());
    }

    static String revoke(ObjectId owner, Grant grant) {
        return "REVOKE "
                + privilege(owner, grant)
                + on(owner)
                + " FROM "
                + grantee(grant.grantee());
    }

    private static String privilege(ObjectId owner, Grant grant) {
        if (grant.column().isPresent() || grant.grantable()) {
            throw Refusal.of(
                    "right " + grant.privilege() + " on a column, or to be passed on, of " + owner);
        }
        return grant.privilege();
    }

    private static String on(ObjectId owner) {
        if (owner.kind() == ObjectKind.NAMESPACE) {
            return " ON SCHEMA " + H2Names.write(owner.name());
        }
        if (!owner.kind().isRelation()) {
            throw Refusal.of("rights on " + owner);
        }
        return " ON " + H2Names.write(owner.name());
    }

    private static String grantee(String name) {
        return name.equals(Grant.PUBLIC) ? "PUBLIC" : H2Names.write(name);
    }
}
