package dev.limbeck.mysql;

import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.DialectContract;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@Order(1)
@ParameterizedClass
@EngineSource({"mysql", "mariadb"})
class MySqlContractTest extends DialectContract {
    @Parameter TestServer server;

    @Override
    protected DatabaseUnderTest subject() {
        return new MySqlUnderTest(server);
    }
}
