package dev.limbeck.execute;

import dev.limbeck.config.LedgerConfig;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.OfflineStyle;
import dev.limbeck.ledger.HistoryEvent.Actor;
import dev.limbeck.ledger.LedgerScript;
import dev.limbeck.plan.Plan;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StepReport;
import dev.limbeck.report.StepReport.State;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Script;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a plan as a script for the database's own client: the statements byte for byte, and what
 * keeps the ledger right, in the same transactions as an online run has.
 */
public final class OfflineWriter {
    private static final String REASON = "run from a script that Limbeck wrote";

    private final Dialect dialect;
    private final DatabaseProduct product;
    private final OfflineStyle style;
    private final LedgerScript ledger;
    private final RunSettings settings;
    private final ScriptLines lines;

    /**
     * Makes a writer.
     *
     * @param product the server that is presumed, since none is asked
     */
    public OfflineWriter(
            Dialect dialect,
            DatabaseProduct product,
            LedgerConfig config,
            RunSettings settings,
            Appendable out) {
        this.dialect = dialect;
        this.product = product;
        this.style = dialect.offlineStyle();
        this.ledger = new LedgerScript(dialect, config);
        this.settings = settings;
        this.lines = new ScriptLines(out);
    }

    /** Writes a plan of upgrades or downgrades; reads every script before it writes a line. */
    public MovementReport movement(String title, Plan plan) throws IOException {
        StepPreparer.Prepared prepared =
                StepPreparer.prepare(
                        plan,
                        StepPreparer.Purpose.RUN,
                        KnownRevisions.ofFiles(settings.migrations()),
                        dialect,
                        product,
                        settings.variables());
        var notices = new ArrayList<>(plan.notices());
        notices.addAll(prepared.warnings());
        List<StepReport> reports =
                prepared.steps().stream()
                        .map(step -> step.report(State.PLANNED, Duration.ZERO))
                        .toList();
        try {
            opening(title, plan);
            StepRecorder recorder = recorder(plan);
            for (PreparedStep step : prepared.steps()) {
                write(step, recorder);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new MovementReport(plan.from(), plan.to(), reports, notices);
    }

    /** Writes a plan of stamps. */
    public MovementReport stamp(String title, Plan plan) throws IOException {
        try {
            opening(title, plan);
            if (!plan.steps().isEmpty()) {
                lines.line("");
                lines.line(style.begin());
                recorder(plan).stamped(Executor.changes(plan), Stopwatch.start(settings.clock()));
                lines.line(style.commit());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new MovementReport(plan.from(), plan.to(), List.of(), plan.notices());
    }

    /** Writes the statement that makes the version table. */
    public void versionTable() throws IOException {
        try {
            style.opening().forEach(lines::line);
            lines.statement(ledger.createVersionTable());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private StepRecorder recorder(Plan plan) {
        // Who will run the script is not known here.
        Actor actor = new Actor("", "", "", 0, settings.client().toolVersion());
        return new StepRecorder(
                new OfflineLedger(ledger, lines),
                actor,
                plan.from(),
                Optional.of(REASON),
                settings.root());
    }

    private void opening(String title, Plan plan) {
        style.opening().forEach(lines::line);
        lines.comment(title + " " + words(plan.from()) + " -> " + words(plan.to()));
        if (plan.steps().isEmpty()) {
            return;
        }
        lines.line("");
        if (plan.from().isEmpty()) {
            lines.comment("the ledger tables");
            lines.statement(ledger.createVersionTable());
            lines.statement(ledger.createHistoryTable());
        } else {
            lines.comment("stops here unless the database is at " + words(plan.from()));
            ledger.assertRows(plan.from()).ifPresent(lines::statement);
        }
    }

    private static String words(HeadSet heads) {
        return heads.isEmpty()
                ? "<base>"
                : heads.ids().stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }

    private void write(PreparedStep step, StepRecorder recorder) throws IOException {
        lines.line("");
        lines.comment(
                "revision "
                        + step.revision().id()
                        + ", "
                        + step.direction().word()
                        + ": "
                        + step.revision().message());
        lines.comment(step.shownFile().toString());
        StepRecorder.Entry entry = recorder.entry(step);
        boolean inTransaction = step.runsInTransaction(dialect.capabilities(product));
        if (inTransaction) {
            lines.line(style.begin());
        }
        if (step.script().isPresent()) {
            write(step.script().get());
            style.resetSession().forEach(lines::line);
        }
        if (!inTransaction) {
            lines.line(style.begin());
        }
        recorder.done(entry, Stopwatch.start(settings.clock()));
        lines.line(style.commit());
    }

    private void write(Script script) throws IOException {
        try (StatementReader reader = script.statements()) {
            for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
                Statement statement = next.get();
                if (statement.isSent()) {
                    String text = script.render(statement.text(), settings.variables()).text();
                    lines.line(style.sent(statement, text));
                    if (statement.hasInlineData()) {
                        lines.data(reader.inlineData());
                        lines.line(style.endOfData());
                    }
                }
            }
        }
    }
}
