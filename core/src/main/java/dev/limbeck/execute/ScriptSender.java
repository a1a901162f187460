package dev.limbeck.execute;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.execute.JournaledScript.Piece;
import dev.limbeck.report.StepReport;
import dev.limbeck.report.StepReport.State;
import dev.limbeck.script.RenderedText;
import dev.limbeck.script.Script;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.io.Reader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sends a script's statements in order, one read only after the one before is done. */
final class ScriptSender {
    private final StatementSender sender;
    private final Map<String, String> variables;
    private final ExecutionListener listener;

    /**
     * Makes a sender.
     *
     * @param variables values of what scripts declare with {@code vars}
     */
    ScriptSender(
            StatementSender sender, Map<String, String> variables, ExecutionListener listener) {
        this.sender = sender;
        this.variables = variables;
        this.listener = listener;
    }

    /**
     * Sends a step's whole script; stops at the first statement that is refused.
     *
     * @param delivery how each statement is brought to the server
     */
    void send(PreparedStep step, ScriptProgress progress, StatementDelivery delivery)
            throws StatementFailure {
        if (step.script().isEmpty()) {
            return;
        }
        Script script = step.script().get();
        StepReport report = step.report(State.PLANNED, Duration.ZERO);
        try (StatementReader reader = script.statements()) {
            for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
                Statement statement = next.get();
                if (statement.isSent()) {
                    int ordinal = progress.done() + 1;
                    listener.statementStarted(report, ordinal, statement);
                    send(script, ordinal, statement, reader, delivery);
                    progress.statementDone();
                }
            }
        } catch (IOException e) {
            throw new ScriptException(
                    Diagnostic.error(
                            ErrorCode.FILE_UNREADABLE,
                            "can't read the script to its end: " + e.getMessage(),
                            SourceLocation.of(step.shownFile())),
                    e);
        }
    }

    private void send(
            Script script,
            int ordinal,
            Statement statement,
            StatementReader reader,
            StatementDelivery delivery)
            throws StatementFailure, IOException {
        RenderedText text = render(script, statement);
        try {
            delivery.deliver(
                    script, statement, text.text(), () -> deliver(statement, text, reader));
        } catch (SQLException e) {
            throw new StatementFailure(ordinal, statement, text, e);
        }
    }

    private void deliver(Statement statement, RenderedText text, StatementReader reader)
            throws SQLException, IOException {
        if (statement.hasInlineData()) {
            sender.sendWithData(text.text(), reader.inlineData());
        } else {
            sender.send(text.text());
        }
    }

    /** Returns a statement's text as it is sent. */
    RenderedText render(Script script, Statement statement) {
        return script.render(statement.text(), variables);
    }

    /** Sends one statement of a step. */
    void send(PreparedStep step, Piece piece, StatementDelivery delivery) throws StatementFailure {
        tell(step, piece);
        String text = piece.text().text();
        try {
            delivery.deliver(
                    step.script().orElseThrow(), piece.statement(), text, () -> sender.send(text));
        } catch (SQLException e) {
            throw failure(piece, e);
        } catch (IOException e) {
            throw new IllegalStateException("a statement without data reads none", e);
        }
    }

    /** Sends one statement of a step with the data that follows it. */
    void sendWithData(PreparedStep step, Piece piece, Reader data)
            throws StatementFailure, IOException {
        tell(step, piece);
        try {
            sender.sendWithData(piece.text().text(), data);
        } catch (SQLException e) {
            throw failure(piece, e);
        }
    }

    private void tell(PreparedStep step, Piece piece) {
        listener.statementStarted(
                step.report(State.PLANNED, Duration.ZERO), piece.ordinal(), piece.statement());
    }

    private static StatementFailure failure(Piece piece, SQLException e) {
        return new StatementFailure(piece.ordinal(), piece.statement(), piece.text(), e);
    }
}
