package dev.limbeck.diff;

import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds and sets the comments of objects and of their parts. */
final class Comments {
    private Comments() {}

    /** Returns the comment of an object or of a part of it. */
    static Optional<String> of(
            SchemaObject object, Optional<DetailChange.SetComment.CommentedPart> part) {
        return part.map(named -> Optional.ofNullable(all(object).get(named)))
                .orElse(object.details().comment());
    }

    /** Returns the comments of an object's parts; parts without one are left out. */
    static Map<DetailChange.SetComment.CommentedPart, String> all(SchemaObject object) {
        Map<DetailChange.SetComment.CommentedPart, String> found = new HashMap<>();
        if (object instanceof Table table) {
            table.columns()
                    .forEach(
                            column -> put(found, PartKind.COLUMN, column.name(), column.comment()));
        } else if (object instanceof View view) {
            view.columnComments()
                    .forEach((name, text) -> put(found, PartKind.COLUMN, name, Optional.of(text)));
        } else if (object instanceof MaterializedView view) {
            view.columnComments()
                    .forEach((name, text) -> put(found, PartKind.COLUMN, name, Optional.of(text)));
        } else if (object instanceof CompositeType type) {
            type.attributes()
                    .forEach(
                            attribute ->
                                    put(
                                            found,
                                            PartKind.ATTRIBUTE,
                                            attribute.name(),
                                            attribute.comment()));
        } else if (object instanceof Domain domain) {
            domain.constraints().forEach(check -> put(found, check));
        }
        if (object instanceof Relation relation) {
            relation.parts().forEach(part -> put(found, part));
        }
        return found;
    }

    private static void put(
            Map<DetailChange.SetComment.CommentedPart, String> found, TablePart part) {
        put(found, part.kind(), part.name().value(), part.comment());
    }

    private static void put(
            Map<DetailChange.SetComment.CommentedPart, String> found,
            PartKind kind,
            String name,
            Optional<String> comment) {
        comment.ifPresent(
                text -> found.put(new DetailChange.SetComment.CommentedPart(kind, name), text));
    }

    /** Returns whether an object has a constraint or an attribute. */
    static boolean hasPart(SchemaObject object, DetailChange.SetComment.CommentedPart part) {
        if (object instanceof Domain domain) {
            return domain.constraints().stream()
                    .anyMatch(check -> check.name().value().equals(part.name()));
        }
        return object instanceof CompositeType type
                && type.attributes().stream()
                        .anyMatch(attribute -> attribute.name().equals(part.name()));
    }

    /**
     * Returns an object with a comment of its own or of a part, not a table's column, set or
     * removed.
     */
    static SchemaObject with(
            SchemaObject object,
            Optional<DetailChange.SetComment.CommentedPart> part,
            Optional<String> comment) {
        if (part.isEmpty()) {
            return object.withDetails(object.details().withComment(comment));
        }
        String name = part.get().name();
        PartKind kind = part.get().kind();
        if (kind == PartKind.COLUMN) {
            return withColumnComment(object, name, comment);
        }
        if (object instanceof CompositeType type) {
            return type.withAttributes(
                    mapped(
                            type.attributes(),
                            attribute ->
                                    attribute.name().equals(name)
                                            ? attribute.withComment(comment)
                                            : attribute));
        }
        if (object instanceof Domain domain) {
            return domain.withConstraints(
                    mapped(
                            domain.constraints(),
                            check ->
                                    check.name().value().equals(name)
                                            ? check.withComment(comment)
                                            : check));
        }
        if (object instanceof Relation relation) {
            return relation.withParts(
                    mapped(
                            relation.parts(),
                            other ->
                                    other.kind() == kind && other.name().value().equals(name)
                                            ? other.withComment(comment)
                                            : other));
        }
        throw new IllegalStateException(object.id() + " has no " + kind.label());
    }

    private static SchemaObject withColumnComment(
            SchemaObject object, String name, Optional<String> comment) {
        if (object instanceof View view) {
            return view.withColumnComments(with(view.columnComments(), name, comment));
        }
        if (object instanceof MaterializedView view) {
            return view.withColumnComments(with(view.columnComments(), name, comment));
        }
        throw new IllegalStateException(object.id() + " has no columns");
    }

    private static Map<String, String> with(
            Map<String, String> comments, String name, Optional<String> comment) {
        Map<String, String> changed = new TreeMap<>(comments);
        changed.remove(name);
        comment.ifPresent(text -> changed.put(name, text));
        return changed;
    }

    private static <T> List<T> mapped(List<T> list, Function<T, T> change) {
        return list.stream().map(change).toList();
    }
}
