package dev.limbeck.tck.cross;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.NeutralSide;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.compare.Difference;
import dev.limbeck.compare.NeutralSchema;
import dev.limbeck.compare.SchemaComparison;
import dev.limbeck.config.DatabaseConfig;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.config.Secret;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project at its heads on the databases of several engines. */
public final class CrossDatabases implements AutoCloseable {
    private final Map<String, TestDatabase> databases = new LinkedHashMap<>();
    private final List<Connection> opened = new ArrayList<>();
    private final List<NeutralSchema> schemas = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private CrossDatabases() {}

    /** Takes a project up, down and up again on each server. */
    static CrossDatabases of(ProjectConfig project, List<TestServer> servers) throws SQLException {
        CrossDatabases all = new CrossDatabases();
        try {
            for (TestServer server : servers) {
                all.add(project, server);
            }
            return all;
        } catch (SQLException | RuntimeException e) {
            try {
                all.close();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    private void add(ProjectConfig project, TestServer server) throws SQLException {
        String name = server.toString();
        TestDatabase database = server.newDatabase();
        databases.put(name, database);
        try (Limbeck limbeck =
                Limbeck.configure()
                        .project(project)
                        .database(
                                DatabaseConfig.ofUrl(database.url(), project.root())
                                        .withLogin(
                                                database.user(), new Secret(database.password())))
                        .build()) {
            limbeck.upgrade(MovementRequest.to("heads"));
            NeutralSchema first = read(limbeck, name);
            limbeck.downgrade(MovementRequest.to("base"));
            limbeck.upgrade(MovementRequest.to("heads"));
            NeutralSchema second = read(limbeck, name + ", the second time");
            SchemaComparison.of(List.of(first, second)).stream()
                    .filter(difference -> difference.verdict().isDisagreement())
                    .forEach(
                            difference ->
                                    complaints.add(
                                            "up, down and up again on "
                                                    + name
                                                    + " is not what up was: "
                                                    + difference.object()
                                                    + ", "
                                                    + difference.kind().words()
                                                    + " "
                                                    + difference.values()));
            schemas.add(first);
        }
    }

    private static NeutralSchema read(Limbeck limbeck, String name) {
        return limbeck.neutral(new NeutralSide(name, new Side.Database(), Optional.empty()))
                .schema();
    }

    /** Returns a connection to the database of an engine, as it is called in the annotation. */
    public Connection connection(String engine) throws SQLException {
        TestDatabase database = databases.get(engine);
        if (database == null) {
            throw new IllegalArgumentException(
                    "no engine is called '" + engine + "': there are " + databases.keySet());
        }
        Connection connection = database.connection();
        opened.add(connection);
        return connection;
    }

    /** Returns a connection to each database, in the order of the annotation. */
    public List<Connection> connections() throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (String engine : databases.keySet()) {
            all.add(connection(engine));
        }
        return all;
    }

    /** Returns on what the databases don't say the same. */
    public List<Difference> differences() {
        return SchemaComparison.of(schemas);
    }

    /** Returns what is wrong; empty where all agree but for what is allowed. */
    List<String> complaints(AllowedDifferences allowed) {
        List<String> all = new ArrayList<>(complaints);
        all.addAll(allowed.complaints(differences()));
        return all;
    }

    /** Drops the databases. */
    @Override
    public void close() throws SQLException {
        for (Connection connection : opened) {
            connection.close();
        }
        for (TestDatabase database : databases.values()) {
            database.close();
        }
    }
}
