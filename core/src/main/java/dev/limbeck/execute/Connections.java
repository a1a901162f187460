package dev.limbeck.execute;

import dev.limbeck.config.ConnectionSettings;
import dev.limbeck.config.Secrets;
import dev.limbeck.dialect.ConnectionSource;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Opens connections to one database; makes none before it is asked. */
public interface Connections extends ConnectionSource, AutoCloseable {
    /** Returns the connections of a caller's data source, which the caller closes. */
    static Connections of(DataSource dataSource) {
        return new Connections() {
            @Override
            public Connection open() {
                try {
                    return dataSource.getConnection();
                } catch (SQLException e) {
                    throw new DatabaseException(
                            Diagnostic.error(
                                    ErrorCode.CONNECTION_FAILED,
                                    "the data source gives no connection: "
                                            + Secrets.mask(String.valueOf(e.getMessage()))),
                            e);
                }
            }

            @Override
            public void close() {}
        };
    }

    /**
     * Returns the connections of a URL, kept in a small pool.
     *
     * @param settings asked once, at the first connection: a password may have to be fetched
     */
    static Connections to(Supplier<ConnectionSettings> settings, Dialects dialects) {
        return new PooledConnections(settings, dialects);
    }

    /** Opens a connection; throws {@code CONNECTION_FAILED} where there is none. */
    @Override
    Connection open();

    /**
     * Waits until there is a first connection, as long as it is allowed; throws {@code
     * CONNECTION_FAILED} after that. How patient a caller's own data source is its own affair.
     *
     * @param waiting hears what is in the way
     */
    default void await(ConnectionPatience patience, Consumer<String> waiting) {}

    @Override
    void close();
}
