package dev.limbeck.cli.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** All commands by name, in the order help lists them. A command's class is loaded when made. */
public final class Commands {
    private static final Map<String, Supplier<CommandBody>> BY_NAME = byName();

    private Commands() {}

    private static Map<String, Supplier<CommandBody>> byName() {
        Map<String, Supplier<CommandBody>> commands = new LinkedHashMap<>();
        commands.put("init", InitCommand::new);
        commands.put("list-templates", ListTemplatesCommand::new);
        commands.put("revision", RevisionCommand::new);
        commands.put("upgrade", UpgradeCommand::new);
        commands.put("downgrade", DowngradeCommand::new);
        commands.put("current", CurrentCommand::new);
        commands.put("history", HistoryCommand::new);
        commands.put("heads", HeadsCommand::new);
        commands.put("branches", BranchesCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("merge", MergeCommand::new);
        commands.put("rebase", RebaseCommand::new);
        commands.put("squash", SquashCommand::new);
        commands.put("stamp", StampCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("status", StatusCommand::new);
        commands.put("validate", ValidateCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("derive-down", DeriveDownCommand::new);
        commands.put("graph", GraphCommand::new);
        commands.put("docs", DocsCommand::new);
        commands.put("blame", BlameCommand::new);
        commands.put("identify", IdentifyCommand::new);
        commands.put("resolve", ResolveCommand::new);
        commands.put("repair", RepairCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("edit", EditCommand::new);
        commands.put("ensure-version", EnsureVersionCommand::new);
        commands.put("doctor", DoctorCommand::new);
        commands.put("completion", CompletionCommand::new);
        return Collections.unmodifiableMap(commands);
    }

    /** Returns the names of all commands. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** Makes the command of a name. */
    public static Optional<CommandBody> make(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).map(Supplier::get);
    }
}
