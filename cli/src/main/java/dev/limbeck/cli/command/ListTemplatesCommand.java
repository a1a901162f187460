package dev.limbeck.cli.command;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code list-templates}: what {@code init} can lay out. */
@Command(
        name = "list-templates",
        description = "Lists the templates that init knows.",
        footer = {"", "Example:", "  limbeck list-templates"})
final class ListTemplatesCommand implements CommandBody {
    @Override
    public boolean worksOnProject() {
        return false;
    }

    @Override
    public Outcome run(Session session) {
        return Outcome.of(FilesAndMessages.messages(List.of("x")));
    }
}
