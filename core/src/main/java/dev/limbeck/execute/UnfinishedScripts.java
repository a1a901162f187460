package dev.limbeck.execute;

import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.UnfinishedRevisionException;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.ledger.JournalRun.Progress;
import dev.limbeck.ledger.JournalRun.Stretch;
import dev.limbeck.report.Excerpt;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import dev.limbeck.script.UnreadableFile;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.util.Optional;

/** Tells of scripts that stopped half way: where, what is done, and how to go on. */
final class UnfinishedScripts {
    private final DatabaseSession session;
    private final Migrations migrations;

    UnfinishedScripts(DatabaseSession session, Migrations migrations) {
        this.session = session;
        this.migrations = migrations;
    }

    /** Returns why nothing moves before such a script is finished. */
    UnfinishedRevisionException refusal(JournalRun run) {
        boolean up = run.direction() == Direction.UP;
        String finish =
                up
                        ? "finish it with 'limbeck upgrade " + run.revision() + "'"
                        : "finish it with a 'limbeck downgrade' below " + run.revision();
        return unfinished(
                run,
                ErrorCode.UNFINISHED_REVISION,
                "the "
                        + run.direction().word()
                        + " script of revision "
                        + run.revision()
                        + " stopped half way: "
                        + account(run),
                finish + "; or " + byHand(run));
    }

    /** Returns why a script can't go on before a person has looked. */
    UnfinishedRevisionException unsettled(JournalRun run, Stretch stretch) {
        return unfinished(
                run,
                ErrorCode.STATEMENT_UNSETTLED,
                "the "
                        + run.direction().word()
                        + " script of revision "
                        + run.revision()
                        + " stopped during statement "
                        + stretch.first()
                        + " of "
                        + run.total()
                        + excerpt(stretch)
                        + ", and neither journal nor catalog tell whether that took effect",
                "look in the database; then change that statement in the file so that it may run"
                        + " now, and repeat the command; or "
                        + byHand(run));
    }

    /** Returns why a script can't go on yet. */
    DatabaseException stillRunning(JournalRun run, Stretch stretch, String busy) {
        return new DatabaseException(
                new Diagnostic(
                        Severity.ERROR,
                        ErrorCode.STATEMENT_STILL_RUNNING,
                        busy
                                + " is still at work on statement "
                                + stretch.first()
                                + " of the "
                                + run.direction().word()
                                + " script of revision "
                                + run.revision()
                                + excerpt(stretch),
                        place(run),
                        Optional.of("wait for it with '--wait 60s', or end its session")),
                null);
    }

    private UnfinishedRevisionException unfinished(
            JournalRun run, ErrorCode code, String message, String hint) {
        return new UnfinishedRevisionException(
                new Diagnostic(Severity.ERROR, code, message, place(run), Optional.of(hint)),
                run.unsettled().flatMap(Stretch::text).filter(text -> !text.isBlank()));
    }

    private static String byHand(JournalRun run) {
        String resolve = "run 'limbeck resolve " + run.revision();
        boolean up = run.direction() == Direction.UP;
        return "do the rest by hand and "
                + resolve
                + (up ? " --applied'" : " --reverted'")
                + ", or undo by hand what is done and "
                + resolve
                + (up ? " --reverted'" : " --applied'");
    }

    /** Returns where the statement that stopped stands in the file as it is now. */
    private Optional<SourceLocation> place(JournalRun run) {
        String stopped = run.unsettled().flatMap(Stretch::text).orElse("");
        return migrations
                .find(new RevisionId(run.revision()))
                .flatMap(found -> found.file(run.direction(), session.variants()))
                .map(file -> statement(file, run.done() + 1, stopped));
    }

    /** In a file that was edited since another statement may stand at its place: that is not it. */
    private SourceLocation statement(ScriptFile file, int ordinal, String stopped) {
        int number = 0;
        try (StatementReader reader = Script.read(file, session.dialect().lexicon()).statements()) {
            for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get().isSent()
                        && ++number == ordinal
                        && mayBe(next.get().text(), stopped)) {
                    return new SourceLocation(
                            file.shown(), next.get().span().line(), next.get().span().column());
                }
            }
        } catch (IOException e) {
            throw UnreadableFile.failure(file.shown(), e);
        }
        return SourceLocation.of(file.shown());
    }

    private static boolean mayBe(String text, String kept) {
        return kept.isBlank() || text.strip().equals(kept.strip());
    }

    private static String account(JournalRun run) {
        Optional<Stretch> stopped = run.unsettled();
        String done =
                switch (run.done()) {
                    case 0 -> "";
                    case 1 -> ", statement 1 is done";
                    default -> ", statements 1-" + run.done() + " are done";
                };
        if (stopped.isEmpty()) {
            return run.done() >= run.total()
                    ? "all of its statements are done, but the revision is not recorded yet"
                    : run.done() + " of its " + run.total() + " statements are done";
        }
        return "statement "
                + stopped.get().first()
                + " of "
                + run.total()
                + excerpt(stopped.get())
                + (stopped.get().progress() == Progress.FAILED ? " failed" : " was under way")
                + done;
    }

    private static String excerpt(Stretch stretch) {
        return stretch.text()
                .filter(text -> !text.isBlank())
                .map(text -> " («" + Excerpt.of(text) + "»)")
                .orElse("");
    }
}
