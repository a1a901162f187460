package dev.limbeck;

import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRef;
import dev.limbeck.revision.RevisionRefParser;
import java.util.List;

/** Finds the revisions that a reference means; asks the database only for what is applied there. */
final class References {
    private References() {}

    static List<RevisionId> resolve(Project project, RevisionGraph graph, String reference) {
        RevisionRef ref = RevisionRefParser.parse(reference);
        HeadSet rows =
                ref.needsApplied()
                        ? project.inSession(session -> session.ledger().rows().heads())
                        : HeadSet.empty();
        return graph.resolve(ref, rows).stream().map(Revision::id).toList();
    }
}
