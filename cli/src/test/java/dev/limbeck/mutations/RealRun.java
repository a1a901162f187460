package dev.limbeck.mutations;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.config.Secret;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.report.StepReport;
import dev.limbeck.sample.Catalog;
import dev.limbeck.sample.Contents;
import dev.limbeck.script.Direction;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a project does to a real database, all the way up and down: whether a fault is one. */
final class RealRun {
    private final TestServer server;
    private final Catalog catalog;

    RealRun(TestServer server) throws IOException {
        this.server = server;
        this.catalog = Catalog.of(server.engine().product());
    }

    /** Returns the catalog and the rows after the way up and after each step down. */
    List<String> of(ProjectConfig config) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection();
                Limbeck limbeck =
                        Limbeck.configure()
                                .project(config)
                                .database(
                                        database.url(),
                                        database.user(),
                                        new Secret(database.password()))
                                .listener(new Watch(connection, lines))
                                .build()) {
            limbeck.upgrade(MovementRequest.to("heads"));
            lines.addAll(state(connection));
            limbeck.downgrade(MovementRequest.to("base"));
        } catch (LimbeckException failed) {
            lines.add("failed");
        }
        return lines;
    }

    private List<String> state(Connection connection) throws SQLException {
        List<String> state = new ArrayList<>(catalog.read(connection));
        state.addAll(Contents.of(connection));
        return state;
    }

    /** Reads the database after each step down. */
    private final class Watch implements ExecutionListener {
        private final Connection connection;
        private final List<String> lines;

        private Watch(Connection connection, List<String> lines) {
            this.connection = connection;
            this.lines = lines;
        }

        @Override
        public void stepFinished(StepReport step) {
            if (step.direction() == Direction.DOWN) {
                try {
                    lines.add("after " + step.revision().id());
                    lines.addAll(state(connection));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
