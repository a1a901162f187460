package dev.limbeck.schema;

/** How far rows outlive what happens around them. */
public enum Persistence {
    PERMANENT,
    /** Rows are lost in a crash. */
    UNLOGGED,
    /** Rows belong to a session; the definition may or may not. */
    TEMPORARY
}
