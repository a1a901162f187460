package dev.limbeck.execute;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.interpret.LossOfData;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Script;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the statements of an upgrade that delete data. Ways down are expected to do that. */
final class DestructiveScripts {
    private DestructiveScripts() {}

    static List<Diagnostic> find(List<PreparedStep> steps, SqlLexicon lexicon) {
        List<Diagnostic> found = new ArrayList<>();
        for (PreparedStep step : steps) {
            if (step.direction() == Direction.UP) {
                step.script().ifPresent(script -> find(script, lexicon, found));
            }
        }
        return found;
    }

    private static void find(Script script, SqlLexicon lexicon, List<Diagnostic> found) {
        try (StatementReader reader = script.statements()) {
            for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
                Statement statement = next.get();
                if (statement.isSent()) {
                    LossOfData.of(
                                    statement,
                                    SqlTokenizer.significant(statement.text(), lexicon),
                                    lexicon)
                            .ifPresent(reason -> found.add(finding(script, statement, reason)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Diagnostic finding(Script script, Statement statement, String reason) {
        return Diagnostic.error(
                        ErrorCode.DESTRUCTIVE_REFUSED,
                        reason,
                        new SourceLocation(
                                script.file().shown(),
                                statement.span().line(),
                                statement.span().column()))
                .withHint("say '--allow-destructive' if that is what you want");
    }
}
