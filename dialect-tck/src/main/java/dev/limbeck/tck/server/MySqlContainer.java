package dev.limbeck.tck.server;

import java.sql.SQLException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;

/** A container, where Docker is. */
final class MySqlContainer implements ServerSource {
    @Override
    public RunningServer start(Engine engine) throws UnavailableException, SQLException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new UnavailableException("no Docker");
        }
        boolean maria = engine.product().equals("mariadb");
        String image =
                maria
                        ? "mariadb:" + engine.version().orElse("11.4")
                        : "mysql:" + engine.version().orElse("8.4");
        JdbcDatabaseContainer<?> container =
                maria ? new MariaDBContainer(image) : new MySQLContainer(image);
        // Tests make databases and users, which only root may.
        container.withUsername("root").withPassword("limbeck");
        container.start();
        return MySqlServer.at(
                container.getJdbcUrl().replaceFirst("^jdbc:mariadb:", "jdbc:mysql:"),
                container.getUsername(),
                container.getPassword(),
                "container " + image,
                container::stop);
    }
}
