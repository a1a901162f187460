package dev.limbeck.tck.server;

import java.io.IOException;
import java.sql.SQLException;

/** One way to come by a server. */
@FunctionalInterface
interface ServerSource {
    /**
     * Starts or finds the server of an engine.
     *
     * @throws UnavailableException when this way is closed on this machine; the next one is tried
     */
    RunningServer start(Engine engine)
            throws UnavailableException, IOException, SQLException, InterruptedException;

    /** This way is closed on this machine; the message says why. */
    final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnavailableException(String reason) {
            super(reason);
        }
    }
}
