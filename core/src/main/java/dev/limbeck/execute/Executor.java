package dev.limbeck.execute;

/** Runs a plan, one transaction a revision where the database's DDL is transactional. */
public final class Executor {
    private Executor() {}
}
