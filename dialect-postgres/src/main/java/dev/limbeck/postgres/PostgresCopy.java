package dev.limbeck.postgres;

import dev.limbeck.dialect.InlineDataLoader;
import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** {@code COPY … FROM STDIN}, through the driver's own interface. */
final class PostgresCopy implements InlineDataLoader {
    @Override
    public long load(Connection connection, String statement, Reader data)
            throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, data);
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
    }
}
