package dev.limbeck.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Golden cases: one file a case, cut into sections by lines such as {@code -- input --}.
 *
 * <p>With {@code -Dgolden=update} a section that differs is written anew instead of failing; read
 * the change before you commit it.
 */
public final class GoldenFiles {
    private static final Pattern SECTION =
            Pattern.compile("(?m)^-- ([a-z][A-Za-z0-9 .:_/-]*) --\n");
    private static final Path ROOT = Path.of("src/test/resources/golden");

    private GoldenFiles() {}

    /** What a case does with its sections: returns the sections it computed, to be compared. */
    @FunctionalInterface
    public interface Case {
        Map<String, String> compute(Map<String, String> sections) throws Exception;
    }

    /** Returns a test for each {@code .txt} file in a folder below {@code golden/}. */
    public static Stream<DynamicTest> in(String folder, Case body) {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(ROOT.resolve(folder))) {
            files = walk.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (files.isEmpty()) {
            throw new IllegalStateException("no golden files in " + folder);
        }
        return files.stream().map(file -> test(file, body));
    }

    /**
     * Returns a test for each of some files in a folder below {@code golden/}, named without
     * ending.
     */
    public static Stream<DynamicTest> of(String folder, List<String> names, Case body) {
        return names.stream().map(name -> test(ROOT.resolve(folder).resolve(name + ".txt"), body));
    }

    private static DynamicTest test(Path file, Case body) {
        return DynamicTest.dynamicTest(
                file.getFileName().toString(),
                file.toAbsolutePath().toUri(),
                () -> run(file, body));
    }

    private static void run(Path file, Case body) throws Exception {
        Map<String, String> sections = read(file);
        Map<String, String> computed = body.compute(sections);
        if ("update".equals(System.getProperty("golden"))) {
            Map<String, String> updated = new LinkedHashMap<>(sections);
            updated.putAll(computed);
            if (!updated.equals(sections)) {
                Files.writeString(file, write(updated));
            }
            return;
        }
        for (Map.Entry<String, String> entry : computed.entrySet()) {
            assertEquals(
                    sections.getOrDefault(entry.getKey(), ""),
                    entry.getValue(),
                    () -> "section '" + entry.getKey() + "' of " + file);
        }
    }

    /** Reads a file's sections; text before the first one is under the empty name. */
    public static Map<String, String> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Map<String, String> sections = new LinkedHashMap<>();
        Matcher matcher = SECTION.matcher(text);
        String name = "";
        int start = 0;
        while (matcher.find()) {
            sections.put(name, text.substring(start, matcher.start()));
            name = matcher.group(1);
            start = matcher.end();
        }
        sections.put(name, text.substring(start));
        return sections;
    }

    private static String write(Map<String, String> sections) {
        StringBuilder text = new StringBuilder();
        sections.forEach(
                (name, body) -> {
                    if (!name.isEmpty()) {
                        text.append("-- ").append(name).append(" --\n");
                    }
                    text.append(body);
                    if (!body.isEmpty() && !body.endsWith("\n")) {
                        text.append('\n');
                    }
                });
        return text.toString();
    }
}
