package dev.limbeck.oracle.render;

import dev.limbeck.diff.DetailChange.SetComment.CommentedPart;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes comments and rights. */
final class DetailSql {
    private DetailSql() {}

    /** Returns the statement that sets a comment; an empty one takes it away. */
    static String comment(ObjectId owner, Optional<CommentedPart> part, Optional<String> text) {
        String name = OracleIdentifiers.write(owner.name());
        String quoted = OracleText.quoted(text.orElse(""));
        if (part.isPresent()) {
            if (part.get().kind() != PartKind.COLUMN) {
                throw Refusal.of(
                        "comment on a " + part.get().kind().label() + ": " + part.get().name());
            }
            return "COMMENT ON COLUMN "
                    + name
                    + "."
                    + OracleIdentifiers.write(part.get().name())
                    + " IS "
                    + quoted;
        }
        return "COMMENT ON " + noun(owner) + " " + name + " IS " + quoted;
    }

    private static String noun(ObjectId owner) {
        return switch (owner.kind()) {
            case TABLE, VIEW -> "TABLE";
            case MATERIALIZED_VIEW -> "MATERIALIZED VIEW";
            default -> throw Refusal.of("comment on a " + owner);
        };
    }

    /** Returns the statement that sets a column's comment, its names written already. */
    static String columnComment(String table, String column, String text) {
        return "COMMENT ON COLUMN " + table + "." + column + " IS " + OracleText.quoted(text);
    }

    /** Returns the statements that set all comments an object comes with. */
    static List<String> comments(SchemaObject object) {
        List<String> statements = new ArrayList<>();
        ObjectId id = object.id();
        object.details()
                .comment()
                .ifPresent(
                        text -> statements.add(comment(id, Optional.empty(), Optional.of(text))));
        Map<String, String> columns = new LinkedHashMap<>();
        if (object instanceof Table table) {
            for (Column column : table.columns()) {
                column.comment().ifPresent(text -> columns.put(column.name(), text));
            }
        } else if (object instanceof View view) {
            columns.putAll(view.columnComments());
        } else if (object instanceof MaterializedView view) {
            columns.putAll(view.columnComments());
        }
        columns.forEach(
                (name, text) ->
                        statements.add(
                                comment(
                                        id,
                                        Optional.of(new CommentedPart(PartKind.COLUMN, name)),
                                        Optional.of(text))));
        return statements;
    }

    /** Returns the statements that give all rights an object comes with. */
    static List<String> grants(SchemaObject object) {
        return object.details().grants().stream().map(grant -> grant(object.id(), grant)).toList();
    }

    static String grant(ObjectId owner, Grant grant) {
        return "GRANT "
                + grant.privilege()
                + grant.column()
                        .map(column -> " (" + OracleIdentifiers.write(column) + ")")
                        .orElse("")
                + " ON "
                + OracleIdentifiers.write(owner.name())
                + " TO "
                + grantee(grant)
                + (grant.grantable() ? " WITH GRANT OPTION" : "");
    }

    /** A right on columns is revoked from all of them at once. */
    static String revoke(ObjectId owner, Grant grant) {
        return "REVOKE "
                + grant.privilege()
                + " ON "
                + OracleIdentifiers.write(owner.name())
                + " FROM "
                + grantee(grant)
                + (grant.privilege().equals("REFERENCES") && owner.kind() == ObjectKind.TABLE
                        ? " CASCADE CONSTRAINTS"
                        : "");
    }

    private static String grantee(Grant grant) {
        return grant.grantee().equals(Grant.PUBLIC)
                ? "PUBLIC"
                : OracleIdentifiers.write(grant.grantee());
    }
}
