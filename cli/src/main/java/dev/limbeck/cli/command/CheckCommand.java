package dev.limbeck.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}: would {@code revision --autogenerate} write anything? */
@Command(
        name = "check",
        description = {
            "Says whether revision --autogenerate would write anything, and what.",
            "Ends with exit code 3 if it would. A database has to be at the heads."
        },
        footer = {
            "",
            "Examples:",
            "  limbeck check",
            "  limbeck check --from chain --dialect postgres   without a database"
        })
final class CheckCommand implements CommandBody {
    @Mixin private SideOptions sides = new SideOptions();

    @Override
    public Outcome run(Session session) {
        return ComparisonAnswer.of(session.limbeck().check(sides.request()));
    }
}
