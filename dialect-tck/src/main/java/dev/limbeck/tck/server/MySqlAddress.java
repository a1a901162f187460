package dev.limbeck.tck.server;

import java.sql.SQLException;

/**
 * The server that {@code LIMBECK_TEST_MYSQL_URL} or {@code LIMBECK_TEST_MARIADB_URL} points to; its
 * user and password stand beside it.
 */
final class MySqlAddress implements ServerSource {
    private final TestSettings settings;

    MySqlAddress(TestSettings settings) {
        this.settings = settings;
    }

    @Override
    public RunningServer start(Engine engine) throws UnavailableException, SQLException {
        String variable = TestSettings.addressVariable(engine.product());
        String url =
                settings.variable(variable)
                        .orElseThrow(() -> new UnavailableException(variable + " is not set"));
        String prefix = variable.substring(0, variable.length() - "URL".length());
        return MySqlServer.at(
                url,
                settings.variable(prefix + "USER").orElse("root"),
                settings.variable(prefix + "PASSWORD").orElse(""),
                variable,
                () -> {});
    }
}
