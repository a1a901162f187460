package dev.limbeck;

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
 * @param confirmedEnvironment the environment's name, as {@code --yes} gave it
 */
public record MovementRequest(
        String target,
        Duration lockWait,
        Duration connectWait,
        Optional<String> confirmedEnvironment) {
    /** Returns a request to go to a target, not waiting for anything. */
    public static MovementRequest to(String target) {
        return new MovementRequest(target, Duration.ZERO, Duration.ZERO, Optional.empty());
    }

    public MovementRequest waiting(Duration lockWait) {
        return new MovementRequest(target, lockWait, connectWait, confirmedEnvironment);
    }

    public MovementRequest waitingToConnect(Duration connectWait) {
        return new MovementRequest(target, lockWait, connectWait, confirmedEnvironment);
    }

    public MovementRequest confirming(String environment) {
        return new MovementRequest(target, lockWait, connectWait, Optional.of(environment));
    }

    ConnectionPatience patience() {
        return new ConnectionPatience(connectWait, lockWait);
    }
}
