package dev.limbeck.cli.command;

import dev.limbeck.MovementRequest;
import dev.limbeck.dialect.SessionLimits;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that {@code upgrade} and {@code downgrade} share. */
final class MovementOptions {
    /** A server takes a moment to see that the client of a session is dead. */
    private static final Duration LOCK_WAIT = Duration.ofSeconds(3);

    @Option(names = "--dry-run", description = "Show the plan; run nothing.")
    private boolean dryRun;

    @Option(
            names = "--sql",
            description = "Print the script a DBA can run, ledger statements included.")
    private boolean sql;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            description = "How long to wait for the lock: 30s, 5m, 0s. 3s unless given.")
    private @Nullable String wait;

    @Option(
            names = "--connect-wait",
            paramLabel = "DURATION",
            description = "How long to wait for a database that can't be reached yet.")
    private @Nullable String connectWait;

    @Option(
            names = "--lock-timeout",
            paramLabel = "DURATION",
            description =
                    "How long a statement may wait for a lock on a table; 0: as long as it takes."
                            + " Some seconds unless given.")
    private @Nullable String lockTimeout;

    @Option(
            names = "--statement-timeout",
            paramLabel = "DURATION",
            description = "How long a statement may run; 0: as long as it takes.")
    private @Nullable String statementTimeout;

    boolean isDryRun() {
        return dryRun;
    }

    boolean isSql() {
        return sql;
    }

    MovementRequest request(String target) {
        return MovementRequest.to(target)
                .waiting(duration("--wait", wait).orElse(LOCK_WAIT))
                .waitingToConnect(duration("--connect-wait", connectWait).orElse(Duration.ZERO))
                .limited(
                        new SessionLimits(
                                duration("--lock-timeout", lockTimeout),
                                duration("--statement-timeout", statementTimeout)));
    }

    private static Optional<Duration> duration(String option, @Nullable String typed) {
        return Optional.ofNullable(typed).map(text -> Durations.parse(option, text));
    }
}
