package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.Limbeck;
import dev.limbeck.cli.print.GraphText;
import dev.limbeck.cli.print.RevisionText;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.GraphLine;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRange;
import dev.limbeck.revision.RevisionRefParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "A:B",
            description = "Only this range; an end left out is base or heads.")
    private @Nullable String range;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database, and mark where it is.")
    private boolean indicateCurrent;

    @Option(names = "--graph", description = "Draw the branches.")
    private boolean graph;

    @Override
    public Outcome run(Session session) {
        RevisionRange wanted =
                range == null ? RevisionRange.everything() : RevisionRefParser.parseRange(range);
        Limbeck limbeck = session.limbeck();
        RevisionGraph revisions = limbeck.migrations().graph();
        Rows rows = Rows.asked(limbeck, indicateCurrent || wanted.needsApplied());
        List<Revision> found = revisions.range(wanted, rows.orEmpty());
        List<String> unknown = rows.unknownTo(revisions);
        RevisionsAnswer answer =
                new RevisionsAnswer(
                        found.stream()
                                .map(one -> RevisionReport.of(revisions, one, rows.known()))
                                .toList(),
                        indicateCurrent ? unknown : List.of(),
                        indicateCurrent ? RevisionText.INDICATED_HISTORY : RevisionText.HISTORY);
        Answer shown = graph ? drawn(limbeck, found, rows, answer) : answer;
        return Outcome.of(
                        indicateCurrent && session.textOutput().isVerbose()
                                ? new HistoryWithEvents(
                                        shown,
                                        limbeck.events(),
                                        limbeck.journal(),
                                        session.redactor())
                                : shown)
                .warning(Rows.warnings(unknown, session.config()));
    }

    private Answer drawn(Limbeck limbeck, List<Revision> found, Rows rows, RevisionsAnswer answer) {
        RevisionGraph revisions = limbeck.migrations().graph();
        Optional<HeadSet> marked = indicateCurrent ? rows.known() : Optional.empty();
        return new Drawn(
                new GraphText(
                        revisions,
                        marked,
                        marked.map(known -> pending(limbeck, known)).orElse(List.of())),
                GraphLine.draw(revisions, found),
                answer);
    }

    /** What a row without a file builds on is known to the database's history alone. */
    private static List<RevisionId> pending(Limbeck limbeck, HeadSet rows) {
        RevisionGraph revisions = limbeck.migrations().graph();
        return revisions.unknown(rows).isEmpty()
                ? revisions.pending(rows).ids()
                : limbeck.status().pending();
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
