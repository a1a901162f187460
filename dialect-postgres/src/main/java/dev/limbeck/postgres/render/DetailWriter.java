package dev.limbeck.postgres.render;

import dev.limbeck.diff.DetailChange.SetComment.CommentedPart;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the comments and grants of a new object. */
final class DetailWriter {
    private DetailWriter() {}

    /** Returns all that is to be said about a new object beside its definition. */
    static List<Piece> all(SchemaObject object) {
        List<Piece> pieces = new ArrayList<>();
        ObjectId id = object.id();
        object.details()
                .comment()
                .ifPresent(text -> pieces.add(comment(id, Optional.empty(), text)));
        if (object instanceof Table table) {
            for (Column column : table.columns()) {
                column.comment()
                        .ifPresent(
                                text ->
                                        pieces.add(
                                                comment(id, PartKind.COLUMN, column.name(), text)));
            }
        } else if (object instanceof View view) {
            columnComments(id, view.columnComments(), pieces);
        } else if (object instanceof MaterializedView view) {
            columnComments(id, view.columnComments(), pieces);
        } else if (object instanceof CompositeType type) {
            type.attributes()
                    .forEach(
                            attribute ->
                                    attribute
                                            .comment()
                                            .ifPresent(
                                                    text ->
                                                            pieces.add(
                                                                    comment(
                                                                            id,
                                                                            PartKind.ATTRIBUTE,
                                                                            attribute.name(),
                                                                            text))));
        } else if (object instanceof Domain domain) {
            domain.constraints().forEach(check -> pieces.addAll(comment(id, check)));
        }
        if (object instanceof Relation relation) {
            relation.parts().stream()
                    .filter(part -> part.kind() == PartKind.CONSTRAINT)
                    .forEach(part -> pieces.addAll(comment(id, part)));
        }
        GrantWriter.grant(id, object.details().grants())
                .forEach(statement -> pieces.add(Piece.statement(statement)));
        return pieces;
    }

    private static void columnComments(
            ObjectId id, Map<String, String> comments, List<Piece> pieces) {
        comments.forEach((name, text) -> pieces.add(comment(id, PartKind.COLUMN, name, text)));
    }

    /** Returns the comment on a part; none where it has none. */
    static List<Piece> comment(ObjectId owner, TablePart part) {
        return part.comment()
                .map(text -> List.of(comment(owner, part.kind(), part.name().value(), text)))
                .orElse(List.of());
    }

    static Piece comment(ObjectId owner, PartKind kind, String name, String text) {
        return comment(owner, Optional.of(new CommentedPart(kind, name)), text);
    }

    private static Piece comment(ObjectId owner, Optional<CommentedPart> part, String text) {
        return Piece.statement(ObjectWords.comment(owner, part, Optional.of(text)));
    }
}
