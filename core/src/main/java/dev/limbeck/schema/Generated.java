package dev.limbeck.schema;

/**
 * A column computed from others of its row.
 *
 * @param expression the expression
 * @param storage whether its values are stored
 */
public record Generated(Expression expression, Storage storage) {
    /** Where the values of a generated column are. */
    public enum Storage {
        STORED,
        VIRTUAL
    }
}
