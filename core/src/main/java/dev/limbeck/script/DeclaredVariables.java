package dev.limbeck.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the names that files declare with {@code -- limbeck: vars a, b}, without reading their SQL.
 * A line inside a string that looks like the directive counts too: good enough for telling whether
 * a name is known at all.
 */
final class DeclaredVariables {
    private static final Pattern LINE =
            Pattern.compile("\\s*--[ \\t]*limbeck:[ \\t]*vars[ \\t]+(.*)");

    private DeclaredVariables() {}

    static Set<String> in(Collection<ScriptFile> files) {
        Set<String> names = new TreeSet<>();
        files.forEach(file -> collect(file, names));
        return names;
    }

    private static void collect(ScriptFile file, Set<String> names) {
        // Names are ASCII, so bytes that are no text do no harm here.
        try (Stream<String> lines = Files.lines(file.path(), StandardCharsets.ISO_8859_1)) {
            lines.map(LINE::matcher)
                    .filter(Matcher::matches)
                    .flatMap(line -> Stream.of(line.group(1).split(",", -1)))
                    .map(String::strip)
                    .filter(VariableUse::isName)
                    .forEach(names::add);
        } catch (IOException e) {
            throw UnreadableFile.failure(file.shown(), e);
        }
    }
}
