package dev.limbeck.cli.command;

import dev.limbeck.DerivedDown;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code derive-down}: the down script of a hand-written up script. */
@Command(
        name = "derive-down",
        description = {
            "Writes the down script of a revision whose up script was written by hand, from the",
            "schema before it. Replaces a down script only where it holds no statement."
        },
        footer = {"", "Examples:", "  limbeck derive-down head"})
final class DeriveDownCommand implements CommandBody {
    @Parameters(paramLabel = "REF", description = "The revision.")
    private String ref = "";

    @Mixin private ScriptDialect dialect = new ScriptDialect();

    @Override
    public Outcome run(Session session) {
        DerivedDown derived = session.limbeck().deriveDown(ref, dialect.name());
        String file = derived.file().toString();
        List<String> messages = new ArrayList<>();
        messages.add("wrote " + file);
        if (derived.rowStatements() > 0) {
            messages.add(
                    (derived.rowStatements() == 1
                                    ? "1 statement of the up script changes"
                                    : derived.rowStatements()
                                            + " statements of the up script change")
                            + " rows; what puts them back is to be written by hand");
        }
        return Outcome.of(FilesAndMessages.report(List.of(file), messages));
    }
}
