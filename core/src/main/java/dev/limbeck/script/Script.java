package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A script that has been read through once: directives, checksum, number of statements, findings.
 * Small files are kept in memory; large ones are read again when they run.
 */
public final class Script {
    private Script() {}

    /** Reads a file through. Findings are collected, not thrown. */
    public static Script read(ScriptFile file, SqlLexicon lexicon) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Reads a file through and shows each statement on the way, so that a check of every statement
     * costs no second reading.
     */
    public static Script read(
            ScriptFile file, SqlLexicon lexicon, Consumer<? super Statement> visitor) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Reads a script that is not in a file, such as a down script kept in the history. */
    public static Script of(String text, ScriptFile origin, SqlLexicon lexicon) {
        throw new UnsupportedOperationException("not built yet");
    }

    public ScriptFile file() {
        throw new UnsupportedOperationException("not built yet");
    }

    public Checksum checksum() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the size of its text in bytes of UTF-8. */
    public long size() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the whole text, or empty where it is too large to be kept in memory. */
    public Optional<String> text() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the number of statements that would be sent. */
    public int statementCount() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns whether {@code -- limbeck: transaction off} stands in it. */
    public boolean transactionOff() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the reason of {@code -- limbeck: irreversible REASON}. */
    public Optional<String> irreversible() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the names of {@code -- limbeck: vars a, b}. */
    public List<String> variables() {
        throw new UnsupportedOperationException("not built yet");
    }

    public List<Diagnostic> findings() {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Opens the statements. Throws {@code ScriptException} with {@code FILE_CHANGED} where the file
     * is no longer the one that was read.
     */
    public StatementReader statements() throws IOException {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns a statement's text with the declared variables replaced. */
    public RenderedText render(String statement, Map<String, String> values) {
        throw new UnsupportedOperationException("not built yet");
    }
}
