package dev.limbeck.execute;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.StatementFailedException;
import dev.limbeck.error.StatementFailedException.FailedStatement;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.TextPosition;
import java.sql.SQLException;
import java.util.Optional;

/** Turns a server's error into one that points at the user's file. */
final class StatementErrors {
    private final Dialect dialect;
    private final DatabaseProduct product;

    StatementErrors(Dialect dialect, DatabaseProduct product) {
        this.dialect = dialect;
        this.product = product;
    }

    /** Returns the error of a statement whose transaction was rolled back. */
    StatementFailedException rolledBack(PreparedStep step, StatementFailure failure) {
        return failed(step, failure, ErrorCode.STATEMENT_FAILED, true, Optional.empty());
    }

    /** Returns the error of a statement that ran outside a transaction. */
    StatementFailedException outsideTransaction(PreparedStep step, StatementFailure failure) {
        Optional<String> advice =
                Optional.of(failure.ordinal())
                        .filter(ordinal -> ordinal > 1)
                        .map(
                                ordinal ->
                                        "mend the statement and run the command again: it goes on"
                                                + " with statement "
                                                + ordinal);
        return failed(step, failure, ErrorCode.STATEMENT_FAILED_OUTSIDE_TRANSACTION, false, advice);
    }

    private StatementFailedException failed(
            PreparedStep step,
            StatementFailure failure,
            ErrorCode code,
            boolean rolledBack,
            Optional<String> advice) {
        SQLException error = failure.error();
        ServerError said = dialect.describe(error, failure.text().text());
        Diagnostic diagnostic =
                new Diagnostic(
                        Severity.ERROR,
                        code(said.kind(), code),
                        message(said, error),
                        Optional.of(place(step, failure, said)),
                        said.hint().or(() -> advice(said.kind())).or(() -> advice));
        return new StatementFailedException(
                diagnostic,
                new FailedStatement(
                        step.revision().id().value(),
                        step.direction().word(),
                        failure.ordinal(),
                        step.statements(),
                        failure.statement().text(),
                        Optional.ofNullable(error.getSQLState()),
                        error.getErrorCode(),
                        rolledBack),
                error);
    }

    private static ErrorCode code(ServerError.Kind kind, ErrorCode otherwise) {
        return switch (kind) {
            case LOCK_TIMEOUT, CANCELLED -> ErrorCode.STATEMENT_TIMED_OUT;
            // Outside a transaction it matters more that the script stopped half way.
            case CONNECTION ->
                    otherwise == ErrorCode.STATEMENT_FAILED ? ErrorCode.CONNECTION_LOST : otherwise;
            default -> otherwise;
        };
    }

    private static Optional<String> advice(ServerError.Kind kind) {
        return switch (kind) {
            case LOCK_TIMEOUT ->
                    Optional.of(
                            "another session holds a lock on it: end that one, wait longer with"
                                    + " '--lock-timeout 1m', or run again when less is going on");
            case CANCELLED ->
                    Optional.of(
                            "its time was up, or somebody cancelled it: '--statement-timeout 1h'"
                                    + " gives it more time, '--statement-timeout 0' no limit");
            case CONNECTION ->
                    Optional.of(
                            "the connection broke: see that the server and what lies between is"
                                    + " well, and run the same command again");
            default -> Optional.empty();
        };
    }

    /** Returns the error of a commit that the server refused: constraints checked at the end. */
    StatementFailedException atCommit(PreparedStep step, SQLException error) {
        ServerError said = dialect.describe(error);
        boolean inDoubt = said.kind() == ServerError.Kind.CONNECTION;
        Diagnostic diagnostic =
                new Diagnostic(
                        Severity.ERROR,
                        code(said.kind(), ErrorCode.STATEMENT_FAILED),
                        message(said, error) + ", when the transaction was to be committed",
                        Optional.of(SourceLocation.of(step.shownFile())),
                        inDoubt
                                ? Optional.of(
                                        "nobody knows whether it was committed as a whole or not"
                                                + " at all: 'limbeck current' asks the database, and"
                                                + " 'limbeck upgrade' goes on from there")
                                : said.hint());
        return new StatementFailedException(
                diagnostic,
                new FailedStatement(
                        step.revision().id().value(),
                        step.direction().word(),
                        step.statements(),
                        step.statements(),
                        "COMMIT",
                        Optional.ofNullable(error.getSQLState()),
                        error.getErrorCode(),
                        !inDoubt),
                error);
    }

    private String message(ServerError said, SQLException error) {
        String words =
                said.detail()
                        .map(detail -> said.message() + ": " + withoutFullStop(detail))
                        .orElse(said.message());
        return withoutFullStop(words) + " (" + product.name() + code(error) + ")";
    }

    private static String code(SQLException error) {
        if (error.getSQLState() != null) {
            return " " + error.getSQLState();
        }
        return error.getErrorCode() == 0 ? "" : " " + error.getErrorCode();
    }

    private static String withoutFullStop(String sentence) {
        String text = sentence.strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static SourceLocation place(
            PreparedStep step, StatementFailure failure, ServerError said) {
        Statement statement = failure.statement();
        ServerError.Place place = said.place();
        if (place.dataLine().isPresent() && statement.hasInlineData()) {
            int line = statement.dataLine() + place.dataLine().getAsInt() - 1;
            return new SourceLocation(step.shownFile(), line, 0);
        }
        if (place.offset().isPresent()) {
            return at(step, statement, failure.text().sourceOffset(place.offset().getAsInt()));
        }
        if (place.line().isPresent() && failure.text().replacements().isEmpty()) {
            int line = statement.span().line() + place.line().getAsInt() - 1;
            return line == statement.span().line()
                    ? at(step, statement, 0)
                    : new SourceLocation(step.shownFile(), line, 0);
        }
        return at(step, statement, 0);
    }

    private static SourceLocation at(PreparedStep step, Statement statement, int offset) {
        TextPosition position =
                TextPosition.in(statement.text(), statement.span(), Math.max(0, offset));
        return new SourceLocation(step.shownFile(), position.line(), position.column());
    }
}
