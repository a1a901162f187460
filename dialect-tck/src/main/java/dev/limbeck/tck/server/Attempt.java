package dev.limbeck.tck.server;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.TestAbortedException;

/** What came of the attempt to have an engine's server; made once a JVM. */
sealed interface Attempt {
    /** Makes a database, or ends the test with the reason why there is none. */
    TestDatabase newDatabase() throws SQLException;

    /** Returns the version that runs, or ends the test with the reason why none does. */
    String version();

    /** Returns a line for the report. */
    String describe();

    /** Stops what was started. */
    default void end() {}

    /** The server is up. */
    record Up(RunningServer server, AtomicInteger databases) implements Attempt {
        Up(RunningServer server) {
            this(server, new AtomicInteger());
        }

        @Override
        public TestDatabase newDatabase() throws SQLException {
            TestDatabase database = server.newDatabase();
            databases.incrementAndGet();
            return database;
        }

        @Override
        public String version() {
            return server.version();
        }

        @Override
        public String describe() {
            return server.version() + ", " + server.origin() + ", databases made: " + databases;
        }

        @Override
        public void end() {
            server.close();
        }
    }

    /** There is none on this machine; a test that the build doesn't promise is skipped. */
    record Absent(Engine engine, String reason, boolean promised) implements Attempt {
        @Override
        public TestDatabase newDatabase() {
            throw refusal();
        }

        @Override
        public String version() {
            throw refusal();
        }

        private RuntimeException refusal() {
            if (promised) {
                throw new AssertionError(engine + " must run here, but: " + reason);
            }
            return new TestAbortedException(engine + ": " + reason);
        }

        @Override
        public String describe() {
            return "SKIPPED " + engine + ": " + reason;
        }
    }

    /** It should have started and did not. */
    record Failed(Engine engine, Exception cause) implements Attempt {
        @Override
        public TestDatabase newDatabase() {
            throw new IllegalStateException(engine + " did not start", cause);
        }

        @Override
        public String version() {
            throw new IllegalStateException(engine + " did not start", cause);
        }

        @Override
        public String describe() {
            return "FAILED " + engine + ": " + cause.getMessage();
        }
    }
}
