package dev.limbeck.cli.command;

import dev.limbeck.cli.picture.GraphPicture;
import dev.limbeck.cli.picture.GraphPicture.Progress;
import dev.limbeck.cli.site.SchemaSite;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ShownPath;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.revision.RevisionGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docs}: a static site of the schema. */
@Command(
        name = "docs",
        description = {
            "Writes a static site of the schema at the end of the chain: tables with comments,",
            "constraints and the revision that made each, a diagram, the revision graph, search.",
            "Reads the files alone; the pages need nothing from elsewhere."
        },
        footer = {
            "",
            "Examples:",
            "  limbeck docs --out site",
            "  limbeck docs --out site --dialect mysql"
        })
final class DocsCommand implements CommandBody {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description =
                    "Where the pages go: a new folder, or one of such pages, which they replace.")
    private String folder = "";

    @Mixin private ScriptDialect dialect = new ScriptDialect();

    @Override
    public Outcome run(Session session) {
        Path out = session.path(folder).normalize();
        RevisionGraph graph = session.limbeck().migrations().graph();
        GraphPicture picture = GraphPicture.of(graph, graph.revisions(), Progress.UNKNOWN);
        Map<String, String> pages =
                SchemaSite.pages(session.limbeck().story(dialect.name()), picture);
        Path start = out.resolve(SchemaSite.START);
        try {
            clear(out);
            Files.createDirectories(out);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(out.resolve(page.getKey()), page.getValue());
            }
        } catch (IOException e) {
            throw new ConfigException(
                    Diagnostic.error(
                            ErrorCode.FILE_UNWRITABLE,
                            "can't write the pages in " + ShownPath.of(out) + ": " + e),
                    e);
        }
        return Outcome.of(
                FilesAndMessages.report(
                        pages.keySet().stream()
                                .map(name -> ShownPath.of(out.resolve(name)).toString())
                                .toList(),
                        List.of(
                                "wrote "
                                        + pages.size()
                                        + " files, beginning with "
                                        + ShownPath.of(start))));
    }

    /** Takes away the pages of a run before; refuses a folder that holds anything else. */
    private static void clear(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return;
        }
        List<Path> there;
        try (Stream<Path> files = Files.list(out)) {
            there = files.sorted().toList();
        }
        for (Path file : there) {
            if (!isOurs(file)) {
                throw new ConfigException(
                        Diagnostic.error(
                                        ErrorCode.FILE_EXISTS,
                                        "the folder holds something that is no page of 'limbeck docs'",
                                        SourceLocation.of(ShownPath.of(file)))
                                .withHint("name a new folder"));
            }
        }
        for (Path file : there) {
            Files.delete(file);
        }
    }

    private static boolean isOurs(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            return false;
        }
        return name.equals("style.css")
                || (name.endsWith(".html")
                        && SchemaSite.isPage(
                                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
    }
}
