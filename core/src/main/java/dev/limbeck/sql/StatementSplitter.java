package dev.limbeck.sql;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts scripts into statements, as a lexicon tells. */
public final class StatementSplitter {
    private StatementSplitter() {}

    /**
     * Opens a script. Closing the reader that is returned closes {@code script}.
     *
     * <p>Memory is bounded by the largest statement or comment. One that has more characters than
     * an eighth of the heap has bytes is taken for a mistake, such as a quote that is not closed,
     * and ends the script with a finding.
     *
     * @param script the decoded text; a byte order mark at its start is passed over
     * @param shown the file's name in findings
     */
    public static StatementReader open(Reader script, SqlLexicon lexicon, Path shown)
            throws IOException {
        return new ScriptReader(CharWindow.over(script), lexicon, shown);
    }

    /**
     * Opens a script as {@link #open(Reader, SqlLexicon, Path)} does.
     *
     * @param expected about how many characters it has
     */
    public static StatementReader open(Reader script, int expected, SqlLexicon lexicon, Path shown)
            throws IOException {
        return new ScriptReader(CharWindow.overExpected(script, expected), lexicon, shown);
    }

    /** Opens a text that is in memory; a byte order mark at its start is passed over. */
    public static StatementReader open(String script, SqlLexicon lexicon, Path shown)
            throws IOException {
        return new ScriptReader(CharWindow.over(script), lexicon, shown);
    }

    /** Cuts a text that is in memory. */
    public static SplitScript split(String script, SqlLexicon lexicon, Path shown) {
        List<Statement> statements = new ArrayList<>();
        try (StatementReader reader = open(script, lexicon, shown)) {
            for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
                statements.add(next.get());
            }
            return new SplitScript(statements, reader.trailingDirectives(), reader.findings());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
