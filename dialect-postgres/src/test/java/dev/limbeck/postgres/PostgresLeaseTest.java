package dev.limbeck.postgres;

import dev.limbeck.dialect.LeaseTable;
import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.LeaseContract;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** The lease, for dialects whose sessions can't hold a lock, on a database that is at hand. */
@ParameterizedClass
@EngineSource("postgres")
class PostgresLeaseTest extends LeaseContract {
    @Parameter TestServer server;

    @Override
    protected DatabaseUnderTest subject() {
        return new PostgresContractTest.Subject(server);
    }

    @Override
    protected LeaseTable table() {
        return new LeaseTable() {
            @Override
            public String name() {
                return "limbeck_lease";
            }

            @Override
            public String clock() {
                return "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint";
            }

            @Override
            public void create(Connection connection) throws SQLException {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            "CREATE TABLE IF NOT EXISTS limbeck_lease"
                                    + " (lock_key varchar(64) PRIMARY KEY, token bigint NOT NULL,"
                                    + " owner varchar(255), since bigint NOT NULL,"
                                    + " expires bigint NOT NULL)");
                }
            }
        };
    }
}
