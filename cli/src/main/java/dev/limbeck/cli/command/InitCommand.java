package dev.limbeck.cli.command;

import dev.limbeck.cli.template.ProjectTemplate;
import dev.limbeck.cli.template.ProjectWriter;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code init}: lays out a new project. */
@Command(
        name = "init",
        description = {
            "Lays out a new project.",
            "Writes limbeck.toml, migrations/, schema/, and scripts that create and apply migrations.",
            "Overwrites nothing."
        },
        footer = {
            "",
            "Examples:",
            "  limbeck init                               here, with an embedded database",
            "  limbeck init shop --dialect postgres",
            "  limbeck init shop --template example       with a first revision"
        })
final class InitCommand implements CommandBody {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The project's folder; this one unless given.")
    private String folder = ".";

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = "The database it is for; h2, which needs no server, unless given.")
    private String dialect = "h2";

    @Option(
            names = {"-t", "--template"},
            paramLabel = "NAME",
            description = "What to lay out; list-templates lists them.")
    private String template = ProjectTemplate.DEFAULT;

    @Override
    public boolean worksOnProject() {
        return false;
    }

    @Override
    public Outcome run(Session session) {
        ProjectTemplate chosen = find(template);
        String exampleUrl = Dialects.installed().byName(dialect).exampleUrl();
        Map<String, String> files =
                chosen.files(exampleUrl, System.getProperty("limbeck.launcher", "limbeck"));
        Path project = session.path(folder).normalize();
        List<String> written =
                new ProjectWriter(project, session.terminal().folder())
                        .write(files).stream().map(Path::toString).toList();
        List<String> messages = new ArrayList<>();
        written.forEach(file -> messages.add("wrote " + file));
        return Outcome.of(FilesAndMessages.report(written, messages));
    }

    private static ProjectTemplate find(String name) {
        List<ProjectTemplate> all = ProjectTemplate.all();
        List<String> names = all.stream().map(ProjectTemplate::name).toList();
        return all.stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ConfigException(
                                        Diagnostic.error(
                                                        ErrorCode.USAGE,
                                                        "no template is named '" + name + "'")
                                                .withHint(
                                                        Suggestion.hint(name, names)
                                                                .orElse(
                                                                        "there are: "
                                                                                + String.join(
                                                                                        ", ",
                                                                                        names)))));
    }
}
