package dev.limbeck.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the completion script for zsh in its own terms, so that descriptions are shown. */
final class ZshCompletion {
    private static final String HEAD =
            """
            #compdef limbeck
            # For this shell: source <(limbeck completion zsh)
            # For each: save this as _limbeck in a folder of $fpath.

            _limbeck() {
                local context state state_descr line
                typeset -A opt_args
                local -a commands
                commands=(
            """;

    private static final String MIDDLE =
            """
                )
                _arguments -C -S \\
            """;

    private static final String STATES =
            """
                    '1: :->command' \\
                    '*:: :->arguments' && return
                case $state in
                    command)
                        _describe -t commands command commands
                        ;;
                    arguments)
                        case $words[1] in
            """;

    private static final String TAIL =
            """
                        esac
                        ;;
                esac
            }

            if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
                _limbeck "$@"
            else
                (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -u }
                compdef _limbeck limbeck
            fi
            """;

    private ZshCompletion() {}

    /** Returns the script for a program with all its commands. */
    static String of(CommandLine root) {
        StringBuilder script = new StringBuilder(HEAD);
        root.getSubcommands()
                .forEach(
                        (name, line) ->
                                script.append("        '")
                                        .append(quoted(name + ":" + summary(line)))
                                        .append("'\n"));
        script.append(MIDDLE);
        options(root.getCommandSpec().options())
                .forEach(option -> script.append("        ").append(option).append(" \\\n"));
        script.append(STATES);
        root.getSubcommands().values().forEach(line -> command(line.getCommandSpec(), script));
        return script.append(TAIL).toString();
    }

    private static String summary(CommandLine line) {
        return String.join(
                "", List.of(line.getCommandSpec().usageMessage().description()).subList(0, 1));
    }

    private static void command(CommandSpec spec, StringBuilder script) {
        List<String> words = options(spec.options());
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            String place = parameter.arity().max() > 1 ? "*" : "";
            words.add("'" + place + ":" + quoted(argument(parameter)) + "'");
        }
        script.append("                ").append(spec.name()).append(")\n");
        script.append("                    _arguments -S \\\n                        ");
        script.append(String.join(" \\\n                        ", words));
        script.append("\n                    ;;\n");
    }

    /** What nobody can list is only named, and not where an option is being typed. */
    private static String argument(PositionalParamSpec parameter) {
        String value = value(parameter);
        return value.endsWith(": ")
                ? value.strip() + "_guard \"^-*\" " + parameter.paramLabel()
                : value;
    }

    /** Returns a specification for each name of each option. */
    private static List<String> options(List<OptionSpec> options) {
        List<String> words = new ArrayList<>();
        for (OptionSpec option : options) {
            if (!option.hidden()) {
                for (String name : option.names()) {
                    words.add("'" + quoted(specification(option, name)) + "'");
                }
            }
        }
        return words;
    }

    private static String specification(OptionSpec option, String name) {
        String repeated = option.isMultiValue() ? "*" : "";
        String others = option.isMultiValue() ? "" : "(" + String.join(" ", option.names()) + ")";
        String description =
                "["
                        + String.join(" ", option.description()).replaceAll("([\\[\\]])", "\\\\$1")
                        + "]";
        if (option.arity().max() == 0) {
            return others + repeated + name + description;
        }
        // A long name takes its value after a blank or after '='.
        String joined = name.startsWith("--") ? "=" : "";
        return others + repeated + name + joined + description + ":" + value(option);
    }

    /** Returns what a value is called, and what it may be. */
    private static String value(ArgSpec argument) {
        String label = argument.paramLabel();
        String name = label.replace(":", "\\:");
        if (argument.completionCandidates() != null) {
            return name
                    + ":("
                    + StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                            .collect(Collectors.joining(" "))
                    + ")";
        }
        return switch (label) {
            case "FILE" -> name + ":_files";
            case "DIR" -> name + ":_files -/";
            default -> name + ": ";
        };
    }

    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }
}
