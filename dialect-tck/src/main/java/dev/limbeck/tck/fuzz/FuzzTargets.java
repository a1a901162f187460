package dev.limbeck.tck.fuzz;

import dev.limbeck.config.ConfigReader;
import dev.limbeck.config.ConfigRequest;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRefParser;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Migrations;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import dev.limbeck.sql.StatementSplitter;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything that reads what users write. */
public final class FuzzTargets {
    private static final Path SHOWN = Path.of("script.sql");

    private FuzzTargets() {}

    private record Target(String name, List<String> seeds, List<String> words, Reading reading)
            implements FuzzTarget {
        @Override
        public void take(String input) throws IOException {
            reading.read(input);
        }
    }

    @FunctionalInterface
    private interface Reading {
        void read(String input) throws IOException;
    }

    /** The splitter, with a dialect's lexicon: pieces and gaps are the script, whatever it is. */
    public static FuzzTarget splitter(Dialect dialect) {
        return new Target(
                "splitter-" + dialect.id(),
                FuzzWords.STATEMENTS,
                FuzzWords.SQL,
                input -> {
                    StringBuilder pieces = new StringBuilder();
                    String text = input.startsWith("\ufeff") ? input.substring(1) : input;
                    try (StatementReader reader = open(dialect, input)) {
                        Optional<Statement> next = reader.next();
                        for (; next.isPresent(); next = reader.next()) {
                            pieces.append(
                                    text, (int) reader.gap().start(), (int) reader.gap().end());
                            pieces.append(next.get().text());
                            SqlTokenizer.significant(next.get().text(), dialect.lexicon());
                        }
                        pieces.append(text, (int) reader.gap().start(), (int) reader.gap().end());
                    }
                    if (!pieces.toString().equals(text)) {
                        throw new IllegalStateException("pieces and gaps are not the script");
                    }
                });
    }

    private static StatementReader open(Dialect dialect, String input) throws IOException {
        return StatementSplitter.open(new StringReader(input), dialect.lexicon(), SHOWN);
    }

    /** The interpreter of a dialect's DDL, statement after statement from an empty schema. */
    public static FuzzTarget interpreter(Dialect dialect, SchemaSupport support) {
        return new Target(
                "interpreter-" + dialect.id(),
                FuzzWords.STATEMENTS,
                FuzzWords.SQL,
                input -> {
                    DdlInterpreter interpreter =
                            DdlInterpreter.begin(support.ddl(), dialect.lexicon());
                    Schema schema = Schema.empty();
                    try (StatementReader reader = open(dialect, input)) {
                        Optional<Statement> next = reader.next();
                        for (; next.isPresent(); next = reader.next()) {
                            DdlInterpreter.Step step = interpreter.apply(schema, next.get(), SHOWN);
                            schema = step.schema();
                            interpreter = step.next();
                        }
                    }
                });
    }

    /**
     * The reader of headers and directives, by way of a project with one file.
     *
     * @param folder an empty one
     */
    public static FuzzTarget headers(Path folder) {
        ProjectConfig config =
                ProjectConfig.in(folder).migrations(List.of(folder.resolve("migrations"))).build();
        return new Target(
                "headers",
                FuzzWords.HEADERS,
                FuzzWords.HEADER_WORDS,
                input -> {
                    write(folder.resolve("migrations").resolve("one_step.up.sql"), input);
                    finding(() -> Migrations.read(config, List.of("h2")).graph());
                });
    }

    /**
     * The reader of {@code limbeck.toml}.
     *
     * @param folder an empty one
     */
    public static FuzzTarget configuration(Path folder) {
        ConfigRequest request =
                ConfigRequest.in(folder)
                        .withVariables(Map.of("NAME", "value"))
                        .withEnvironment("prod");
        return new Target(
                "configuration",
                FuzzWords.CONFIGURATIONS,
                FuzzWords.CONFIGURATION_WORDS,
                input -> {
                    write(folder.resolve("limbeck.toml"), input);
                    finding(() -> ConfigReader.read(request).toString());
                });
    }

    /** Names of revisions and ranges, resolved in a graph with branches, labels and a merge. */
    public static FuzzTarget names() {
        RevisionGraph graph =
                RevisionGraph.of(
                        List.of(
                                revision("ae101", List.of(), List.of("shop")),
                                revision("ae102", List.of("ae101"), List.of()),
                                revision("be201", List.of("ae101"), List.of("billing")),
                                revision("ce301", List.of("ae102", "be201"), List.of()),
                                revision("de401", List.of("be201"), List.of())));
        HeadSet rows = HeadSet.of(List.of(new RevisionId("ae102"), new RevisionId("be201")));
        return new Target(
                "names",
                FuzzWords.NAMES,
                FuzzWords.NAME_WORDS,
                input -> {
                    finding(() -> graph.resolve(RevisionRefParser.parse(input), rows).size());
                    finding(() -> graph.resolve(RevisionRefParser.parseTarget(input), rows).size());
                    finding(() -> graph.range(RevisionRefParser.parseRange(input), rows).size());
                });
    }

    private static Revision revision(String id, List<String> parents, List<String> labels) {
        return new Revision(
                new RevisionId(id),
                parents,
                labels,
                List.of(),
                "step " + id,
                Optional.empty(),
                Path.of(id + ".up.sql"),
                Map.of());
    }

    private static void write(Path file, String text) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        // What can't be encoded becomes a question mark.
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    @FunctionalInterface
    private interface Question {
        Object answer();
    }

    private static void finding(Question question) {
        Consumer<Object> read = answer -> {};
        try {
            read.accept(question.answer());
        } catch (LimbeckException found) {
            if (found.diagnostics().isEmpty()) {
                throw new IllegalStateException("a refusal that says nothing", found);
            }
        }
    }
}
