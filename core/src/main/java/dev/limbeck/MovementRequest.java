package dev.limbeck;

import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.execute.ConnectionPatience;
import java.time.Duration;
import java.util.Optional;

/**
 * Where to go, and how patient to be.
 *
 * @param target a revision reference
 * @param lockWait how long to wait for the migration lock, or for a database that another process
 *     has to itself
 * @param connectWait how long to wait for a database that can't be reached yet
 * @param limits how long statements may wait and run, where the project's settings are not meant
 * @param confirmedEnvironment the environment's name, as {@code --yes} gave it
 * @param destructiveAllowed whether scripts that delete data may run where the environment forbids
 *     them
 */
public record MovementRequest(
        String target,
        Duration lockWait,
        Duration connectWait,
        SessionLimits limits,
        Optional<String> confirmedEnvironment,
        boolean destructiveAllowed) {
    /** Returns a request to go to a target, not waiting for anything. */
    public static MovementRequest to(String target) {
        return new MovementRequest(
                target, Duration.ZERO, Duration.ZERO, SessionLimits.NONE, Optional.empty(), false);
    }

    public MovementRequest waiting(Duration lockWait) {
        return new MovementRequest(
                target, lockWait, connectWait, limits, confirmedEnvironment, destructiveAllowed);
    }

    public MovementRequest waitingToConnect(Duration connectWait) {
        return new MovementRequest(
                target, lockWait, connectWait, limits, confirmedEnvironment, destructiveAllowed);
    }

    /** Limits how long statements may wait and run. */
    public MovementRequest limited(SessionLimits limits) {
        return new MovementRequest(
                target, lockWait, connectWait, limits, confirmedEnvironment, destructiveAllowed);
    }

    public MovementRequest confirming(String environment) {
        return new MovementRequest(
                target,
                lockWait,
                connectWait,
                limits,
                Optional.of(environment),
                destructiveAllowed);
    }

    /** Lets scripts run that delete data. */
    public MovementRequest allowingDestructive() {
        return new MovementRequest(
                target, lockWait, connectWait, limits, confirmedEnvironment, true);
    }

    ConnectionPatience patience() {
        return new ConnectionPatience(connectWait, lockWait);
    }
}
