package dev.limbeck.autogenerate;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.sql.SplitScript;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes statements into a script as a person would: each with the terminator its database reads,
 * what belongs together without a blank line between. What is written is cut back into the same
 * statements.
 */
final class ScriptText {
    /** Dialects mark so, in their notes, what no way back restores. */
    private static final String LOSS = "data loss: ";

    private static final Path SHOWN = Path.of("generated.sql");

    private final SqlLexicon lexicon;
    private final StringBuilder text = new StringBuilder();
    private final Set<SchemaChange> explained = new LinkedHashSet<>();

    private ScriptText(SqlLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Returns the text of some statements; empty where there are none. */
    static String of(List<RenderedStatement> statements, SqlLexicon lexicon) {
        ScriptText script = new ScriptText(lexicon);
        Optional<RenderedStatement> before = Optional.empty();
        for (RenderedStatement statement : statements) {
            script.add(statement, before);
            before = Optional.of(statement);
        }
        script.check(statements);
        return script.text.toString();
    }

    private void add(RenderedStatement statement, Optional<RenderedStatement> before) {
        List<String> comments = comments(statement);
        boolean joined =
                comments.isEmpty()
                        && before.filter(earlier -> belongTogether(earlier.sql(), statement.sql()))
                                .isPresent();
        if (before.isPresent() && !joined) {
            text.append('\n');
        }
        comments.forEach(line -> text.append("-- ").append(line).append('\n'));
        text.append(terminated(statement.sql()));
    }

    private List<String> comments(RenderedStatement statement) {
        Set<String> lines = new LinkedHashSet<>();
        statement.notes().forEach(note -> lines.addAll(commentLines(note)));
        List<Hazard> losses = losses(statement);
        if (statement.notes().stream().noneMatch(note -> note.startsWith(LOSS))) {
            losses.forEach(loss -> lines.addAll(commentLines(LOSS + loss.reason())));
        }
        return List.copyOf(lines);
    }

    private List<Hazard> losses(RenderedStatement statement) {
        List<Hazard> hazards = new ArrayList<>(statement.hazards());
        for (SchemaChange change : statement.changes()) {
            if (explained.add(change)) {
                hazards.addAll(change.hazards());
            }
        }
        return hazards.stream().filter(h -> h.kind() == Hazard.Kind.DATA_LOSS).toList();
    }

    /** A line that began like a directive would be one. */
    static List<String> commentLines(String comment) {
        return comment.lines()
                .map(line -> line.strip().startsWith("limbeck") ? "… " + line.strip() : line)
                .toList();
    }

    /** Short statements about the same thing stand line by line. */
    private static boolean belongTogether(String before, String after) {
        return !before.contains("\n")
                && !after.contains("\n")
                && subject(before).equals(subject(after));
    }

    private static String subject(String sql) {
        String[] words = sql.split("\\s+", 4);
        String verb = words[0].toUpperCase(Locale.ROOT);
        if (verb.equals("ALTER") && words.length > 2) {
            return verb + " " + words[1] + " " + words[2];
        }
        boolean unique = words.length > 2 && words[1].equalsIgnoreCase("UNIQUE");
        return words.length > 1 ? verb + " " + (unique ? words[2] : words[1]) : verb;
    }

    /** Returns a statement with the first ending that makes it one statement again. */
    private String terminated(String sql) {
        List<String> candidates =
                List.of(
                        sql + ";\n",
                        sql + "\n/\n",
                        "-- limbeck: statement begin\n" + sql + "\n-- limbeck: statement end\n",
                        "-- limbeck: statement begin\n" + sql + ";\n-- limbeck: statement end\n");
        return candidates.stream()
                .filter(candidate -> isCutInto(candidate, List.of(sql)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no ending makes one statement of " + sql));
    }

    private void check(List<RenderedStatement> statements) {
        List<String> expected = statements.stream().map(RenderedStatement::sql).toList();
        if (!isCutInto(text.toString(), expected)) {
            throw new IllegalStateException("the script is cut otherwise than written:\n" + text);
        }
    }

    private boolean isCutInto(String script, List<String> expected) {
        SplitScript split = StatementSplitter.split(script, lexicon, SHOWN);
        List<String> found =
                split.statements().stream().filter(Statement::isSent).map(Statement::text).toList();
        return found.equals(expected) && split.findings().isEmpty();
    }
}
