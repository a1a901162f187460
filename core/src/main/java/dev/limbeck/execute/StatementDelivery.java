package dev.limbeck.execute;

import dev.limbeck.script.Script;
import dev.limbeck.sql.Statement;
import java.io.IOException;
import java.sql.SQLException;

/** Brings a script's statements to the server, one after the other. */
@FunctionalInterface
interface StatementDelivery {
    /** Sends each just once, under the limits that are set. */
    StatementDelivery DIRECT = (script, statement, text, sending) -> sending.run();

    /** Sends one statement. */
    @FunctionalInterface
    interface Sending extends LimitedSession.Work<IOException> {}

    /**
     * Brings a statement to the server.
     *
     * @param text its text, variables replaced
     * @param sending sends it
     */
    void deliver(Script script, Statement statement, String text, Sending sending)
            throws SQLException, IOException;
}
