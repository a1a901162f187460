package dev.limbeck.oracle;

import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.DialectContract;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestServer;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** The whole contract, wherever an Oracle can be had. */
@ParameterizedClass
@EngineSource("oracle")
class OracleContractTest extends DialectContract {
    @Parameter TestServer server;

    @Override
    protected DatabaseUnderTest subject() {
        return new OracleUnderTest(server);
    }
}
