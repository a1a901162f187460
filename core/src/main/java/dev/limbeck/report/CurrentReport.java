package dev.limbeck.report;

import java.util.List;
import java.util.Optional;

/**
 * The revisions a database is at: its rows, and the tips of other lines that a dependency implies.
 */
public record CurrentReport(List<Entry> entries) {
    public CurrentReport {
        entries = List.copyOf(entries);
    }

    /**
     * One revision the database is at.
     *
     * @param id its id
     * @param revision what is known of it; empty where no file has the id
     * @param implied whether it is no row itself but implied by a dependency
     */
    public record Entry(String id, Optional<RevisionReport> revision, boolean implied) {}
}
