package dev.limbeck.error;

/** How much a diagnostic matters. */
public enum Severity {
    /** Stops the command. */
    ERROR,
    /** The command goes on; a person should look. */
    WARNING,
    /** Worth knowing, nothing to do. */
    INFO
}
