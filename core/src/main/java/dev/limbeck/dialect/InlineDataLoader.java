package dev.limbeck.dialect;

import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.SQLException;

/** Sends the data that follows a statement in a script, as {@code COPY … FROM STDIN} has it. */
@FunctionalInterface
public interface InlineDataLoader {
    /**
     * Runs a statement and streams its data through the driver.
     *
     * @return the number of rows
     */
    long load(Connection connection, String statement, Reader data)
            throws SQLException, IOException;

    /**
     * Makes the server give up such a statement; called on another thread than the one that runs
     * it.
     */
    default void cancel(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
    }
}
