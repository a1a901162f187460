package dev.limbeck.execute;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.config.ConnectionSettings;
import dev.limbeck.dialect.DatabaseErrors;
import dev.limbeck.dialect.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A small pool over a URL.
 *
 * <p>The first connection is made outside the pool: the pool would try for its whole time-out
 * before it tells what is wrong with a host name or a password. It is handed out as it is, since a
 * command mostly needs no other; the pool is made for the second one, and takes over the first
 * where that was given back by then.
 */
final class PooledConnections implements Connections {
    /** One to work on, one for a lock that needs its own, one to look at what they do. */
    private static final int SIZE = 3;

    private static final long TIMEOUT_MILLIS = 10_000;

    private final Supplier<ConnectionSettings> settings;
    private final Dialects dialects;
    private @Nullable DriverConnector connector;
    private @Nullable LentConnection first;
    private @Nullable HikariDataSource pool;

    PooledConnections(Supplier<ConnectionSettings> settings, Dialects dialects) {
        this.settings = settings;
        this.dialects = dialects;
    }

    @Override
    public Connection open() {
        Optional<Connection> alone = lendFirst();
        if (alone.isPresent()) {
            return alone.get();
        }
        try {
            return pool().getConnection();
        } catch (SQLException e) {
            throw connector().failed(e);
        }
    }

    @Override
    public void await(ConnectionPatience patience, Consumer<String> waiting) {
        connect(new ConnectionWaiter(Pauses.SYSTEM, patience, waiting));
    }

    private synchronized DriverConnector connector() {
        DriverConnector known = connector;
        if (known == null) {
            ConnectionSettings read = settings.get();
            known = new DriverConnector(read, dialects.byUrl(read.url()));
            connector = known;
        }
        return known;
    }

    /** Makes the first connection, unless it was made. */
    private synchronized LentConnection connect(ConnectionWaiter waiter) {
        LentConnection made = first;
        if (made == null) {
            made = new LentConnection(waiter.connect(connector()));
            first = made;
        }
        return made;
    }

    /** Returns the first connection; empty where it has been handed out before. */
    private synchronized Optional<Connection> lendFirst() {
        return connect(new ConnectionWaiter(Pauses.SYSTEM, ConnectionPatience.NONE, reason -> {}))
                .lend();
    }

    private synchronized HikariDataSource pool() {
        HikariDataSource made = pool;
        if (made == null) {
            made = pool(new SeededDataSource(returned(), connector()));
            pool = made;
        }
        return made;
    }

    private Optional<Connection> returned() {
        LentConnection lent = first;
        return lent == null ? Optional.empty() : lent.giveUp();
    }

    private static HikariDataSource pool(SeededDataSource source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("limbeck");
        config.setDataSource(source);
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(-1);
        // A connection may be at work for hours; none is retired for its age.
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    @Override
    public synchronized void close() {
        Optional<Connection> idle = returned();
        first = null;
        HikariDataSource made = pool;
        pool = null;
        try {
            if (idle.isPresent()) {
                idle.get().close();
            }
        } catch (SQLException e) {
            throw DatabaseErrors.unknown("close the connection", e);
        } finally {
            if (made != null) {
                made.close();
            }
        }
    }
}
