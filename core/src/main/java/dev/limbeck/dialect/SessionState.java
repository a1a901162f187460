package dev.limbeck.dialect;

import java.sql.SQLException;

/**
 * What a session was set to at some moment: schema, role, and whatever else its scripts may set.
 */
@FunctionalInterface
public interface SessionState {
    /** Brings the session back to it; takes part in the transaction that is open, if any. */
    void restore() throws SQLException;
}
