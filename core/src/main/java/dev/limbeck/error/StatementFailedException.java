package dev.limbeck.error;

import java.util.Optional;

/** A statement of a script failed on the server. */
public final class StatementFailedException extends ExecutionException {
    private static final long serialVersionUID = 1L;

    private final transient FailedStatement failed;

    public StatementFailedException(
            Diagnostic diagnostic, FailedStatement failed, Throwable cause) {
        super(diagnostic, cause);
        this.failed = failed;
    }

    /** Returns which statement failed and what became of the ones before it. */
    public FailedStatement failed() {
        return failed;
    }

    @Override
    public Optional<String> statement() {
        return Optional.of(failed.text());
    }

    /**
     * A statement that failed, as the user needs to know it.
     *
     * @param revision id of the revision
     * @param direction {@code up} or {@code down}
     * @param ordinal 1-based number of the statement in its script
     * @param total number of statements in the script
     * @param text the statement's text as it stands in the script
     * @param sqlState SQLState of the server, where it gave one
     * @param vendorCode the vendor's error number, 0 where it gave none
     * @param rolledBack whether the statements before it were rolled back with it
     */
    public record FailedStatement(
            String revision,
            String direction,
            int ordinal,
            int total,
            String text,
            Optional<String> sqlState,
            int vendorCode,
            boolean rolledBack) {}
}
