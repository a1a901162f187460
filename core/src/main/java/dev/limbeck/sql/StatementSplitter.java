package dev.limbeck.sql;

import java.io.Reader;
import java.nio.file.Path;

/** Cuts scripts into statements, as a lexicon tells. */
public final class StatementSplitter {
    private StatementSplitter() {}

    /**
     * Opens a script. Closing the reader that is returned closes {@code script}.
     *
     * @param script the decoded text; a byte order mark at its start is passed over
     * @param shown the file's name in findings
     */
    public static StatementReader open(Reader script, SqlLexicon lexicon, Path shown) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Cuts a text that is in memory. */
    public static SplitScript split(String script, SqlLexicon lexicon, Path shown) {
        throw new UnsupportedOperationException("not built yet");
    }
}
