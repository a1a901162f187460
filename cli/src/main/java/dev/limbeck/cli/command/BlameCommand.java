package dev.limbeck.cli.command;

import dev.limbeck.proof.Blame;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code blame}: who made or last changed something. */
@Command(
        name = "blame",
        description = {
            "Shows the revisions that made, changed, renamed or dropped something, newest first.",
            "Reads the files alone."
        },
        footer = {"", "Examples:", "  limbeck blame account", "  limbeck blame account.email"})
final class BlameCommand implements CommandBody {
    @Parameters(paramLabel = "NAME", description = "An object, or TABLE.COLUMN.")
    private String name = "";

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = "The database whose scripts are read; the configured URL's unless given.")
    private @Nullable String dialect;

    @Override
    public Outcome run(Session session) {
        List<Blame.Entry> entries = session.limbeck().blame(name, Optional.ofNullable(dialect));
        return Outcome.of(
                FilesAndMessages.answer(entries.stream().map(BlameCommand::line).toList()));
    }

    private static String line(Blame.Entry entry) {
        String deed =
                entry.deed().name().toLowerCase(Locale.ROOT)
                        + entry.former().map(former -> " from " + former).orElse("");
        return entry.stage().id()
                + "  "
                + deed
                + "  "
                + entry.stage().migration().revision().message();
    }
}
