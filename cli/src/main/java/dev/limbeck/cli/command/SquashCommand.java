package dev.limbeck.cli.command;

import dev.limbeck.Squashed;
import dev.limbeck.proof.DownProof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code squash}: one revision for many. */
@Command(
        name = "squash",
        description = {
            "Makes one revision of all between two, both included. It keeps the id of the last",
            "one; the files from before go into a hidden folder beside it, so that databases",
            "inside the range still upgrade. Proves that it leads to the same schema."
        },
        footer = {"", "Examples:", "  limbeck squash 1975:27c6 -m \"accounts\""})
final class SquashCommand implements CommandBody {
    @Parameters(paramLabel = "FROM:TO", description = "The first and the last revision.")
    private String range = "";

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "Its message; that of the last revision unless given.")
    private @Nullable String message;

    @Mixin private ScriptDialect dialect = new ScriptDialect();

    @Override
    public Outcome run(Session session) {
        NewRevisions.requireOneEnvironment(session, "squash");
        Squashed squashed =
                session.limbeck().squash(range, Optional.ofNullable(message), dialect.name());
        List<String> files = squashed.files().stream().map(Path::toString).toList();
        List<String> messages = new ArrayList<>();
        files.forEach(file -> messages.add("wrote " + file));
        messages.add(
                "moved "
                        + squashed.moved().size()
                        + " files to "
                        + squashed.moved().get(0).getParent());
        for (DownProof proof : squashed.proofs()) {
            messages.add(
                    squashed.revision()
                            + " leads where "
                            + (squashed.replaced().size() + 1)
                            + " revisions led on "
                            + proof.dialect()
                            + "; its down script: "
                            + proof.verdict().word()
                            + (proof.reason().isEmpty() ? "" : ", " + proof.reason()));
        }
        return Outcome.of(FilesAndMessages.report(files, messages));
    }
}
