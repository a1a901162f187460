package dev.limbeck.cli.docs;

import dev.limbeck.cli.command.CommandTree;
import dev.limbeck.cli.command.Commands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Writes docs/reference/command-line.md from what picocli knows of the commands. */
final class CommandReference {
    private final StringBuilder page = new StringBuilder();

    private CommandReference() {}

    /** Returns the page. */
    static String render() {
        CommandReference reference = new CommandReference();
        CommandLine root = CommandTree.all();
        reference.program(root);
        for (String name : Commands.names()) {
            reference.command(root.getSubcommands().get(name));
        }
        return reference.page.toString();
    }

    private void program(CommandLine root) {
        page.append(
                """
                # Command line

                `limbeck [OPTIONS] COMMAND [ARGUMENTS]`. The options below stand before the command's name or after it.
                Results go to standard output, progress and messages to standard error. An argument that is a minus and
                a digit is a revision, never an option.

                """);
        options(root.getCommandSpec().options());
        page.append("\n## Exit codes\n\n| code | meaning |\n| --- | --- |\n");
        for (Map.Entry<String, String> code :
                root.getCommandSpec().usageMessage().exitCodeList().entrySet()) {
            row(code.getKey(), code.getValue());
        }
    }

    private void command(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        page.append("\n## ").append(spec.name()).append("\n\n");
        page.append(String.join("\n", spec.usageMessage().description())).append("\n\n");
        page.append('`').append(synopsis(spec)).append("`\n");
        List<OptionSpec> own = CommandTree.ownOptions(spec);
        if (!spec.positionalParameters().isEmpty() || !own.isEmpty()) {
            page.append('\n');
            table();
            for (PositionalParamSpec parameter : spec.positionalParameters()) {
                row(code(parameter.paramLabel()), text(parameter.description()));
            }
            own.forEach(this::option);
        }
        examples(spec.usageMessage());
    }

    private static String synopsis(CommandSpec spec) {
        StringBuilder synopsis = new StringBuilder("limbeck " + spec.name());
        if (!CommandTree.ownOptions(spec).isEmpty()) {
            synopsis.append(" [OPTIONS]");
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "…" : "");
            synopsis.append(parameter.required() ? " " + label : " [" + label + "]");
        }
        return synopsis.toString();
    }

    private void examples(UsageMessageSpec usage) {
        List<String> lines = new ArrayList<>();
        for (String line : usage.footer()) {
            if (line.startsWith("  ")) {
                lines.add(line.substring(2));
            }
        }
        page.append("\n```text\n").append(String.join("\n", lines)).append("\n```\n");
    }

    private void options(List<OptionSpec> options) {
        table();
        options.forEach(this::option);
    }

    private void table() {
        page.append("| | |\n| --- | --- |\n");
    }

    private void option(OptionSpec option) {
        String names = String.join(", ", option.names());
        boolean takesValue = option.arity().max() > 0;
        String label =
                takesValue ? " " + option.paramLabel() + (option.arity().max() > 1 ? "…" : "") : "";
        row(code(names + label), text(option.description()));
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    private static String text(String[] lines) {
        return String.join(" ", lines);
    }

    private void row(String left, String right) {
        page.append("| ").append(left).append(" | ").append(right).append(" |\n");
    }
}
