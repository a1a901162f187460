package dev.limbeck.cli.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose scripts a command reads that needs no database. */
final class ScriptDialect {
    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = "The database whose scripts are read; the configured URL's unless given.")
    private @Nullable String name;

    Optional<String> name() {
        return Optional.ofNullable(name);
    }
}
