package dev.limbeck.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Paths as users write them in a configuration file. */
final class UserPath {
    private UserPath() {}

    /**
     * Returns the path a text names, seen from a folder; {@code ~} is the user's home. Throws
     * {@code InvalidPathException} where the text is no path on this system.
     */
    static Path resolve(Path folder, String text, Map<String, String> variables) {
        boolean atHome = text.equals("~") || text.startsWith("~/") || text.startsWith("~\\");
        Optional<String> home =
                Optional.ofNullable(variables.get("HOME"))
                        .or(() -> Optional.ofNullable(variables.get("USERPROFILE")))
                        .filter(value -> atHome && !value.isEmpty());
        return home.map(value -> Path.of(value, text.substring(Math.min(2, text.length()))))
                .orElseGet(() -> folder.resolve(text));
    }
}
