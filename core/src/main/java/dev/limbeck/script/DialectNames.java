package dev.limbeck.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The dialect names that may stand in file names and headers: the reserved ones and others. */
final class DialectNames {
    private static final String RESERVED = "dialect-names.txt";

    private final SortedSet<String> names;

    private DialectNames(SortedSet<String> names) {
        this.names = names;
    }

    /** Returns the names the file format reserves together with those of dialects at hand. */
    static DialectNames with(Collection<String> others) {
        SortedSet<String> names = new TreeSet<>(reserved());
        names.addAll(others);
        return new DialectNames(names);
    }

    private static List<String> reserved() {
        InputStream resource = DialectNames.class.getResourceAsStream(RESERVED);
        if (resource == null) {
            throw new IllegalStateException("resource " + RESERVED + " is missing");
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    /** Returns every name, sorted. */
    SortedSet<String> all() {
        return names;
    }
}
