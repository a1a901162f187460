package dev.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.limbeck.testing.GoldenFiles;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** What holds for every script and every lexicon. */
public final class SplitLaw {
    private static final Path SHOWN = Path.of("script.sql");

    private SplitLaw() {}

    /** Checks all of it. */
    public static void check(String script, SqlLexicon lexicon) {
        SplitScript whole = StatementSplitter.split(script, lexicon, SHOWN);
        piecesAreTheScript(script, lexicon);
        placesAreRight(script, whole);
        nothingDependsOnChunks(script, lexicon, whole);
        tokensAreTheText(script, lexicon);
        gapsHoldNoCode(script, lexicon, whole);
    }

    /** Checks all of it for made-up scripts. */
    public static void checkMadeUp(SqlLexicon lexicon, int scripts, long seed) {
        for (int i = 0; i < scripts; i++) {
            String script = new ScriptGenerator(seed + i).script(60);
            assertThatCode(() -> check(script, lexicon))
                    .as("seed %d, lexicon %s, script:%n%s", seed + i, lexicon, script)
                    .doesNotThrowAnyException();
        }
    }

    /** Checks all of it for the inputs of this module's golden cases, each with mistakes. */
    public static void checkWithMistakes(SqlLexicon lexicon, int scripts, long seed) {
        List<String> inputs = inputs();
        for (int i = 0; i < scripts; i++) {
            String input = inputs.get(new Random(seed + i).nextInt(inputs.size()));
            String script = new ScriptGenerator(seed + i).mutated(input);
            assertThatCode(() -> check(script, lexicon))
                    .as("seed %d, lexicon %s, script:%n%s", seed + i, lexicon, script)
                    .doesNotThrowAnyException();
        }
    }

    private static List<String> inputs() {
        List<String> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden/split"))) {
            for (Path file : files.sorted().toList()) {
                inputs.add(GoldenFiles.read(file).getOrDefault("input", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inputs;
    }

    private static String withoutMark(String script) {
        return script.startsWith("\uFEFF") ? script.substring(1) : script;
    }

    private static void piecesAreTheScript(String script, SqlLexicon lexicon) {
        String text = withoutMark(script);
        StringBuilder pieces = new StringBuilder();
        try (StatementReader reader =
                StatementSplitter.open(new StringReader(script), lexicon, SHOWN)) {
            for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
                assertThat(reader.gap().end()).isEqualTo(next.get().span().start());
                append(pieces, text, reader.gap());
                assertThat(next.get().text()).isNotEmpty();
                assertThat(next.get().span().start()).isEqualTo(pieces.length());
                pieces.append(next.get().text());
                assertThat(next.get().span().end()).isEqualTo(pieces.length());
            }
            append(pieces, text, reader.gap());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(pieces.toString()).isEqualTo(text);
    }

    private static void append(StringBuilder pieces, String text, SourceSpan gap) {
        assertThat(gap.start()).isEqualTo(pieces.length());
        pieces.append(text, (int) gap.start(), (int) gap.end());
    }

    private static void placesAreRight(String script, SplitScript split) {
        String text = withoutMark(script);
        SourceSpan origin = new SourceSpan(0, 0, 1, 1);
        List<Directive> directives = new ArrayList<>(split.trailingDirectives());
        for (Statement statement : split.statements()) {
            assertPlace(text, origin, statement.span());
            directives.addAll(statement.directives());
        }
        for (Directive directive : directives) {
            assertPlace(text, origin, directive.span());
            String comment =
                    text.substring((int) directive.span().start(), (int) directive.span().end());
            assertThat(comment).startsWith("--").contains("limbeck:", directive.argument());
        }
    }

    private static void assertPlace(String text, SourceSpan origin, SourceSpan span) {
        TextPosition place = TextPosition.in(text, origin, (int) span.start());
        assertThat(new TextPosition(span.line(), span.column())).isEqualTo(place);
    }

    private static void nothingDependsOnChunks(
            String script, SqlLexicon lexicon, SplitScript whole) {
        for (int chunk : new int[] {1, 7}) {
            List<Statement> statements = new ArrayList<>();
            try (StatementReader reader =
                    new ScriptReader(
                            CharWindow.over(new Chunks(script, chunk), 1 << 20), lexicon, SHOWN)) {
                for (Optional<Statement> next = reader.next();
                        next.isPresent();
                        next = reader.next()) {
                    statements.add(next.get());
                }
                assertThat(
                                new SplitScript(
                                        statements, reader.trailingDirectives(), reader.findings()))
                        .isEqualTo(whole);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void tokensAreTheText(String script, SqlLexicon lexicon) {
        StringBuilder text = new StringBuilder();
        for (SqlToken token : SqlTokenizer.tokenize(script, lexicon)) {
            assertThat(token.offset()).isEqualTo(text.length());
            assertThat(token.text()).isNotEmpty();
            text.append(token.text());
        }
        assertThat(text.toString()).isEqualTo(script);
    }

    /** Where nothing guides splitting, what lies between statements is blank, or a terminator. */
    private static void gapsHoldNoCode(String script, SqlLexicon lexicon, SplitScript split) {
        boolean guided =
                !split.findings().isEmpty()
                        || split.statements().stream()
                                .anyMatch(
                                        statement ->
                                                !statement.directives().isEmpty()
                                                        || !statement.isSent()
                                                        || statement instanceof Statement.Copy);
        if (guided) {
            return;
        }
        String text = withoutMark(script);
        int from = 0;
        for (Statement statement : split.statements()) {
            assertNoCode(text.substring(from, (int) statement.span().start()), lexicon);
            from = (int) statement.span().end();
        }
        assertNoCode(text.substring(from), lexicon);
    }

    private static void assertNoCode(String gap, SqlLexicon lexicon) {
        if (gap.contains("\\")) {
            // A client's terminator, such as \g, is a token of its own only for the splitter.
            return;
        }
        for (SqlToken token : SqlTokenizer.significant(gap, lexicon)) {
            assertThat(token.text()).isIn(";", "/");
        }
    }

    /** Hands a text out in pieces of at most so many characters. */
    private static final class Chunks extends Reader {
        private final StringReader text;
        private final int most;

        Chunks(String text, int most) {
            this.text = new StringReader(text);
            this.most = most;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            return text.read(into, offset, Math.min(length, most));
        }

        @Override
        public void close() {
            text.close();
        }
    }
}
