package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ScriptException;
import dev.limbeck.script.RenderedText.Replacement;
import dev.limbeck.script.ScriptFile.FileState;
import dev.limbeck.sql.LexicalFeature;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import dev.limbeck.testing.Findings;
import dev.limbeck.testing.GoldenFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    private static final SqlLexicon LEXICON = SqlLexicon.standard("SQL");

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> directivesAreUnderstoodOrRefused() {
        return GoldenFiles.in("script", ScriptTest::compute);
    }

    private static Map<String, String> compute(Map<String, String> sections) {
        Direction direction = sections.containsKey("down") ? Direction.DOWN : Direction.UP;
        String text = sections.getOrDefault(direction.word(), "");
        Script script = of(text, direction);
        assertThat(facts(outline(text, direction))).isEqualTo(facts(script));
        return Map.of(
                "facts",
                "statements "
                        + script.statementCount()
                        + "\ntransaction off "
                        + script.transactionOff()
                        + "\nirreversible "
                        + script.irreversible().map(Irreversible::reason).orElse("no")
                        + "\nvariables "
                        + script.variables()
                        + "\n",
                "findings",
                Findings.of(script.findings()),
                "undefined",
                Findings.of(script.undefinedVariables(Map.of("known", "1"))));
    }

    private static Script outline(String text, Direction direction) {
        return Script.outline(
                origin(direction), ScriptSource.ofText(text), LEXICON, statement -> {});
    }

    private static List<Object> facts(Script script) {
        return List.of(
                script.statementCount(),
                script.transactionOff(),
                script.irreversible(),
                script.lockTimeout(),
                script.statementTimeout(),
                script.variables(),
                script.findings(),
                script.undefinedVariables(Map.of()));
    }

    @Test
    void anOutlineCantBeRun() {
        Script outline = outline("SELECT 1;\n", Direction.UP);
        assertThat(outline.statementCount()).isEqualTo(1);
        assertThatThrownBy(outline::checksum).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOutlineOfALongFileKnowsTheSame() throws IOException {
        String text = "SELECT 'é';\n".repeat(20_000) + "SELECT 'open";
        ScriptFile file = write(text);
        Script outline = Script.outline(file, ScriptSource.ofFile(file), LEXICON, statement -> {});
        assertThat(facts(outline)).isEqualTo(facts(Script.read(file, LEXICON)));
        assertThat(outline.statementCount()).isEqualTo(20_001);
    }

    @Test
    void variablesAreReplacedAfterSplitting() throws IOException {
        Script script =
                of(
                        "-- limbeck: vars a, b\nSELECT '${a}', ${b}, ${c}, $a;\nSELECT 2;",
                        Direction.UP);
        Map<String, String> values = Map.of("a", "x'; DROP TABLE t; --", "b", "");
        List<String> sent = new ArrayList<>();
        try (StatementReader reader = script.statements()) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                sent.add(script.render(next.get().text(), values).text());
            }
        }
        assertThat(sent).containsExactly("SELECT 'x'; DROP TABLE t; --', , ${c}, $a", "SELECT 2");
    }

    @Test
    void renderedTextKnowsWhereEachCharacterCameFrom() {
        Script script = of("-- limbeck: vars a, bb\nSELECT 1", Direction.UP);
        RenderedText text = script.render("x ${a} y ${bb} z", Map.of("a", "12345678", "bb", ""));
        assertThat(text.text()).isEqualTo("x 12345678 y  z");
        assertThat(text.replacements())
                .containsExactly(new Replacement(2, 8, 2, 4), new Replacement(13, 0, 9, 5));
        assertThat(text.sourceOffset(0)).isZero();
        assertThat(text.sourceOffset(5)).isEqualTo(2);
        assertThat(text.sourceOffset(11)).isEqualTo(7);
        assertThat(text.sourceOffset(14)).isEqualTo(15);
    }

    @Test
    void aDeclaredVariableWithoutValueIsNeverSent() {
        Script script = of("-- limbeck: vars a\nSELECT ${a}", Direction.UP);
        assertThatThrownBy(() -> script.render("SELECT ${a}", Map.of()))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("LMB-216");
    }

    @Test
    void anUndeclaredVariableIsPlainText() {
        Script script = of("SELECT '${a}'", Direction.UP);
        assertThat(script.render("SELECT '${a}'", Map.of("a", "1")).text())
                .isEqualTo("SELECT '${a}'");
        assertThat(script.undefinedVariables(Map.of())).isEmpty();
    }

    @Test
    void everyStatementIsShownOnceOnTheWay() throws IOException {
        ScriptFile file = write("SELECT 1;\nSELECT 2;\n");
        List<String> seen = new ArrayList<>();
        Script script =
                Script.read(file, LEXICON, (statement, tokens) -> seen.add(statement.text()));
        assertThat(seen).containsExactly("SELECT 1", "SELECT 2");
        assertThat(script.text()).contains("SELECT 1;\nSELECT 2;\n");
        assertThat(script.size()).isEqualTo(20);
        assertThat(script.file()).isEqualTo(file);
    }

    @Test
    void dataInsideAScriptCountsAndIsHandedOut() throws IOException {
        SqlLexicon copying = LEXICON.with(LexicalFeature.INLINE_COPY_DATA);
        String text = "COPY t FROM STDIN;\n1\ta\n2\tb\n\\.\nSELECT 1;\n";
        Script script = Script.of(text, origin(Direction.UP), copying);
        assertThat(script.statementCount()).isEqualTo(2);
        Script other = Script.of(text.replace("2\tb", "2\tc"), origin(Direction.UP), copying);
        assertThat(other.checksum().tokens()).isNotEqualTo(script.checksum().tokens());
        try (StatementReader reader = script.statements()) {
            assertThat(reader.next()).get().isInstanceOf(Statement.Copy.class);
            var data = new java.io.StringWriter();
            reader.inlineData().transferTo(data);
            assertThat(data.toString()).isEqualTo("1\ta\n2\tb\n");
        }
    }

    @Test
    void aFileThatChangedAfterItWasCheckedIsNotRun() throws IOException {
        ScriptFile file = write("SELECT 1;\n");
        Script script = Script.read(file, LEXICON);
        Files.writeString(file.path(), "SELECT 1;\r\n");
        try (StatementReader reader = script.statements()) {
            assertThat(reader.next()).isPresent();
        }
        Files.writeString(file.path(), "SELECT 2;\n");
        ScriptException changed = catchThrowableOfType(ScriptException.class, script::statements);
        assertThat(changed.code()).isEqualTo(ErrorCode.FILE_CHANGED);
        assertThatThrownBy(script::text).isInstanceOf(ScriptException.class);
        Files.delete(file.path());
        assertThatThrownBy(script::statements).isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatChangedSinceItsFolderWasReadIsNotRun() throws IOException {
        ScriptFile plain = write("SELECT 1;\n");
        BasicFileAttributes now = Files.readAttributes(plain.path(), BasicFileAttributes.class);
        FileState state = new FileState(now.size(), now.lastModifiedTime());
        assertThat(Script.read(with(plain, state), LEXICON).findings()).isEmpty();
        FileState earlier = new FileState(now.size(), FileTime.fromMillis(0));
        assertThat(Script.read(with(plain, earlier), LEXICON).findings())
                .extracting(Diagnostic::code)
                .containsExactly(ErrorCode.FILE_CHANGED);
    }

    @Test
    void aLargeFileIsStreamedAndCheckedBeforeAndWhileItRuns() throws IOException {
        String line = "INSERT INTO t VALUES (1, 'some text that makes the line a bit longer');\n";
        int count = 5 * 1024 * 1024 / line.length();
        ScriptFile file = write(line.repeat(count));
        Script script = Script.read(file, LEXICON);
        assertThat(script.statementCount()).isEqualTo(count);
        assertThat(script.text()).isEmpty();
        try (StatementReader reader = script.statements()) {
            int read = 0;
            while (reader.next().isPresent()) {
                read++;
            }
            assertThat(read).isEqualTo(count);
        }
        StatementReader reader = script.statements();
        assertThat(reader.next()).isPresent();
        Files.writeString(file.path(), line.repeat(count - 1) + line.replace("1", "2"));
        assertThatThrownBy(
                        () -> {
                            while (reader.next().isPresent()) {
                                // Reads on to the place that changed.
                            }
                        })
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("LMB-213");
        reader.close();
        assertThatThrownBy(script::statements).isInstanceOf(ScriptException.class);
    }

    @Test
    void aWrongByteIsNamedWithItsPlace() throws IOException {
        byte[] bytes = "SELECT 1;\nSELECT '\u00e4?';\n".getBytes(StandardCharsets.UTF_8);
        bytes[20] = (byte) 0xFC;
        ScriptFile file = write("");
        Files.write(file.path(), bytes);
        assertThat(Findings.of(Script.read(file, LEXICON).findings()))
                .isEqualTo(
                        """
                        error[LMB-201]: byte 0xFC is not valid UTF-8 here
                          --> a.up.sql:2:10
                          = hint: save the file as UTF-8
                        """);
    }

    @Test
    void aMissingFileIsAFinding() {
        ScriptFile missing =
                new ScriptFile(
                        folder.resolve("no.up.sql"),
                        Path.of("no.up.sql"),
                        Direction.UP,
                        "no",
                        Optional.empty());
        assertThat(Script.read(missing, LEXICON).findings())
                .extracting(Diagnostic::code)
                .containsExactly(ErrorCode.FILE_UNREADABLE);
    }

    @Test
    void anyBytesGiveAScriptOrFindings() throws IOException {
        Random random = new Random(5);
        String[] pieces = {
            "-- limbeck: vars ",
            "-- limbeck: ",
            "ignore LMB-217 x\n",
            "a, b\n",
            "${a}",
            "SELECT 1;",
            "\n",
            "transaction off\n",
            "irreversible\n",
            "'",
            "/*",
            "\ufeff",
            "é",
            ";"
        };
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(15);
            for (int k = 0; k < length; k++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextInt(4) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            ScriptFile file = write("");
            Files.write(file.path(), bytes);
            Script script = Script.read(file, LEXICON);
            assertThat(script.checksum().exact())
                    .as("case %d", i)
                    .isEqualTo(Checksum.exactOf(file.path()));
        }
    }

    private static ScriptFile with(ScriptFile file, FileState state) {
        return new ScriptFile(
                file.path(),
                file.shown(),
                file.direction(),
                file.stem(),
                file.variant(),
                Optional.of(state));
    }

    private ScriptFile write(String text) throws IOException {
        Path file = folder.resolve("a.up.sql");
        Files.writeString(file, text);
        return new ScriptFile(file, Path.of("a.up.sql"), Direction.UP, "a", Optional.empty());
    }

    private static Script of(String text, Direction direction) {
        return Script.of(text, origin(direction), LEXICON);
    }

    private static ScriptFile origin(Direction direction) {
        Path name = Path.of("a." + direction.word() + ".sql");
        return new ScriptFile(name, name, direction, "a", Optional.empty());
    }
}
