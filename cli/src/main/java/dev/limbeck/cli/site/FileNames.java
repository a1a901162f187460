package dev.limbeck.cli.site;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of files and anchors for names of any characters, no two alike on any file system. */
final class FileNames {
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Returns the name for something, the same whenever it is asked for. */
    String of(String name) {
        return known.computeIfAbsent(name, this::unused);
    }

    private String unused(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-");
        String found = plain;
        for (int number = 2; !taken.add(found); number++) {
            found = plain + "-" + number;
        }
        return found;
    }
}
