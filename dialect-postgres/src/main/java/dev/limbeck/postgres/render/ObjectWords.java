package dev.limbeck.postgres.render;

import dev.limbeck.diff.DetailChange.SetComment.CommentedPart;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How statements speak of objects and their parts. */
final class ObjectWords {
    /** What stands behind {@code DROP} and {@code COMMENT ON} where it isn't the kind itself. */
    private static final Map<String, String> OPAQUE_KINDS =
            Map.of("range type", "TYPE", "base type", "TYPE", "shell type", "TYPE");

    private ObjectWords() {}

    /** Returns the kind of an object as a statement says it: {@code MATERIALIZED VIEW}. */
    static String kind(ObjectId id) {
        return switch (id.kind()) {
            case NAMESPACE -> "SCHEMA";
            case EXTENSION -> "EXTENSION";
            case ENUM_TYPE, COMPOSITE_TYPE -> "TYPE";
            case DOMAIN -> "DOMAIN";
            case SEQUENCE -> "SEQUENCE";
            case TABLE -> "TABLE";
            case VIEW -> "VIEW";
            case MATERIALIZED_VIEW -> "MATERIALIZED VIEW";
            case ROUTINE -> "ROUTINE";
            case SYNONYM -> throw new IllegalStateException("PostgreSQL has no synonyms: " + id);
            case OPAQUE ->
                    OPAQUE_KINDS.getOrDefault(id.detail(), id.detail().toUpperCase(Locale.ROOT));
        };
    }

    /** Returns the name of an object as a statement says it. */
    static String name(ObjectId id) {
        return switch (id.kind()) {
            case ROUTINE -> RoutineWriter.signature(id);
            case ENUM_TYPE, COMPOSITE_TYPE, DOMAIN -> SqlNames.writeCallable(id.name());
            case OPAQUE ->
                    id.name().name().matches(".*[( ].*")
                            ? id.name().toString()
                            : SqlNames.write(id.name());
            default -> SqlNames.write(id.name());
        };
    }

    /** Returns what {@code COMMENT ON} names. */
    static String commented(ObjectId owner, Optional<CommentedPart> part) {
        if (part.isEmpty()) {
            return kind(owner) + " " + name(owner);
        }
        String name = SqlNames.write(part.get().name());
        return switch (part.get().kind()) {
            case COLUMN, ATTRIBUTE -> "COLUMN " + SqlNames.write(owner.name()) + "." + name;
            case INDEX -> "INDEX " + SqlNames.write(owner.name().sibling(part.get().name()));
            case CONSTRAINT -> {
                String domain = owner.kind() == ObjectKind.DOMAIN ? "DOMAIN " : "";
                yield "CONSTRAINT " + name + " ON " + domain + name(owner);
            }
            case TRIGGER -> "TRIGGER " + name + " ON " + name(owner);
            case POLICY -> "POLICY " + name + " ON " + name(owner);
            case ATTACHMENT -> "RULE " + name + " ON " + name(owner);
            case VALUE -> throw new IllegalStateException("a value has no comment: " + part.get());
        };
    }

    /** Returns the statement that sets or removes a comment. */
    static String comment(ObjectId owner, Optional<CommentedPart> part, Optional<String> text) {
        return "COMMENT ON "
                + commented(owner, part)
                + " IS "
                + text.map(SqlNames::literal).orElse("NULL");
    }
}
