package dev.limbeck.cli.command;

import dev.limbeck.cli.print.RevisionText;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code heads}: what nothing revises. */
@Command(
        name = "heads",
        description = "Lists the heads: the revisions that no other one revises.",
        footer = {
            "",
            "Examples:",
            "  limbeck heads",
            "  limbeck heads --resolve-dependencies   leave out heads another line depends on"
        })
final class HeadsCommand implements CommandBody {
    @Option(
            names = "--resolve-dependencies",
            description = "Leave out heads that another line depends on.")
    private boolean resolveDependencies;

    @Override
    public Outcome run(Session session) {
        RevisionGraph graph = session.limbeck().migrations().graph();
        List<Revision> heads = resolveDependencies ? graph.effectiveHeads() : graph.heads();
        return Outcome.of(
                new RevisionsAnswer(
                        heads.stream()
                                .map(head -> RevisionReport.of(graph, head, Optional.empty()))
                                .toList(),
                        List.of(),
                        RevisionText.HEADS));
    }
}
