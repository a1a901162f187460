package dev.limbeck.cli.command;

import dev.limbeck.execute.Executor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code repair}: accepts a file that was edited after it was applied. */
@Command(
        name = "repair",
        description = "Accepts the file of a revision that was edited after it was applied.",
        footer = {
            "",
            "Examples:",
            "  limbeck status                                   what was edited",
            "  limbeck repair 1975 --reason \"a typo in a default, mended by hand\""
        })
final class RepairCommand implements CommandBody {
    @Parameters(paramLabel = "REF", description = "The revision.")
    private String ref = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, for the history. Required.")
    private @Nullable String reason;

    @Override
    public Outcome run(Session session) {
        if (reason == null || reason.isBlank()) {
            throw Session.usage("say why, with --reason TEXT");
        }
        Executor.Repair repair = session.limbeck().repair(ref, reason);
        String line =
                repair.changed()
                        ? "repaired  " + repair.revision() + "  its file is accepted as it is now"
                        : "nothing to repair: the file of "
                                + repair.revision()
                                + " is the one that ran";
        return Outcome.of(FilesAndMessages.report(List.of(), List.of(line)));
    }
}
