package dev.limbeck.cli.command;

import dev.limbeck.MovementRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that {@code upgrade} and {@code downgrade} share. */
final class MovementOptions {
    @Option(names = "--dry-run", description = "Show the plan; run nothing.")
    private boolean dryRun;

    @Option(
            names = "--sql",
            description = "Print the script a DBA can run, ledger statements included.")
    private boolean sql;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            description = "How long to wait for the lock: 30s, 5m. Not at all unless given.")
    private @Nullable String wait;

    @Option(
            names = "--connect-wait",
            paramLabel = "DURATION",
            description = "How long to wait for a database that can't be reached yet.")
    private @Nullable String connectWait;

    boolean isDryRun() {
        return dryRun;
    }

    boolean isSql() {
        return sql;
    }

    MovementRequest request(String target) {
        return MovementRequest.to(target)
                .waiting(duration("--wait", wait))
                .waitingToConnect(duration("--connect-wait", connectWait));
    }

    private static Duration duration(String option, @Nullable String typed) {
        return typed == null ? Duration.ZERO : Durations.parse(option, typed);
    }
}
