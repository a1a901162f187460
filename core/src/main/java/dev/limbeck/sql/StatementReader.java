package dev.limbeck.sql;

import dev.limbeck.error.Diagnostic;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/**
 * Reads a script's statements one after the other, without holding the script in memory.
 *
 * <p>Nothing of the script is lost: its statements and the {@linkplain #gap() gaps} between them,
 * put one after the other, are the script.
 */
public interface StatementReader extends AutoCloseable {
    /** Returns the next statement, or empty at the end of the script. */
    Optional<Statement> next() throws IOException;

    /**
     * Returns the data that follows the {@link Statement.Copy} just read, up to its end mark, line
     * ends as {@code \n}. Where it is not read to its end, {@link #next()} passes over the rest.
     */
    Reader inlineData();

    /**
     * Returns the stretch between the statement before and the one just read; after the last
     * statement, the rest of the script. It holds white space, comments, terminators and the data
     * of a {@link Statement.Copy}.
     */
    SourceSpan gap();

    /** Returns the directives after the last statement, once the end of the script is reached. */
    List<Directive> trailingDirectives();

    /** Returns what was found wrong so far, in the order it was found. */
    List<Diagnostic> findings();

    @Override
    void close() throws IOException;
}
