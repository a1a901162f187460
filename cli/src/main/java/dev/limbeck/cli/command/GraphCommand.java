package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import dev.limbeck.cli.picture.DotGraph;
import dev.limbeck.cli.picture.GraphPicture;
import dev.limbeck.cli.picture.GraphPicture.Progress;
import dev.limbeck.cli.picture.MermaidGraph;
import dev.limbeck.cli.picture.SvgGraph;
import dev.limbeck.cli.print.GraphText;
import dev.limbeck.cli.print.Palette;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRange;
import dev.limbeck.revision.RevisionRefParser;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code graph}: a picture of the revisions. */
@Command(
        name = "graph",
        description = {
            "Draws the revisions, the newest on top.",
            "Reads the files alone, unless -i or the range asks for the database."
        },
        footer = {
            "",
            "Examples:",
            "  limbeck graph",
            "  limbeck graph -i                       mark what is current and what is pending",
            "  limbeck graph --format mermaid         for Markdown",
            "  limbeck graph --format html > graph.html"
        })
final class GraphCommand implements CommandBody {
    /** What is drawn with. */
    enum Format {
        TEXT,
        MERMAID,
        DOT,
        SVG,
        HTML;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; text unless given.")
    private Format format = Format.TEXT;

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "A:B",
            description = "Only this range; an end left out is base or heads.")
    private @Nullable String range;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database, and mark where it is.")
    private boolean indicateCurrent;

    @Override
    public Outcome run(Session session) {
        RevisionRange wanted =
                range == null ? RevisionRange.everything() : RevisionRefParser.parseRange(range);
        Limbeck limbeck = session.limbeck();
        RevisionGraph graph = limbeck.migrations().graph();
        Rows rows = Rows.asked(limbeck, indicateCurrent || wanted.needsApplied());
        List<Revision> shown = graph.range(wanted, rows.orEmpty());
        Optional<HeadSet> marked = indicateCurrent ? rows.known() : Optional.empty();
        List<RevisionId> pending = marked.map(known -> pending(limbeck, known)).orElse(List.of());
        Progress progress = new Progress(current(marked), Set.copyOf(pending));
        GraphPicture picture = GraphPicture.of(graph, shown, progress);
        return Outcome.of(
                        FilesAndMessages.answer(
                                switch (format) {
                                    case TEXT -> {
                                        GraphText text = new GraphText(graph, marked, pending);
                                        Palette palette = session.textOutput().palette();
                                        yield picture.lines().stream()
                                                .map(line -> text.line(line, palette))
                                                .toList();
                                    }
                                    case MERMAID -> MermaidGraph.lines(picture);
                                    case DOT -> DotGraph.lines(picture);
                                    case SVG -> SvgGraph.lines(picture);
                                    case HTML -> SvgGraph.page(picture, "Revisions");
                                }))
                .warning(Rows.warnings(rows.unknownTo(graph), session.config()));
    }

    private static Set<RevisionId> current(Optional<HeadSet> rows) {
        Set<RevisionId> current = new HashSet<>();
        rows.ifPresent(known -> known.ids().forEach(current::add));
        return current;
    }

    /** What a row without a file builds on is known to the database's history alone. */
    private static List<RevisionId> pending(Limbeck limbeck, HeadSet rows) {
        RevisionGraph graph = limbeck.migrations().graph();
        return graph.unknown(rows).isEmpty()
                ? graph.pending(rows).ids()
                : limbeck.status().pending();
    }
}
