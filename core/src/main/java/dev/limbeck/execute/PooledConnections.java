package dev.limbeck.execute;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.config.ConnectionSettings;
import dev.limbeck.dialect.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A small pool over a URL.
 *
 * <p>The first connection is made outside the pool: the pool would try for its whole time-out
 * before it tells what is wrong with a host name or a password.
 */
final class PooledConnections implements Connections {
    /** One to work on, one for a lock that needs its own, one to look at what they do. */
    private static final int SIZE = 3;

    private static final long TIMEOUT_MILLIS = 10_000;

    private final Supplier<ConnectionSettings> settings;
    private final Dialects dialects;
    private @Nullable Open open;

    private record Open(HikariDataSource pool, DriverConnector connector) {}

    PooledConnections(Supplier<ConnectionSettings> settings, Dialects dialects) {
        this.settings = settings;
        this.dialects = dialects;
    }

    @Override
    public Connection open() {
        Open ready = ready();
        try {
            return ready.pool().getConnection();
        } catch (SQLException e) {
            throw ready.connector().failed(e);
        }
    }

    @Override
    public void await(ConnectionPatience patience, Consumer<String> waiting) {
        ready(new ConnectionWaiter(Pauses.SYSTEM, patience, waiting));
    }

    private Open ready() {
        return ready(new ConnectionWaiter(Pauses.SYSTEM, ConnectionPatience.NONE, reason -> {}));
    }

    private synchronized Open ready(ConnectionWaiter waiter) {
        Open ready = open;
        if (ready == null) {
            ConnectionSettings known = settings.get();
            DriverConnector connector = new DriverConnector(known, dialects.byUrl(known.url()));
            SeededDataSource source = new SeededDataSource(waiter.connect(connector), connector);
            ready = new Open(pool(source), connector);
            open = ready;
        }
        return ready;
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
        Open ready = open;
        open = null;
        if (ready != null) {
            ready.pool().close();
        }
    }
}
