package dev.limbeck.autogenerate;

import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import dev.limbeck.script.UnreadableFile;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A script that was read through, with its statements unless it is very large.
 *
 * @param script what was found out about it
 * @param kept what is sent to a database; empty where the file must be read again for it
 * @param schemas the schemas that its statements name
 */
record ReadScript(Script script, Optional<List<Statement>> kept, Set<String> schemas) {
    /** So many characters of statements are kept of one script. */
    private static final int LARGEST_KEPT = 1 << 20;

    ReadScript {
        kept = kept.map(List::copyOf);
        schemas = Set.copyOf(schemas);
    }

    /** Reads a file through. */
    static ReadScript of(ScriptFile file, SchemaDialect dialect) {
        NamedSchemas named = new NamedSchemas(dialect.dialect());
        List<Statement> statements = new ArrayList<>();
        long[] size = {0};
        Script script =
                Script.read(
                        file,
                        dialect.dialect().lexicon(),
                        (statement, tokens) -> {
                            named.look(tokens, statement.directives());
                            size[0] += statement.text().length();
                            if (statement.isSent() && size[0] <= LARGEST_KEPT) {
                                statements.add(statement);
                            }
                        });
        return new ReadScript(
                script,
                size[0] <= LARGEST_KEPT ? Optional.of(statements) : Optional.empty(),
                named.names());
    }

    /** Shows what is sent to a database, in order. */
    void statements(Consumer<Statement> visitor) {
        if (kept.isPresent()) {
            kept.get().forEach(visitor);
            return;
        }
        try (StatementReader statements = script.statements()) {
            for (Optional<Statement> next = statements.next();
                    next.isPresent();
                    next = statements.next()) {
                next.filter(Statement::isSent).ifPresent(visitor);
            }
        } catch (IOException e) {
            throw UnreadableFile.failure(script.file().shown(), e);
        }
    }
}
