package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRange;
import dev.limbeck.revision.RevisionRefParser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which revisions a command lists or draws, and whether it marks where the database is. */
final class ListedRevisions {
    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "A:B",
            description = "Only this range; an end left out is base or heads.")
    private @Nullable String range;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database, and mark where it is.")
    private boolean indicateCurrent;

    /**
     * What was asked for.
     *
     * @param graph all revisions
     * @param shown those in the range
     * @param rows the version table's, where the database was asked
     * @param marked the rows to mark; empty where none shall be
     */
    record Selection(
            Limbeck limbeck,
            RevisionGraph graph,
            List<Revision> shown,
            Rows rows,
            Optional<HeadSet> marked) {
        /** Returns what is yet to come, where that shall be marked. */
        List<RevisionId> pending() {
            return marked.map(this::pending).orElse(List.of());
        }

        /** What a row without a file builds on is known to the database's history alone. */
        private List<RevisionId> pending(HeadSet known) {
            return graph.unknown(known).isEmpty()
                    ? graph.pending(known).ids()
                    : limbeck.status().pending();
        }
    }

    boolean indicateCurrent() {
        return indicateCurrent;
    }

    Selection select(Limbeck limbeck) {
        RevisionRange wanted =
                range == null ? RevisionRange.everything() : RevisionRefParser.parseRange(range);
        RevisionGraph graph = limbeck.migrations().graph();
        Rows rows = Rows.asked(limbeck, indicateCurrent || wanted.needsApplied());
        return new Selection(
                limbeck,
                graph,
                graph.range(wanted, rows.orEmpty()),
                rows,
                indicateCurrent ? rows.known() : Optional.empty());
    }
}
