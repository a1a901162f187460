package dev.limbeck.tck.server;

import java.sql.SQLException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A container, where Docker is. */
final class PostgresContainer implements ServerSource {
    private static final String NEWEST = "18";

    @Override
    public RunningServer start(Engine engine) throws UnavailableException, SQLException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new UnavailableException("no Docker");
        }
        String image = "postgres:" + engine.version().orElse(NEWEST) + "-alpine";
        var container = new PostgreSQLContainer(image);
        container.start();
        return PostgresServer.at(
                container.getJdbcUrl(),
                container.getUsername(),
                container.getPassword(),
                "container " + image,
                container::stop);
    }
}
