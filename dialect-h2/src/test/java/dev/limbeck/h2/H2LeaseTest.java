package dev.limbeck.h2;

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
@EngineSource("h2")
class H2LeaseTest extends LeaseContract {
    @Parameter TestServer server;

    @Override
    protected DatabaseUnderTest subject() {
        return new H2UnderTest(server::newDatabase);
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
                return "SELECT CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";
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
