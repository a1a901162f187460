package dev.limbeck.report;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * How a database stands to the files.
 *
 * @param heads heads of the files
 * @param current rows of the version table
 * @param applied number of revisions that are applied
 * @param pending what an upgrade to the heads would run, in order
 * @param unknown rows that no file has
 * @param edited applied revisions whose file is no longer the one that ran
 * @param unfinished scripts that stopped half way
 * @param notices what is worth knowing, for example edits that change comments only
 */
public record StatusReport(
        List<RevisionId> heads,
        HeadSet current,
        int applied,
        List<RevisionId> pending,
        List<String> unknown,
        List<String> edited,
        List<Unfinished> unfinished,
        List<Diagnostic> notices) {
    public StatusReport {
        heads = List.copyOf(heads);
        pending = List.copyOf(pending);
        unknown = List.copyOf(unknown);
        edited = List.copyOf(edited);
        unfinished = List.copyOf(unfinished);
        notices = List.copyOf(notices);
    }

    /**
     * A script that stopped half way outside a transaction.
     *
     * @param revision the revision's id
     * @param direction which way it ran
     * @param done how many of its statements are done
     * @param total how many it had when it began
     * @param stopped how the one after those ended, in a few words; empty where none had begun
     */
    public record Unfinished(
            String revision, String direction, int done, int total, Optional<String> stopped) {}

    /** Returns whether nothing is left to do and nothing is in doubt. */
    public boolean upToDate() {
        return pending.isEmpty() && unknown.isEmpty() && edited.isEmpty() && unfinished.isEmpty();
    }
}
