package dev.limbeck.cli.command;

import dev.limbeck.cli.print.DisplayWidth;
import dev.limbeck.cli.template.ProjectTemplate;
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
        List<ProjectTemplate> templates = ProjectTemplate.all();
        int width =
                templates.stream().mapToInt(template -> template.name().length()).max().orElse(0);
        return Outcome.of(
                FilesAndMessages.answer(
                        templates.stream().map(template -> line(template, width)).toList()));
    }

    private static String line(ProjectTemplate template, int width) {
        return DisplayWidth.pad(template.name(), width) + "  " + template.description();
    }
}
