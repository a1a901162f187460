package dev.limbeck.revision;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The name of a revision: 1 to 32 characters, as stored in the version table. */
public record RevisionId(String value) implements Comparable<RevisionId> {
    /** The width of the version table's column. */
    public static final int MAX_LENGTH = 32;

    /** What an id is like, as advice beside what {@link #problemWith} says. */
    public static final String ADVICE =
            "an id has 1 to "
                    + MAX_LENGTH
                    + " characters, none of them '@', '+', '-', ':', ',' or white space, and is none"
                    + " of head, heads, base and current";

    static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    public RevisionId {
        Optional<String> problem = problemWith(value);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
    }

    /** Returns why a text can't be a revision id, or empty where it can. */
    public static Optional<String> problemWith(String text) {
        if (text.isEmpty()) {
            return Optional.of("a revision id can't be empty");
        }
        if (RESERVED.contains(text)) {
            return Optional.of("'" + text + "' is a reserved word and can't be a revision id");
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of(
                    "revision id '"
                            + text
                            + "' has "
                            + text.length()
                            + " characters; "
                            + MAX_LENGTH
                            + " are allowed");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' || c == '+' || c == '-' || c == ':' || c == ',') {
                return Optional.of("revision id '" + text + "' holds '" + c + "'");
            }
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                return Optional.of("revision id '" + text + "' holds white space");
            }
        }
        return Optional.empty();
    }

    // Written out: the methods a record gets are linked at run time, at a cost in each short run.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RevisionId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(RevisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
