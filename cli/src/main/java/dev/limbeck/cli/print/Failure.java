package dev.limbeck.cli.print;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.error.StatementFailedException;
import dev.limbeck.error.StatementFailedException.FailedStatement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that went wrong, as it is told: a failure the user can act on, or a fault of our own.
 *
 * @param diagnostics all findings, the decisive one first
 * @param statement the statement that failed, where one did
 * @param cause what was thrown
 */
public record Failure(
        List<Diagnostic> diagnostics, Optional<FailedStatement> statement, Throwable cause) {
    /**
     * What tells of a driver, a server or a program even where no exception of theirs came along.
     */
    private static final Set<ErrorCode> QUOTING =
            Set.of(
                    ErrorCode.CONNECTION_FAILED,
                    ErrorCode.LEDGER_UNUSABLE,
                    ErrorCode.CATALOG_UNREADABLE,
                    ErrorCode.PASSWORD_UNREADABLE);

    public Failure {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Returns what is told about something that was thrown. */
    public static Failure of(Throwable thrown) {
        if (thrown instanceof LimbeckException known) {
            return new Failure(known.diagnostics(), statementOf(known), thrown);
        }
        return new Failure(List.of(fault(thrown)), Optional.empty(), thrown);
    }

    private static Optional<FailedStatement> statementOf(LimbeckException failure) {
        return failure instanceof StatementFailedException statement
                ? Optional.of(statement.failed())
                : Optional.empty();
    }

    private static Diagnostic fault(Throwable thrown) {
        return Diagnostic.error(
                ErrorCode.INTERNAL,
                "a fault of Limbeck itself ("
                        + thrown
                        + "); please run the command again with -v and report what it prints");
    }

    /** Returns the finding that names the failure. */
    public Diagnostic decisive() {
        return diagnostics.get(0);
    }

    /** Returns the findings beside the one that names the failure. */
    public List<Diagnostic> further() {
        return diagnostics.subList(1, diagnostics.size());
    }

    /** Returns a finding's message without secrets; one that quotes a driver has none of them. */
    public String message(Diagnostic finding, Redactor redactor) {
        return quotesOthers()
                ? redactor.redact(finding.message())
                : redactor.redactOwn(finding.message());
    }

    /** Returns a finding's advice without secrets; a failed statement's may be the server's. */
    public Optional<String> hint(Diagnostic finding, Redactor redactor) {
        return finding.hint()
                .map(statement.isPresent() ? redactor::redact : redactor::redactAdvice);
    }

    /** Returns whether something failed that was not ours: a driver, the system, a program. */
    private boolean quotesOthers() {
        Throwable each = cause;
        while (each instanceof LimbeckException) {
            each = each.getCause();
        }
        return each != null || statementText().isPresent() || QUOTING.contains(decisive().code());
    }

    /** Returns the text of the statement that failed, in this run or in the one before. */
    public Optional<String> statementText() {
        return cause instanceof LimbeckException known ? known.statement() : Optional.empty();
    }

    /** Returns the SQLState the server or the driver gave. */
    public Optional<String> sqlState() {
        return statement
                .map(FailedStatement::sqlState)
                .orElseGet(() -> sqlCause().map(SQLException::getSQLState));
    }

    /** Returns the vendor's error number, where there is one. */
    public Optional<Integer> vendorCode() {
        return statement
                .map(FailedStatement::vendorCode)
                .or(() -> sqlCause().map(SQLException::getErrorCode))
                .filter(code -> code != 0);
    }

    private Optional<SQLException> sqlCause() {
        Throwable cause = this.cause;
        while (cause != null) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** Returns the stack trace, for those who asked for it. */
    public String stackTrace() {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
