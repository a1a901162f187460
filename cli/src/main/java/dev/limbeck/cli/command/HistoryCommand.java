package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.Limbeck;
import dev.limbeck.cli.command.ListedRevisions.Selection;
import dev.limbeck.cli.print.GraphText;
import dev.limbeck.cli.print.RevisionText;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.GraphLine;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code history}: the revisions, newest first. */
@Command(
        name = "history",
        description = "Lists the revisions, newest first.",
        footer = {
            "",
            "Examples:",
            "  limbeck history",
            "  limbeck history -i              mark where the database is",
            "  limbeck history -v -i           and what happened to it, event by event",
            "  limbeck history -r 1975:head    both ends included",
            "  limbeck history -r -3:          the last three, and what they build on",
            "  limbeck history -r current:     what is pending",
            "  limbeck history --graph         draw the branches, with -v blocks beside them"
        })
final class HistoryCommand implements CommandBody {
    @Mixin private ListedRevisions listed = new ListedRevisions();

    @Option(names = "--graph", description = "Draw the branches.")
    private boolean graph;

    @Override
    public Outcome run(Session session) {
        Limbeck limbeck = session.limbeck();
        Selection found = listed.select(limbeck);
        List<String> unknown = found.rows().unknownTo(found.graph());
        RevisionsAnswer answer =
                new RevisionsAnswer(
                        found.shown().stream()
                                .map(
                                        one ->
                                                RevisionReport.of(
                                                        found.graph(), one, found.rows().known()))
                                .toList(),
                        listed.indicateCurrent() ? unknown : List.of(),
                        listed.indicateCurrent()
                                ? RevisionText.INDICATED_HISTORY
                                : RevisionText.HISTORY);
        Answer shown = graph ? drawn(found, answer) : answer;
        return Outcome.of(
                        listed.indicateCurrent() && session.textOutput().isVerbose()
                                ? new HistoryWithEvents(
                                        shown,
                                        limbeck.events(),
                                        limbeck.journal(),
                                        session.redactor())
                                : shown)
                .warning(Rows.warnings(unknown, session.config()));
    }

    private static Answer drawn(Selection found, RevisionsAnswer answer) {
        return new Drawn(
                new GraphText(found.graph(), found.marked(), found.pending()),
                GraphLine.draw(found.graph(), found.shown()),
                answer);
    }

    /** The same revisions, with their lanes beside them. */
    private record Drawn(GraphText text, List<GraphLine> lines, RevisionsAnswer revisions)
            implements Answer {
        @Override
        public void print(TextOutput out) {
            if (out.isVerbose()) {
                revisions.unknown().forEach(id -> out.text(out.revisions().unknownBlock(id)));
                out.lines(lines.stream().flatMap(line -> text.lines(line, out.palette()).stream()));
            } else {
                revisions.unknown().forEach(id -> out.line(out.revisions().unknownLine(id)));
                out.lines(lines.stream().map(line -> text.line(line, out.palette())));
            }
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            revisions.write(json);
        }
    }
}
