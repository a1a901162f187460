package dev.limbeck.tck;

import dev.limbeck.dialect.ConnectionSource;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.tck.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A process that works on a database: its work connection and whatever else its lock opens. */
final class Client implements AutoCloseable {
    private final TestDatabase database;
    private final Dialect dialect;
    private final List<Connection> opened = new ArrayList<>();
    private final Connection work;

    Client(TestDatabase database, Dialect dialect) throws SQLException {
        this.database = database;
        this.dialect = dialect;
        this.work = open();
    }

    private Connection open() throws SQLException {
        Connection connection = database.connection();
        opened.add(connection);
        return connection;
    }

    Connection work() {
        return work;
    }

    MigrationLock lock(LockKey key) throws SQLException {
        ConnectionSource further = this::open;
        return dialect.lock(work, further, key);
    }

    /** Returns all connections it has opened. */
    List<Connection> opened() {
        return List.copyOf(opened);
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : opened) {
            connection.close();
        }
    }
}
