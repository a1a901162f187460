package dev.limbeck.proof;

import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.script.ScriptFile;
import dev.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    public static int count(ScriptFile file, ScriptReadings readings) {
        List<Statement> found = new ArrayList<>();
        readings.statements(
                file,
                statement -> {
                    if (changesRows(statement)) {
                        found.add(statement);
                    }
                });
        return found.size();
    }

    private static boolean changesRows(Statement statement) {
        Matcher matcher = FIRST_WORD.matcher(statement.text());
        return matcher.matches() && VERBS.contains(matcher.group(1).toUpperCase(Locale.ROOT));
    }
}
