package dev.limbeck.dialect;

/**
 * A name in a statement that the server does not know.
 *
 * @param kind what it should be the name of
 * @param name as the server writes it, without the names it was qualified with
 */
public record MissingName(Kind kind, String name) {
    /** What a name may be missing for. */
    public enum Kind {
        COLUMN,
        RELATION
    }
}
