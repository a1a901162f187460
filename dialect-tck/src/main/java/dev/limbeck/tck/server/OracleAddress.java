package dev.limbeck.tck.server;

import java.sql.SQLException;

/**
 * The server that {@code LIMBECK_TEST_ORACLE_URL} points to; its user and password stand beside it.
 */
final class OracleAddress implements ServerSource {
    private final TestSettings settings;

    OracleAddress(TestSettings settings) {
        this.settings = settings;
    }

    @Override
    public RunningServer start(Engine engine) throws UnavailableException, SQLException {
        String variable = TestSettings.addressVariable(engine.product());
        String url =
                settings.variable(variable)
                        .orElseThrow(() -> new UnavailableException(variable + " is not set"));
        String prefix = variable.substring(0, variable.length() - "URL".length());
        return OracleServer.at(
                url,
                settings.variable(prefix + "USER").orElse(OracleContainerSource.ADMINISTRATOR),
                settings.variable(prefix + "PASSWORD").orElse(""),
                variable,
                () -> {});
    }
}
