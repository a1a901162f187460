package dev.limbeck.tck.server;

import java.sql.SQLException;

/** The server that {@code LIMBECK_TEST_POSTGRES_URL} points to. */
final class PostgresAddress implements ServerSource {
    private static final String URL = TestSettings.addressVariable("postgres");

    private final TestSettings settings;

    PostgresAddress(TestSettings settings) {
        this.settings = settings;
    }

    @Override
    public RunningServer start(Engine engine) throws UnavailableException, SQLException {
        String url =
                settings.variable(URL)
                        .orElseThrow(() -> new UnavailableException(URL + " is not set"));
        String user = settings.variable("LIMBECK_TEST_POSTGRES_USER").orElse("postgres");
        String password = settings.variable("LIMBECK_TEST_POSTGRES_PASSWORD").orElse("");
        return PostgresServer.at(url, user, password, URL, () -> {});
    }
}
