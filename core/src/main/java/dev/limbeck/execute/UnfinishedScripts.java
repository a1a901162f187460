package dev.limbeck.execute;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.UnfinishedRevisionException;
import dev.limbeck.ledger.HistoryDigest.Unfinished;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.HistoryEvent.Failure;
import dev.limbeck.ledger.HistoryEvent.Subject;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.util.Optional;

/** Tells of scripts that stopped half way: where, what is done, and how to go on. */
final class UnfinishedScripts {
    private static final int EXCERPT = 80;

    private final DatabaseSession session;
    private final Migrations migrations;

    UnfinishedScripts(DatabaseSession session, Migrations migrations) {
        this.session = session;
        this.migrations = migrations;
    }

    /** Returns why nothing moves before such a script is settled. */
    UnfinishedRevisionException refusal(Unfinished script) {
        Optional<Failure> failure = lastFailure(script.revision());
        String message =
                "the "
                        + script.direction().word()
                        + " script of revision "
                        + script.revision()
                        + " stopped half way: "
                        + account(script, failure);
        return new UnfinishedRevisionException(
                new Diagnostic(
                        Severity.ERROR,
                        ErrorCode.UNFINISHED_REVISION,
                        message,
                        place(script, failure.map(Failure::text)),
                        Optional.of(advice(script))),
                failure.map(Failure::text).filter(text -> !text.isBlank()));
    }

    private String advice(Unfinished script) {
        boolean up = script.direction() == Direction.UP;
        String before =
                migrations
                        .graph()
                        .find(new RevisionId(script.revision()))
                        .map(Revision::revises)
                        .filter(parents -> !parents.isEmpty())
                        .map(parents -> String.join(" ", parents))
                        .orElse("base");
        return "do the rest by hand and run 'stamp "
                + (up ? script.revision() : before)
                + "', or undo by hand what is done and run 'stamp "
                + (up ? before : script.revision())
                + "'";
    }

    private Optional<Failure> lastFailure(String revision) {
        return session.ledger().events().stream()
                .filter(event -> event.kind() == HistoryEvent.Kind.FAILED)
                .filter(
                        event ->
                                event.subject()
                                        .map(Subject::revision)
                                        .equals(Optional.of(revision)))
                .reduce((earlier, later) -> later)
                .flatMap(HistoryEvent::failure);
    }

    /** Returns where the statement that failed stands in the file as it is now. */
    private Optional<SourceLocation> place(Unfinished script, Optional<String> failed) {
        return migrations
                .find(new RevisionId(script.revision()))
                .flatMap(found -> found.file(script.direction(), session.variants()))
                .map(file -> statement(file, script.done() + 1, failed.orElse("")));
    }

    /** In a file that was edited since another statement may stand at its place: that is not it. */
    private SourceLocation statement(ScriptFile file, int ordinal, String failed) {
        int number = 0;
        try (StatementReader reader = Script.read(file, session.dialect().lexicon()).statements()) {
            for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get().isSent()
                        && ++number == ordinal
                        && mayBe(next.get().text(), failed)) {
                    return new SourceLocation(
                            file.shown(), next.get().span().line(), next.get().span().column());
                }
            }
        } catch (IOException e) {
            throw new ScriptException(
                    Diagnostic.error(
                            ErrorCode.FILE_UNREADABLE,
                            "can't read the script that stopped half way: " + e.getMessage(),
                            SourceLocation.of(file.shown())),
                    e);
        }
        return SourceLocation.of(file.shown());
    }

    /** The history keeps a statement as it was sent, with its placeholders replaced. */
    private static boolean mayBe(String text, String sent) {
        return sent.isBlank() || text.contains("${") || text.strip().equals(sent.strip());
    }

    private static String account(Unfinished script, Optional<Failure> failure) {
        if (script.done() >= script.total()) {
            return "all of its statements are done, but the revision could not be recorded";
        }
        String failed =
                failure.map(Failure::text)
                        .filter(text -> !text.isBlank())
                        .map(text -> " («" + excerpt(text) + "»)")
                        .orElse("");
        String done =
                switch (script.done()) {
                    case 0 -> "and may have done part of its work";
                    case 1 -> "statement 1 is done";
                    default -> "statements 1-" + script.done() + " are done";
                };
        return "statement "
                + (script.done() + 1)
                + " of "
                + script.total()
                + failed
                + " failed, "
                + done;
    }

    private static String excerpt(String statement) {
        String start = statement.substring(0, Math.min(statement.length(), 4 * EXCERPT));
        String line = start.strip().replaceAll("\\s+", " ");
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }
}
