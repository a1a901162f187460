package dev.limbeck.expression;

/** A text goes beyond what is read here; it never leaves this package. */
final class NotUnderstoodException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstoodException(String message) {
        super(message, null, false, false);
    }
}
