package dev.limbeck.config;

import java.util.Optional;

/**
 * Where the ledger tables live.
 *
 * @param versionTable name of the table with the current heads
 * @param schema schema of all ledger tables; empty: the connection's default
 */
public record LedgerConfig(String versionTable, Optional<String> schema) {
    /** The names used where nothing else is said. */
    public static final LedgerConfig DEFAULT =
            new LedgerConfig("limbeck_version", Optional.empty());
}
