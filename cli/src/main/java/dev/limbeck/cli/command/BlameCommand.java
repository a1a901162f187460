package dev.limbeck.cli.command;

import dev.limbeck.proof.Blame;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin private ScriptDialect dialect = new ScriptDialect();

    @Override
    public Outcome run(Session session) {
        List<Blame.Entry> entries = session.limbeck().blame(name, dialect.name());
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
