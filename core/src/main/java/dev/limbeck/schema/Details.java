package dev.limbeck.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What any object can have beside its definition.
 *
 * @param comment its comment, as plain text
 * @param owner its owner, where ownership counts; empty where it isn't compared
 * @param grants the privileges granted on it and on its columns, sorted, each once; those that the
 *     owner and the server's defaults give are left out
 */
public record Details(Optional<String> comment, Optional<String> owner, List<Grant> grants) {
    private static final Details NONE = new Details(Optional.empty(), Optional.empty(), List.of());

    public Details {
        grants = List.copyOf(new TreeSet<>(grants));
    }

    /** Returns the details of an object that has none. */
    public static Details none() {
        return NONE;
    }

    public Details withComment(Optional<String> newComment) {
        return new Details(newComment, owner, grants);
    }

    public Details withOwner(Optional<String> newOwner) {
        return new Details(comment, newOwner, grants);
    }

    public Details withGrants(Collection<Grant> newGrants) {
        return new Details(comment, owner, List.copyOf(newGrants));
    }
}
