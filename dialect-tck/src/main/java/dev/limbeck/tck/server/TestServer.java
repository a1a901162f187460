package dev.limbeck.tck.server;

import java.sql.SQLException;

/**
 * A server that tests may use, started when it is first used and shared by all tests of the JVM.
 *
 * <p>Where it can't be had, the test that asks is aborted with the reason, or fails where the build
 * promises the engine.
 */
public final class TestServer {
    private final Engine engine;
    private final TestServers servers;

    TestServer(Engine engine, TestServers servers) {
        this.engine = engine;
        this.servers = servers;
    }

    /** Returns which engine was asked for. */
    public Engine engine() {
        return engine;
    }

    /** Returns what runs, in the server's own words, for example {@code PostgreSQL 18.6}. */
    public String version() {
        return servers.attempt(engine).version();
    }

    /** Makes a database; whoever asked for it closes it. */
    public TestDatabase newDatabase() throws SQLException {
        return servers.attempt(engine).newDatabase();
    }

    @Override
    public String toString() {
        return engine.toString();
    }
}
