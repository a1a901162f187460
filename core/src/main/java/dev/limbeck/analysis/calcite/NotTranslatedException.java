package dev.limbeck.analysis.calcite;

/** Says that a statement has a form that is not looked into. */
final class NotTranslatedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTranslatedException(String form) {
        super(form);
    }
}
