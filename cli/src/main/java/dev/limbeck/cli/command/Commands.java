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
        commands.put("list-templates", ListTemplatesCommand::new);
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
