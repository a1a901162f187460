package dev.limbeck.tck.server;

import java.sql.SQLException;

/** A server that is up. */
interface RunningServer extends AutoCloseable {
    /** Returns product and version in the server's own words. */
    String version();

    /** Returns where it came from, for the report. */
    String origin();

    /** Makes an empty database. */
    TestDatabase newDatabase() throws SQLException;

    /** Stops it, where it is ours to stop. */
    @Override
    void close();
}
