package dev.limbeck.proof;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.script.Script;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements that change rows, and leave the schema as it is. */
public final class RowStatements {
    private static final Set<String> VERBS =
            Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "COPY", "REPLACE", "LOAD");

    /** The first word behind blanks and comments. */
    private static final Pattern FIRST_WORD =
            Pattern.compile("(?s)(?:\\s+|--[^\\n]*\\n|/\\*.*?\\*/)*+([A-Za-z]+).*");

    private RowStatements() {}

    /** Returns how many a script has. */
    public static int count(Script script) {
        int count = 0;
        try (StatementReader statements = script.statements()) {
            for (Optional<Statement> next = statements.next();
                    next.isPresent();
                    next = statements.next()) {
                if (next.get().isSent() && changesRows(next.get())) {
                    count++;
                }
            }
            return count;
        } catch (IOException e) {
            throw new ScriptException(
                    Diagnostic.error(
                            ErrorCode.FILE_UNREADABLE,
                            "'" + script.file().shown() + "' can't be read: " + e,
                            SourceLocation.of(script.file().shown())),
                    e);
        }
    }

    private static boolean changesRows(Statement statement) {
        Matcher matcher = FIRST_WORD.matcher(statement.text());
        return matcher.matches() && VERBS.contains(matcher.group(1).toUpperCase(Locale.ROOT));
    }
}
