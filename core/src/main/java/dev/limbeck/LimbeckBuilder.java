package dev.limbeck;

import dev.limbeck.config.CommandRunner;
import dev.limbeck.config.DatabaseConfig;
import dev.limbeck.config.PasswordSource;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.config.Secret;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.execute.Connections;
import dev.limbeck.execute.ExecutionListener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** The builder's settings; what was not set is empty. */
record LimbeckBuilder(
        Optional<ProjectConfig> config,
        Optional<DataSource> source,
        Optional<DatabaseConfig> override,
        ExecutionListener heard,
        Clock time,
        Optional<Dialects> known,
        Optional<CommandRunner> runner)
        implements Limbeck.Builder {
    static final LimbeckBuilder DEFAULT =
            new LimbeckBuilder(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    ExecutionListener.SILENT,
                    Clock.systemUTC(),
                    Optional.empty(),
                    Optional.empty());

    @Override
    public Limbeck.Builder project(ProjectConfig value) {
        return new LimbeckBuilder(Optional.of(value), source, override, heard, time, known, runner);
    }

    @Override
    public Limbeck.Builder dataSource(DataSource value) {
        return new LimbeckBuilder(config, Optional.of(value), override, heard, time, known, runner);
    }

    @Override
    public Limbeck.Builder database(DatabaseConfig value) {
        return new LimbeckBuilder(config, source, Optional.of(value), heard, time, known, runner);
    }

    @Override
    public Limbeck.Builder database(String url, String user, Secret password) {
        return database(
                new DatabaseConfig(
                        Optional.of(url),
                        Optional.of(user),
                        new PasswordSource.Known(password),
                        Path.of("").toAbsolutePath(),
                        List.of()));
    }

    @Override
    public Limbeck.Builder listener(ExecutionListener value) {
        return new LimbeckBuilder(config, source, override, value, time, known, runner);
    }

    @Override
    public Limbeck.Builder clock(Clock value) {
        return new LimbeckBuilder(config, source, override, heard, value, known, runner);
    }

    @Override
    public Limbeck.Builder dialects(Dialects value) {
        return new LimbeckBuilder(
                config, source, override, heard, time, Optional.of(value), runner);
    }

    @Override
    public Limbeck.Builder commands(CommandRunner value) {
        return new LimbeckBuilder(config, source, override, heard, time, known, Optional.of(value));
    }

    @Override
    public Limbeck build() {
        ProjectConfig project =
                config.orElseGet(() -> ProjectConfig.defaults(Path.of("").toAbsolutePath()));
        DatabaseConfig database = override.orElse(project.database());
        Dialects dialects = known.orElseGet(Dialects::installed);
        Function<DatabaseConfig, Connections> connecting =
                settings ->
                        Connections.to(
                                () ->
                                        settings.connection(
                                                runner.orElseGet(CommandRunner::ofSystem)),
                                dialects);
        Connections connections =
                source.map(Connections::of).orElseGet(() -> connecting.apply(database));
        return new Limbeck(
                new Project(
                        project,
                        source.isPresent() ? Optional.empty() : database.url(),
                        dialects,
                        connections,
                        other -> connecting.apply(database.withUrl(other)),
                        heard,
                        time));
    }
}
