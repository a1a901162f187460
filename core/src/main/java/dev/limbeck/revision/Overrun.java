package dev.limbeck.revision;

/** What steps that lead past an end of the graph come to. */
enum Overrun {
    /** An error. */
    REFUSED,
    /** The end. */
    CLIPPED
}
