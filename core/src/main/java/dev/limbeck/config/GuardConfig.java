package dev.limbeck.config;

/**
 * What an environment forbids.
 *
 * @param isProtected {@code downgrade base} demands the environment's name
 * @param allowDestructive whether destructive revisions may run unasked
 */
public record GuardConfig(boolean isProtected, boolean allowDestructive) {
    /** Forbids nothing. */
    public static final GuardConfig OPEN = new GuardConfig(false, true);
}
