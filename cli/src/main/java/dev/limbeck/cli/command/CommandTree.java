package dev.limbeck.cli.command;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands as picocli sees them, and how their help is set. */
public final class CommandTree {
    /** Under this name each command has the options that all of them take. */
    private static final String GLOBAL = "global";

    private static final int HELP_WIDTH = 100;

    private CommandTree() {}

    /** The program itself: what stands before a command's name. */
    @Command(
            name = "limbeck",
            customSynopsis = "limbeck [OPTIONS] COMMAND [ARGUMENTS]",
            description = {
                "",
                "A revision graph of plain up/down SQL files, run against any JDBC database.",
                ""
            },
            optionListHeading = "%nOptions, before the command's name or after it:%n",
            commandListHeading = "%nCommands (limbeck COMMAND --help says more):%n",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done",
                "1:a fault of the program",
                "2:usage or configuration",
                "3:the answer is «not clean»: changes, pending revisions, findings",
                "4:the revision graph refuses, or a script can't run as it stands",
                "5:a file was edited after it was applied, or an applied revision has no file",
                "10:the lock was not free in time",
                "11:no connection",
                "12:a timeout or a signal; the work was rolled back or journaled",
                "20:a statement failed and its transaction was rolled back",
                "21:a statement failed outside a transaction; status shows how many are done"
            })
    static final class Root {}

    /** Returns the parser of the commands that are named; the others are not even loaded. */
    public static CommandLine of(Collection<String> names) {
        CommandLine root = new CommandLine(with(new GlobalOptions(), new Root()));
        for (String name : names) {
            CommandBody body = Commands.make(name).orElseThrow();
            root.addSubcommand(name, new CommandLine(with(new GlobalOptions(), body)));
        }
        settle(root);
        root.getSubcommands().values().forEach(CommandTree::settle);
        return root;
    }

    /** Returns the parser of every command. */
    public static CommandLine all() {
        return of(Commands.names());
    }

    private static CommandSpec with(GlobalOptions options, Object command) {
        return CommandSpec.forAnnotatedObject(command)
                .addMixin(GLOBAL, CommandSpec.forAnnotatedObject(options));
    }

    private static void settle(CommandLine line) {
        line.setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setOverwrittenOptionsAllowed(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(String.class, RevisionArguments::restore)
                .setUsageHelpWidth(HELP_WIDTH);
        line.getCommandSpec()
                .usageMessage()
                .synopsisHeading("usage: ")
                .abbreviateSynopsis(true)
                .sortOptions(false);
        Map<String, CommandLine.IHelpSectionRenderer> sections = line.getHelpSectionMap();
        sections.put(
                CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST, CommandTree::options);
    }

    /** Returns the options that stood at this level. */
    public static GlobalOptions globals(CommandLine line) {
        return (GlobalOptions) Objects.requireNonNull(line.getMixins().get(GLOBAL));
    }

    /** A command's help lists what is its own; the options of all are in the program's help. */
    private static String options(Help help) {
        CommandSpec spec = help.commandSpec();
        return help.optionListExcludingGroups(
                spec.parent() == null ? spec.options() : ownOptions(spec));
    }

    /** Returns the options a command has beside those that all of them take. */
    public static List<OptionSpec> ownOptions(CommandSpec spec) {
        CommandSpec global = Objects.requireNonNull(spec.mixins().get(GLOBAL));
        return spec.options().stream()
                .filter(option -> global.findOption(option.longestName()) == null)
                .filter(option -> !option.hidden())
                .toList();
    }
}
