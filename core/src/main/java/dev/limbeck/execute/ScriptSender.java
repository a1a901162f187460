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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends a script's statements in order; of a large script only a few are in memory at once. */
final class ScriptSender {
    private final StatementSender sender;
    private final Optional<RowBatches> batches;
    private final Map<String, String> variables;
    private final ExecutionListener listener;

    /**
     * Makes a sender.
     *
     * @param batches how rows travel together in a transaction; empty where the driver waits for
     *     each answer all the same
     * @param variables values of what scripts declare with {@code vars}
     */
    ScriptSender(
            StatementSender sender,
            Optional<RowBatches> batches,
            Map<String, String> variables,
            ExecutionListener listener) {
        this.sender = sender;
        this.batches = batches;
        this.variables = variables;
        this.listener = listener;
    }

    /** Sends a step's whole script; stops at the first statement that is refused. */
    void send(PreparedStep step, ScriptProgress progress) throws StatementFailure {
        if (step.script().isEmpty()) {
            return;
        }
        Script script = step.script().get();
        Whole whole = new Whole(step.report(State.PLANNED, Duration.ZERO), progress);
        try (StatementReader reader = script.statements()) {
            for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get().isSent()) {
                    whole.send(next.get(), render(script, next.get()), reader);
                }
            }
            whole.sendWaiting();
        } catch (IOException e) {
            throw new ScriptException(
                    Diagnostic.error(
                            ErrorCode.FILE_UNREADABLE,
                            "can't read the script to its end: " + e.getMessage(),
                            SourceLocation.of(step.shownFile())),
                    e);
        }
    }

    /** A script on its way; statements that may travel together wait until they are a batch. */
    private final class Whole {
        private final StepReport report;
        private final ScriptProgress progress;
        private List<Outgoing> waiting = new ArrayList<>();
        private int length;

        Whole(StepReport report, ScriptProgress progress) {
            this.report = report;
            this.progress = progress;
        }

        void send(Statement statement, RenderedText text, StatementReader reader)
                throws StatementFailure, IOException {
            if (batches.isPresent() && RowBatches.takes(statement)) {
                waiting.add(new Outgoing(statement, text));
                length += text.text().length();
                if (RowBatches.isFull(waiting.size(), length)) {
                    sendWaiting();
                }
            } else {
                sendWaiting();
                tell(statement, 1);
                sendAlone(new Outgoing(statement, text), reader);
            }
        }

        private void tell(Statement statement, int ahead) {
            listener.statementStarted(report, progress.done() + ahead, statement);
        }

        void sendWaiting() throws StatementFailure {
            List<Outgoing> batch = waiting;
            waiting = new ArrayList<>();
            length = 0;
            for (int i = 0; i < batch.size(); i++) {
                tell(batch.get(i).statement(), i + 1);
            }
            if (batch.size() > 1 && goesTogether(batch)) {
                batch.forEach(sent -> progress.statementDone());
                return;
            }
            for (Outgoing each : batch) {
                sendOnly(each);
            }
        }

        private boolean goesTogether(List<Outgoing> batch) throws StatementFailure {
            try {
                return batches.orElseThrow()
                        .send(batch.stream().map(each -> each.text().text()).toList());
            } catch (SQLException e) {
                throw failure(batch.get(0), e);
            }
        }

        private void sendAlone(Outgoing outgoing, StatementReader reader)
                throws StatementFailure, IOException {
            if (!outgoing.statement().hasInlineData()) {
                sendOnly(outgoing);
                return;
            }
            try {
                sender.sendWithData(outgoing.text().text(), reader.inlineData());
                progress.statementDone();
            } catch (SQLException e) {
                throw failure(outgoing, e);
            }
        }

        private void sendOnly(Outgoing outgoing) throws StatementFailure {
            try {
                sender.send(outgoing.text().text());
                progress.statementDone();
            } catch (SQLException e) {
                throw failure(outgoing, e);
            }
        }

        private StatementFailure failure(Outgoing outgoing, SQLException e) {
            return new StatementFailure(
                    progress.done() + 1, outgoing.statement(), outgoing.text(), e);
        }
    }

    /** A statement that is about to be sent. */
    private record Outgoing(Statement statement, RenderedText text) {}

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
