package dev.limbeck.cli.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.limbeck.cli.Main;
import dev.limbeck.cli.print.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every command that README.md and docs/ show, and compares what it prints with the page. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    @TestFactory
    Stream<DynamicTest> everyCommandPrintsWhatThePageShows() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(ROOT.resolve("docs"))) {
            walk.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        pages.add(ROOT.resolve("README.md"));
        return pages.stream()
                .map(DocumentationTest::transcript)
                .filter(transcript -> !transcript.steps().isEmpty())
                .map(
                        transcript ->
                                DynamicTest.dynamicTest(
                                        ROOT.relativize(transcript.page()).toString(),
                                        transcript.page().toUri(),
                                        () -> follow(transcript)));
    }

    private static Transcript transcript(Path page) {
        try {
            return Transcript.of(page, Files.readAllLines(page, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("can't read " + page, e);
        }
    }

    /** Runs a page's commands in one empty folder, top to bottom. */
    private static void follow(Transcript transcript) throws Exception {
        Path folder = Files.createTempDirectory("limbeck-docs");
        Path here = folder;
        Map<Transcript.Step, String> corrections = new LinkedHashMap<>();
        for (Transcript.Step step : transcript.steps()) {
            String place = ROOT.relativize(transcript.page()) + ":" + step.line();
            String command = step.command();
            if (command.startsWith("cd ")) {
                here = here.resolve(command.substring(3).strip()).normalize();
                assertTrue(Files.isDirectory(here), () -> place + ": no folder for " + command);
                continue;
            }
            String printed =
                    command.startsWith("limbeck ") || command.startsWith("./limbeck ")
                            ? limbeck(command, here)
                            : shell(command, here);
            // The program shows paths from where the process stands, which here is the module.
            printed = printed.replace(here + "/", "");
            if (!step.matches(printed)) {
                if (UPDATE) {
                    corrections.put(step, printed);
                } else {
                    assertEquals(step.expected(), printed, place + ": " + command);
                }
            }
        }
        correct(transcript.page(), corrections);
        deleteTree(folder);
    }

    /** Writes what commands really print into a page, with {@code -Dgolden=update}. */
    private static void correct(Path page, Map<Transcript.Step, String> corrections)
            throws IOException {
        if (corrections.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(page, StandardCharsets.UTF_8));
        List<Transcript.Step> lastFirst = new ArrayList<>(corrections.keySet());
        Collections.reverse(lastFirst);
        for (Transcript.Step step : lastFirst) {
            List<String> shown = lines.subList(step.outputLine() - 1, step.end() - 1);
            shown.clear();
            shown.addAll(corrections.get(step).lines().toList());
        }
        Files.write(page, lines, StandardCharsets.UTF_8);
    }

    private static String limbeck(String command, Path folder) throws IOException {
        List<String> arguments = new ArrayList<>();
        Matcher words = WORD.matcher(command);
        while (words.find()) {
            for (int group = 1; group <= 3; group++) {
                if (words.group(group) != null) {
                    arguments.add(words.group(group));
                }
            }
        }
        boolean inCheckout = arguments.remove(0).startsWith("./");
        Path where = inCheckout ? checkout(folder) : folder;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            Main.run(
                    arguments,
                    new Terminal(
                            new ByteArrayInputStream(new byte[0]),
                            both,
                            both,
                            Map.of("NO_COLOR", "1"),
                            where,
                            Set.of()));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What a page runs in the checkout is run on a copy of the sample project. */
    private static Path checkout(Path folder) throws IOException {
        Path copy = folder.resolve("migrations");
        if (!Files.exists(copy)) {
            Path source = ROOT.resolve("migrations");
            try (Stream<Path> walk = Files.walk(source)) {
                for (Path from : (Iterable<Path>) walk::iterator) {
                    if (from.toString().contains(".limbeck")) {
                        continue;
                    }
                    Path to = copy.resolve(source.relativize(from).toString());
                    if (Files.isDirectory(from)) {
                        Files.createDirectories(to);
                    } else {
                        Files.copy(from, to);
                    }
                }
            }
        }
        return folder;
    }

    private static String shell(String command, Path folder)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("sh", "-c", command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    private static void deleteTree(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = new ArrayList<>(walk.toList());
        }
        for (int index = paths.size() - 1; index >= 0; index--) {
            Files.delete(paths.get(index));
        }
    }
}
