package dev.limbeck.cli.command;

import dev.limbeck.ToolVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the manual page from what picocli knows of the commands, in the terms of man(7). */
public final class ManPage {
    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    /** Returns the page {@code limbeck(1)}. */
    public static String render() {
        ManPage manual = new ManPage();
        CommandLine root = CommandTree.all();
        manual.head(root.getCommandSpec());
        manual.section("COMMANDS");
        root.getSubcommands().values().forEach(line -> manual.command(line.getCommandSpec()));
        manual.section("EXIT STATUS");
        for (Map.Entry<String, String> code :
                root.getCommandSpec().usageMessage().exitCodeList().entrySet()) {
            manual.tagged(".B " + code.getKey(), code.getValue());
        }
        return manual.page.toString();
    }

    private void head(CommandSpec program) {
        page.append(".TH LIMBECK 1 \"\" \"Limbeck ")
                .append(escaped(ToolVersion.current()))
                .append("\"\n");
        section("NAME");
        page.append("limbeck \\- database migrations as a graph of plain SQL files\n");
        section("SYNOPSIS");
        page.append(".B limbeck\n[OPTIONS] COMMAND [ARGUMENTS]\n");
        section("DESCRIPTION");
        line(joined(program.usageMessage().description()));
        section("OPTIONS");
        line("They stand before the command's name or after it.");
        program.options().stream().filter(option -> !option.hidden()).forEach(this::option);
    }

    private void command(CommandSpec spec) {
        page.append(".SS \"").append(escaped(synopsis(spec))).append("\"\n");
        line(joined(spec.usageMessage().description()));
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            tagged(".I " + escaped(parameter.paramLabel()), joined(parameter.description()));
        }
        CommandTree.ownOptions(spec).forEach(this::option);
        List<String> examples =
                List.of(spec.usageMessage().footer()).stream()
                        .filter(text -> text.startsWith("  "))
                        .toList();
        if (!examples.isEmpty()) {
            page.append(".PP\n.nf\n");
            examples.forEach(this::line);
            page.append(".fi\n");
        }
    }

    private static String synopsis(CommandSpec spec) {
        return spec.name()
                + (CommandTree.ownOptions(spec).isEmpty() ? "" : " [OPTIONS]")
                + spec.positionalParameters().stream()
                        .map(ManPage::place)
                        .collect(Collectors.joining());
    }

    private static String place(PositionalParamSpec parameter) {
        String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
        return parameter.required() ? " " + label : " [" + label + "]";
    }

    private void option(OptionSpec option) {
        String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
        tagged(
                ".B " + escaped(String.join(", ", option.names()) + value),
                joined(option.description()));
    }

    private void section(String title) {
        page.append(".SH ").append(title).append('\n');
    }

    private void tagged(String tag, String text) {
        page.append(".TP\n").append(tag).append('\n');
        line(text);
    }

    /** Appends a line of text: what a line begins with must not be taken for a request. */
    private void line(String text) {
        String escaped = escaped(text);
        page.append(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" : "")
                .append(escaped)
                .append('\n');
    }

    private static String joined(String[] lines) {
        return String.join(" ", lines).strip();
    }

    /** Minus signs are typed as they are shown; typographic ones would not be found. */
    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
    }
}
