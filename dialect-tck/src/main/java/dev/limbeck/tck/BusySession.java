package dev.limbeck.tck;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.tck.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A session that is at work on a long query until it is closed. */
final class BusySession implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;
    private final String key;
    private final Thread thread;

    private BusySession(Connection connection, Statement statement, String key, Thread thread) {
        this.connection = connection;
        this.statement = statement;
        this.key = key;
        this.thread = thread;
    }

    /** Begins a query that takes long. */
    static BusySession begin(TestDatabase database, Dialect dialect, String query)
            throws SQLException {
        Connection connection = database.connection();
        Statement statement = connection.createStatement();
        String key = dialect.sessions(connection).own();
        Thread thread = new Thread(new Work(statement, query), "busy session");
        thread.setDaemon(true);
        thread.start();
        return new BusySession(connection, statement, key, thread);
    }

    /** The query; that it is cancelled in the end is what it is for. */
    private record Work(Statement statement, String query) implements Runnable {
        @Override
        public void run() {
            try {
                statement.execute(query);
            } catch (SQLException cancelled) {
                System.getLogger(BusySession.class.getName())
                        .log(System.Logger.Level.DEBUG, "the query ended", cancelled);
            }
        }
    }

    /** Returns what identifies it. */
    String key() {
        return key;
    }

    /** Ends the query; the session lives on. */
    void idle() throws SQLException, InterruptedException {
        statement.cancel();
        thread.join();
    }

    @Override
    public void close() throws SQLException {
        if (thread.isAlive()) {
            statement.cancel();
        }
        connection.close();
    }
}
