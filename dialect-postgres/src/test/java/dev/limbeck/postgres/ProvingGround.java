package dev.limbeck.postgres;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Introspection;
import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.Statement.ClientCommand;
import dev.limbeck.sql.StatementSplitter;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database that is emptied instead of dropped, because making one takes the server long. */
final class ProvingGround implements AutoCloseable {
    private static final String EMPTY =
            """
            DO $$
            DECLARE found record;
            BEGIN
              FOR found IN SELECT format('DROP EVENT TRIGGER %I', evtname) AS sql FROM pg_event_trigger
                UNION ALL SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication
                UNION ALL SELECT format('DROP EXTENSION %I CASCADE', extname) FROM pg_extension
                  WHERE oid >= 16384
                UNION ALL SELECT format('DROP FOREIGN DATA WRAPPER %I CASCADE', fdwname)
                  FROM pg_foreign_data_wrapper
                UNION ALL SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
                  WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
              LOOP
                BEGIN
                  EXECUTE found.sql;
                EXCEPTION WHEN undefined_object THEN
                  NULL; -- it went with another
                END;
              END LOOP;
            END $$;
            CREATE SCHEMA public;
            GRANT USAGE, CREATE ON SCHEMA public TO PUBLIC;
            """;

    static final String ROLES =
            """
            DO $$
            DECLARE wanted text;
            BEGIN
              FOREACH wanted IN ARRAY ARRAY['reader', 'writer'] LOOP
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
                  EXECUTE format('CREATE ROLE %I', wanted);
                END IF;
              END LOOP;
            END $$
            """;

    private final TestServer server;
    private final PostgresSchemas schemas;
    private TestDatabase database;
    private Connection connection;

    ProvingGround(TestServer server) throws SQLException {
        this.server = server;
        this.database = server.newDatabase();
        this.connection = database.connection();
        this.schemas = new PostgresSchemas(DatabaseProduct.of(connection));
        execute(ROLES);
    }

    int version() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    PostgresSchemas schemas() {
        return schemas;
    }

    /** Drops everything, then runs a script. */
    void build(String script) throws SQLException {
        try {
            execute(EMPTY);
        } catch (SQLException e) {
            // Dropping an extension can leave a session that knows functions which are gone.
            close();
            database = server.newDatabase();
            connection = database.connection();
        }
        run(script);
    }

    /** Runs a script as one transaction. */
    void run(String script) throws SQLException {
        List<String> statements = new ArrayList<>();
        StatementSplitter.split(script, PostgresLexicon.LEXICON, Path.of("case.sql"))
                .statements()
                .stream()
                .filter(statement -> !(statement instanceof ClientCommand))
                .forEach(statement -> statements.add(statement.text()));
        inTransaction(statements);
    }

    /** Runs generated statements: those that can share a transaction do. */
    void apply(List<RenderedStatement> rendered) throws SQLException {
        List<String> together = new ArrayList<>();
        for (RenderedStatement statement : rendered) {
            if (statement.needsOwnTransaction()) {
                inTransaction(together);
                together.clear();
                execute(statement.sql());
            } else {
                together.add(statement.sql());
            }
        }
        inTransaction(together);
    }

    private void inTransaction(List<String> statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (String sql : statements) {
                try {
                    execute(sql);
                } catch (SQLException e) {
                    throw new SQLException(e.getMessage() + "\n  in: " + sql, e.getSQLState(), e);
                }
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Introspection introspect(ObjectFilter filter) throws SQLException {
        return schemas.introspector(connection).read(filter);
    }

    /** Returns what is there, as the server tells it. */
    Schema read() throws SQLException {
        return introspect(ObjectFilter.all()).schema();
    }

    /** Returns what is there, in normal form. */
    Schema normal() throws SQLException {
        return schemas.normalizer().normalize(read());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
