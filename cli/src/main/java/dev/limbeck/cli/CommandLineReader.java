package dev.limbeck.cli;

import dev.limbeck.cli.command.CommandBody;
import dev.limbeck.cli.command.CommandTree;
import dev.limbeck.cli.command.Commands;
import dev.limbeck.cli.command.GlobalOptions;
import dev.limbeck.cli.command.RevisionArguments;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what was typed into a command that can run, or into what is wrong with it. */
final class CommandLineReader {
    private CommandLineReader() {}

    /** What a command line asks for. */
    sealed interface Request permits Help, AskVersion, Run {}

    /** To be told how something is used. */
    record Help(String text) implements Request {}

    /** To be told which version this is. */
    record AskVersion() implements Request {}

    /** To run a command. */
    record Run(String name, CommandBody body, GlobalOptions options) implements Request {}

    /** Reads a command line; throws {@code ConfigException} where it can't be used. */
    static Request read(List<String> arguments) {
        List<String> marked = RevisionArguments.mark(dashesBefore(helpAsOption(arguments)));
        Set<String> named = new LinkedHashSet<>(marked);
        named.retainAll(Commands.names());
        CommandLine root = CommandTree.of(named);
        ParseResult result;
        try {
            result = root.parseArgs(marked.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new ConfigException(explain(e), e);
        }
        return request(root, result);
    }

    /** {@code help upgrade} is what users of other tools type for {@code upgrade --help}. */
    private static List<String> helpAsOption(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).equals("help")) {
            return arguments;
        }
        List<String> asked = new ArrayList<>(arguments.subList(1, arguments.size()));
        asked.add("--help");
        return asked;
    }

    /** After {@code --} come operands, and the first of these is the command. */
    private static List<String> dashesBefore(List<String> arguments) {
        int dashes = arguments.indexOf("--");
        boolean beforeCommand =
                dashes >= 0
                        && dashes + 1 < arguments.size()
                        && Commands.names().contains(arguments.get(dashes + 1))
                        && arguments.subList(0, dashes).stream()
                                .noneMatch(Commands.names()::contains);
        if (!beforeCommand) {
            return arguments;
        }
        List<String> without = new ArrayList<>(arguments);
        without.remove(dashes);
        return without;
    }

    private static Request request(CommandLine root, ParseResult result) {
        GlobalOptions options = CommandTree.globals(root);
        Optional<ParseResult> chosen = Optional.ofNullable(result.subcommand());
        if (chosen.isPresent()) {
            CommandLine line = chosen.get().commandSpec().commandLine();
            options = CommandTree.globals(line).over(options);
        }
        if (options.isVersionAsked()) {
            return new AskVersion();
        }
        if (options.isHelpAsked()) {
            // Where help is asked for, picocli passes over what it doesn't know.
            if (chosen.isEmpty() && !result.unmatched().isEmpty()) {
                throw new ConfigException(unmatched(root, result.unmatched().get(0)));
            }
            return new Help(help(chosen.map(command -> command.commandSpec().name())));
        }
        if (chosen.isEmpty()) {
            throw new ConfigException(
                    Diagnostic.error(ErrorCode.USAGE, "no command is given")
                            .withHint("limbeck --help lists the commands"));
        }
        String name = chosen.get().commandSpec().name();
        Object body = chosen.get().commandSpec().userObject();
        return new Run(name, (CommandBody) body, options);
    }

    /** Returns the help of a command, or of the program. */
    static String help(Optional<String> command) {
        CommandLine root = CommandTree.of(command.map(Set::of).orElseGet(Commands::names));
        CommandLine line = command.map(name -> root.getSubcommands().get(name)).orElse(root);
        return line.getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    /** Returns the options all commands take, as far as they can be made out. */
    static GlobalOptions guessOptions(List<String> arguments) {
        GlobalOptions options = new GlobalOptions();
        CommandLine lenient = new CommandLine(options).setUnmatchedArgumentsAllowed(true);
        lenient.getCommandSpec().parser().collectErrors(true);
        lenient.setCaseInsensitiveEnumValuesAllowed(true).setOverwrittenOptionsAllowed(true);
        lenient.parseArgs(RevisionArguments.mark(arguments).toArray(String[]::new));
        return options;
    }

    /** Returns the first argument that is a command's name. */
    static Optional<String> guessCommand(List<String> arguments) {
        return arguments.stream().filter(Commands.names()::contains).findFirst();
    }

    private static Diagnostic explain(ParameterException problem) {
        CommandLine line = problem.getCommandLine();
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(line, unmatched.getUnmatched().get(0));
        }
        ArgSpec argument = problem.getArgSpec();
        if (argument != null && argument.type().isEnum()) {
            String value = RevisionArguments.restore(String.valueOf(problem.getValue()));
            String name =
                    argument instanceof OptionSpec option
                            ? "option '" + option.longestName() + "'"
                            : argument.paramLabel();
            return Diagnostic.error(ErrorCode.USAGE, "'" + value + "' is no value for " + name)
                    .withHint("one of " + String.join(", ", choices(argument)));
        }
        String message = RevisionArguments.restore(String.valueOf(problem.getMessage()));
        return Diagnostic.error(ErrorCode.USAGE, sentence(message)).withHint(helpHint(line));
    }

    private static Diagnostic unmatched(CommandLine line, String marked) {
        String command = line.getCommandName();
        String argument = RevisionArguments.restore(marked);
        List<String> options =
                line.getCommandSpec().options().stream()
                        .flatMap(option -> Stream.of(option.names()))
                        .toList();
        // An option that is known stands behind '--', where it is none.
        if (marked.startsWith("-") && !options.contains(argument.split("=", 2)[0])) {
            String where = isRoot(line) ? "" : " for '" + command + "'";
            String name = argument.split("=", 2)[0];
            return Diagnostic.error(ErrorCode.USAGE, "unknown option '" + name + "'" + where)
                    .withHint(Suggestion.hint(name, options).orElseGet(() -> helpHint(line)));
        }
        if (isRoot(line)) {
            return Diagnostic.error(ErrorCode.USAGE, "unknown command '" + argument + "'")
                    .withHint(
                            Suggestion.hint(argument, Commands.names())
                                    .orElseGet(() -> helpHint(line)));
        }
        return Diagnostic.error(
                        ErrorCode.USAGE,
                        "'" + command + "' has no use for the argument '" + argument + "'")
                .withHint(helpHint(line));
    }

    private static List<String> choices(ArgSpec argument) {
        return Stream.of(argument.type().getEnumConstants()).map(Object::toString).toList();
    }

    private static boolean isRoot(CommandLine line) {
        return line.getParent() == null;
    }

    private static String helpHint(CommandLine line) {
        return isRoot(line)
                ? "limbeck --help lists the commands"
                : "limbeck " + line.getCommandName() + " --help shows how it is used";
    }

    /** picocli's messages begin with a capital letter, ours don't. */
    private static String sentence(String message) {
        return message.isEmpty()
                ? message
                : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
