package dev.limbeck.ledger;

/** Reads and writes {@code limbeck_version} and {@code limbeck_history} over one connection. */
public final class Ledger {
    private Ledger() {}
}
