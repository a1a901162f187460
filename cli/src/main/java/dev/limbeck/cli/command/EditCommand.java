package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionRef;
import dev.limbeck.revision.RevisionRefParser;
import dev.limbeck.script.ScriptFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code edit}: opens a revision's files. */
@Command(
        name = "edit",
        description = "Opens the files of a revision in $VISUAL or $EDITOR.",
        footer = {"", "Examples:", "  limbeck edit head", "  limbeck edit current"})
final class EditCommand implements CommandBody {
    @Parameters(paramLabel = "REF", description = "The revision.")
    private String ref = "";

    @Override
    public Outcome run(Session session) {
        Limbeck limbeck = session.limbeck();
        RevisionGraph graph = limbeck.migrations().graph();
        RevisionRef parsed = RevisionRefParser.parse(ref);
        Rows rows = Rows.asked(limbeck, parsed.needsApplied());
        Revision revision =
                graph.resolveOne(parsed, rows.orEmpty())
                        .orElseThrow(
                                () -> Session.usage("there is no file before the first revision"));
        List<Path> files =
                limbeck.migrations().find(revision.id()).orElseThrow().files().stream()
                        .map(ScriptFile::shown)
                        .toList();
        Editor.of(session.terminal()).open(files);
        return Outcome.of(
                FilesAndMessages.report(files.stream().map(Path::toString).toList(), List.of()));
    }
}
