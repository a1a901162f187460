package dev.limbeck;

import java.time.Duration;
import java.util.Optional;

/**
 * Where to go, and how patient to be.
 *
 * @param target a revision reference
 * @param lockWait how long to wait for the migration lock
 * @param confirmedEnvironment the environment's name, as {@code --yes} gave it
 */
public record MovementRequest(
        String target, Duration lockWait, Optional<String> confirmedEnvironment) {
    /** Returns a request to go to a target, not waiting for the lock. */
    public static MovementRequest to(String target) {
        return new MovementRequest(target, Duration.ZERO, Optional.empty());
    }

    public MovementRequest waiting(Duration lockWait) {
        return new MovementRequest(target, lockWait, confirmedEnvironment);
    }

    public MovementRequest confirming(String environment) {
        return new MovementRequest(target, lockWait, Optional.of(environment));
    }
}
