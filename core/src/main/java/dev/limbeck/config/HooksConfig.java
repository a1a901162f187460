package dev.limbeck.config;

import java.util.Optional;

/**
 * Commands of the user's that run around an upgrade, as written; their shell expands variables.
 *
 * @param beforeUpgrade a failing one stops the run before anything changed
 * @param afterUpgrade runs after success
 * @param onFailure runs after a failure
 */
public record HooksConfig(
        Optional<String> beforeUpgrade, Optional<String> afterUpgrade, Optional<String> onFailure) {
    /** No hooks. */
    public static final HooksConfig NONE =
            new HooksConfig(Optional.empty(), Optional.empty(), Optional.empty());

    /** Says which there are and leaves the commands out: they may hold secrets. */
    @Override
    public String toString() {
        return "HooksConfig[beforeUpgrade="
                + beforeUpgrade.map(command -> "…")
                + ", afterUpgrade="
                + afterUpgrade.map(command -> "…")
                + ", onFailure="
                + onFailure.map(command -> "…")
                + "]";
    }
}
