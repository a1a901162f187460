package dev.limbeck.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * That the desired schema says what an object or a part was called before ({@code -- limbeck:
 * renamed-from}).
 *
 * @param object the object; for a part the object it belongs to; under its new name
 * @param part the part under its new name
 * @param kind what kind of part it is
 * @param oldName the name before, folded; for an object in the schema it was in, for a part in an
 *     empty one
 */
public record RenameHint(
        ObjectId object, Optional<PartKind> kind, Optional<String> part, QualifiedName oldName)
        implements Comparable<RenameHint> {
    private static final Comparator<RenameHint> ORDER =
            Comparator.comparing(RenameHint::object)
                    .thenComparing(hint -> hint.kind().map(PartKind::ordinal).orElse(-1))
                    .thenComparing(hint -> hint.part().orElse(""))
                    .thenComparing(RenameHint::oldName);

    /** Returns a hint about an object. */
    public static RenameHint of(ObjectId object, QualifiedName oldName) {
        return new RenameHint(object, Optional.empty(), Optional.empty(), oldName);
    }

    /** Returns a hint about a part: a column, a constraint, an index, a value of an enum. */
    public static RenameHint of(PartId part, String oldName) {
        return new RenameHint(
                part.owner(),
                Optional.of(part.kind()),
                Optional.of(part.name()),
                QualifiedName.of(oldName));
    }

    @Override
    public int compareTo(RenameHint other) {
        return ORDER.compare(this, other);
    }
}
