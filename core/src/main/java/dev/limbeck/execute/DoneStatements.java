package dev.limbeck.execute;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.PlanException;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.ledger.JournalRun.Stretch;
import dev.limbeck.ledger.StoredText;
import dev.limbeck.script.Script;
import dev.limbeck.script.StatementDigest;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The statements of a script that are done, held against the script as it is now: those may not be
 * edited any more, the ones after them may.
 */
final class DoneStatements {
    private final JournalRun run;
    private final Script script;
    private final SqlLexicon lexicon;

    DoneStatements(JournalRun run, Script script, SqlLexicon lexicon) {
        this.run = run;
        this.script = script;
        this.lexicon = lexicon;
    }

    /** Throws {@code EDITED_WHILE_UNFINISHED} where one of them is no longer what ran. */
    void refuseEdits() {
        if (script.checksum().tokens().equals(run.checksum())) {
            return;
        }
        List<Stretch> done =
                run.statements().stream().filter(stretch -> stretch.last() <= run.done()).toList();
        try (StatementReader statements = script.statements()) {
            compare(done.iterator(), statements);
        } catch (IOException e) {
            throw new ScriptException(
                    Diagnostic.error(
                            ErrorCode.FILE_UNREADABLE,
                            "can't read the script that stopped half way: " + e.getMessage(),
                            SourceLocation.of(script.file().shown())),
                    e);
        }
    }

    private void compare(Iterator<Stretch> done, StatementReader statements) throws IOException {
        while (done.hasNext()) {
            Stretch stretch = done.next();
            StatementDigest digest = new StatementDigest(lexicon);
            Optional<SourceLocation> first = Optional.empty();
            for (int ordinal = stretch.first(); ordinal <= stretch.last(); ordinal++) {
                Optional<Statement> statement = nextSent(statements);
                if (statement.isEmpty()) {
                    throw edited(stretch, first);
                }
                if (first.isEmpty()) {
                    first = Optional.of(place(statement.get()));
                }
                digest.add(statement.get().text());
                if (statement.get().hasInlineData()) {
                    digest.addData(statements.inlineData());
                }
            }
            if (!digest.finish().equals(stretch.checksum())) {
                throw edited(stretch, first);
            }
        }
    }

    /** Returns the next statement that is sent. */
    static Optional<Statement> nextSent(StatementReader statements) throws IOException {
        Optional<Statement> next = statements.next();
        while (next.isPresent() && !next.get().isSent()) {
            next = statements.next();
        }
        return next;
    }

    private SourceLocation place(Statement statement) {
        return new SourceLocation(
                script.file().shown(), statement.span().line(), statement.span().column());
    }

    /** Returns the refusal of a script in which statements that are done were edited. */
    PlanException edited(Stretch stretch, Optional<SourceLocation> where) {
        String which =
                stretch.first() == stretch.last()
                        ? "statement " + stretch.first()
                        : "one of the statements " + stretch.first() + "-" + stretch.last();
        Optional<String> ran = run.script().flatMap(StoredText::text);
        return new PlanException(
                Diagnostic.error(
                                ErrorCode.EDITED_WHILE_UNFINISHED,
                                which
                                        + " of the "
                                        + run.direction().word()
                                        + " script of revision "
                                        + run.revision()
                                        + " is done and was edited since",
                                where.orElse(SourceLocation.of(script.file().shown())))
                        .withHint(
                                "bring back what ran; only statements that are not done yet may"
                                        + " change. Or finish by hand and run 'limbeck resolve "
                                        + run.revision()
                                        + " --applied', or undo by hand and run 'limbeck resolve "
                                        + run.revision()
                                        + " --reverted'")
                        .withDifference(
                                ran.flatMap(
                                        text ->
                                                script.text()
                                                        .flatMap(
                                                                now ->
                                                                        ScriptDifference.between(
                                                                                text, now)))));
    }
}
