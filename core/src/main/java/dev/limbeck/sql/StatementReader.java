package dev.limbeck.sql;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads a script's statements one after the other, without holding the script in memory. */
public interface StatementReader extends AutoCloseable {
    /** Returns the next statement, or empty at the end of the script. */
    Optional<Statement> next() throws IOException;

    /**
     * Returns the data that follows the {@link Statement.Copy} just read, up to its end mark, line
     * ends as {@code \n}. Where it is not read, {@link #next()} passes over it.
     */
    Reader inlineData();

    @Override
    void close() throws IOException;
}
