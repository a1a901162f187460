package dev.limbeck.tck.server;

import java.sql.SQLException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.oracle.OracleContainer;

/** A container of Oracle Free, where Docker is. */
final class OracleContainerSource implements ServerSource {
    /** Only this one may grant what is {@code SYS}'s. */
    static final String ADMINISTRATOR = "sys as sysdba";

    private static final String NEWEST = "23";

    @Override
    public RunningServer start(Engine engine) throws UnavailableException, SQLException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new UnavailableException("no Docker");
        }
        String image = "gvenzl/oracle-free:" + engine.version().orElse(NEWEST) + "-slim-faststart";
        OracleContainer container = new OracleContainer(image);
        container.start();
        return OracleServer.at(
                container.getJdbcUrl(),
                ADMINISTRATOR,
                container.getPassword(),
                "container " + image,
                container::stop);
    }
}
