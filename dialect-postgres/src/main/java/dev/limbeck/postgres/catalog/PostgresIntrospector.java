package dev.limbeck.postgres.catalog;

import dev.limbeck.dialect.Introspection;
import dev.limbeck.dialect.Introspector;
import dev.limbeck.schema.ObjectFilter;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads PostgreSQL's catalog: one query for each question of the folder {@code catalog}, all of one
 * picture of the database.
 *
 * <p>While it reads, nothing but the default schema is in the search path, so that the texts the
 * server gives name in full what lives elsewhere, whatever the session's path is.
 */
public final class PostgresIntrospector implements Introspector {
    private final Connection connection;
    private final int version;

    /**
     * @param version the server's major version
     */
    public PostgresIntrospector(Connection connection, int version) {
        this.connection = connection;
        this.version = version;
    }

    @Override
    public Introspection read(ObjectFilter filter) throws SQLException {
        try (ReadingSession session = ReadingSession.open(connection)) {
            CatalogReader reader = new CatalogReader(connection, version);
            return new CatalogSchema(reader, session.defaultSchema(), filter).read();
        }
    }
}
