package dev.limbeck.cli.command;

import dev.limbeck.cli.command.ListedRevisions.Selection;
import dev.limbeck.cli.picture.DotGraph;
import dev.limbeck.cli.picture.GraphPicture;
import dev.limbeck.cli.picture.GraphPicture.Progress;
import dev.limbeck.cli.picture.MermaidGraph;
import dev.limbeck.cli.picture.SvgGraph;
import dev.limbeck.cli.print.GraphText;
import dev.limbeck.cli.print.Palette;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin private ListedRevisions listed = new ListedRevisions();

    @Override
    public Outcome run(Session session) {
        Selection found = listed.select(session.limbeck());
        Progress progress = new Progress(current(found.marked()), Set.copyOf(found.pending()));
        GraphPicture picture = GraphPicture.of(found.graph(), found.shown(), progress);
        return Outcome.of(
                        FilesAndMessages.answer(
                                switch (format) {
                                    case TEXT -> text(found, picture, session);
                                    case MERMAID -> MermaidGraph.lines(picture);
                                    case DOT -> DotGraph.lines(picture);
                                    case SVG -> SvgGraph.lines(picture);
                                    case HTML -> SvgGraph.page(picture, "Revisions");
                                }))
                .warning(Rows.warnings(found.rows().unknownTo(found.graph()), session.config()));
    }

    private static List<String> text(Selection found, GraphPicture picture, Session session) {
        GraphText text = new GraphText(found.graph(), found.marked(), found.pending());
        Palette palette = session.textOutput().palette();
        return picture.lines().stream().map(line -> text.line(line, palette)).toList();
    }

    private static Set<RevisionId> current(Optional<HeadSet> rows) {
        Set<RevisionId> current = new HashSet<>();
        rows.ifPresent(known -> known.ids().forEach(current::add));
        return current;
    }
}
