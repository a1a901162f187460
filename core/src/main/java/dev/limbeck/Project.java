package dev.limbeck;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.execute.Cancellation;
import dev.limbeck.execute.Client;
import dev.limbeck.execute.Connections;
import dev.limbeck.execute.DatabaseSession;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.execute.Precautions;
import dev.limbeck.execute.RunSettings;
import dev.limbeck.script.Migrations;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A project's settings, its files and its database, each at hand when it is asked for. */
final class Project implements AutoCloseable {
    private final ProjectConfig config;
    private final Optional<String> url;
    private final Dialects dialects;
    private final Connections connections;
    private final Function<String, Connections> others;
    private final ExecutionListener listener;
    private final Clock clock;
    private final Cancellation cancellation = new Cancellation();
    private @Nullable Migrations migrations;
    private @Nullable ScriptReadings readings;

    Project(
            ProjectConfig config,
            Optional<String> url,
            Dialects dialects,
            Connections connections,
            Function<String, Connections> others,
            ExecutionListener listener,
            Clock clock) {
        this.config = config;
        this.url = url;
        this.dialects = dialects;
        this.connections = connections;
        this.others = others;
        this.listener = listener;
        this.clock = clock;
    }

    ProjectConfig config() {
        return config;
    }

    /** Returns the database's URL; empty where a caller's connections are used, or none is set. */
    Optional<String> url() {
        return url;
    }

    Dialects dialects() {
        return dialects;
    }

    Connections connections() {
        return connections;
    }

    /** Returns connections to another database, with this one's user and password. */
    Connections connectionsTo(String otherUrl) {
        return others.apply(otherUrl);
    }

    /** Returns the same project on another database, where nobody listens; to be closed. */
    Project on(String otherUrl) {
        return new Project(
                config,
                Optional.of(otherUrl),
                dialects,
                connectionsTo(otherUrl),
                others,
                ExecutionListener.SILENT,
                clock);
    }

    Cancellation cancellation() {
        return cancellation;
    }

    ExecutionListener listener() {
        return listener;
    }

    synchronized Migrations migrations() {
        Migrations read = migrations;
        if (read == null) {
            read = Migrations.load(config, dialects.names());
            migrations = read;
        }
        return read;
    }

    /** Returns what a database makes of the files; kept until another database reads them. */
    synchronized ScriptReadings readings(SchemaDialect dialect) {
        ScriptReadings known = readings;
        if (known == null || !known.dialect().equals(dialect)) {
            known = new ScriptReadings(dialect, config.vars());
            readings = known;
        }
        return known;
    }

    RunSettings runSettings(ExecutionListener heard, Precautions precautions) {
        return new RunSettings(
                migrations(),
                config.root(),
                config.migrations(),
                config.vars(),
                heard,
                clock,
                Client.ofThisProcess(ToolVersion.current()),
                precautions,
                cancellation);
    }

    /**
     * Opens a session, works with it, and closes it. Where files were read before, {@link
     * #migrations} returns them from then on as the database goes by them.
     */
    <R> R inSession(Function<DatabaseSession, R> work) {
        try (DatabaseSession session =
                DatabaseSession.open(connections, dialects, config.ledger())) {
            seeFrom(session);
            return work.apply(session);
        }
    }

    private synchronized void seeFrom(DatabaseSession session) {
        Migrations read = migrations;
        if (read != null && read.isSquashed()) {
            migrations = read.seenFrom(session.ledger().rows().heads());
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
