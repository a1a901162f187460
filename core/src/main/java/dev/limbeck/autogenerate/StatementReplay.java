package dev.limbeck.autogenerate;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Script;
import dev.limbeck.script.UnreadableFile;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schemas around one statement of a script.
 *
 * @param before what it meets
 * @param after what it makes of that
 * @param findings what there is to say of the statement itself
 */
public record StatementReplay(Schema before, Schema after, List<Diagnostic> findings) {
    public StatementReplay {
        findings = List.copyOf(findings);
    }

    /**
     * Follows a script up to one of its statements; empty where it has fewer.
     *
     * @param start what the script's first statement meets
     * @param ordinal the statement's number among those that are sent, from 1
     */
    public static Optional<StatementReplay> of(
            Schema start,
            Script script,
            int ordinal,
            SchemaDialect dialect,
            Map<String, String> variables) {
        Schema schema = start;
        DdlInterpreter interpreter = dialect.interpreter();
        int number = 0;
        try (StatementReader statements = script.statements()) {
            for (Optional<Statement> next = statements.next();
                    next.isPresent();
                    next = statements.next()) {
                if (!next.get().isSent()) {
                    continue;
                }
                DdlInterpreter.Step step =
                        interpreter.apply(
                                schema,
                                ScriptReplay.rendered(script, next.get(), variables),
                                script.file().shown());
                if (++number == ordinal) {
                    return Optional.of(new StatementReplay(schema, step.schema(), step.findings()));
                }
                schema = step.schema();
                interpreter = step.next();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw UnreadableFile.failure(script.file().shown(), e);
        }
    }
}
