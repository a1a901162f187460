package dev.limbeck.config;

/** How revision files say what they revise. */
public enum ChainMode {
    /** Each up file opens with a header. */
    HEADERS,
    /** The leading number of the file name is the id; each revises the one sorted before it. */
    FILENAME
}
