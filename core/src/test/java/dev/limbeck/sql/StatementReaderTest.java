package dev.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StatementReaderTest {
    private static final Path SHOWN = Path.of("up.sql");

    private static final SqlLexicon LEXICON =
            SqlLexicon.standard("standard").with(LexicalFeature.INLINE_COPY_DATA);

    private static StatementReader open(String script) throws IOException {
        return StatementSplitter.open(new StringReader(script), LEXICON, SHOWN);
    }

    private static SplitScript split(String script) {
        return StatementSplitter.split(script, LEXICON, SHOWN);
    }

    private static String read(Reader reader) throws IOException {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return text.toString();
    }

    @Test
    void byteOrderMarkIsNotCounted() {
        SplitScript script = split("\uFEFFSELECT 1; SELECT 2");
        assertThat(script.statements())
                .extracting(Statement::span)
                .containsExactly(new SourceSpan(0, 8, 1, 1), new SourceSpan(10, 18, 1, 11));
    }

    @Test
    void byteOrderMarkFurtherOnIsWhiteSpace() {
        SplitScript script = split("SELECT 1;\n\uFEFFSELECT 2;");
        assertThat(script.statements())
                .extracting(Statement::text)
                .containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void everyKindOfLineEndIsCountedOnce() {
        SplitScript script = split("a;\nb;\r\nc;\rd;\r\r\n e;\n\rf\r\n ,'\r\n';g");
        assertThat(script.statements())
                .extracting(Statement::span)
                .extracting(span -> span.line() + ":" + span.column())
                .containsExactly("1:1", "2:1", "3:1", "4:1", "6:2", "8:1", "10:3");
    }

    @Test
    void textKeepsItsLineEnds() {
        assertThat(split(" SELECT\r\n1 -- one\r\n ;").statements().get(0).text())
                .isEqualTo("SELECT\r\n1");
    }

    @Test
    void emptyScriptsHoldNothing() {
        for (String script : new String[] {"", " \n", ";", "-- a", "/* a */;", "\uFEFF"}) {
            assertThat(split(script).statements()).as(script).isEmpty();
            assertThat(split(script).findings()).as(script).isEmpty();
        }
    }

    @Test
    void inlineDataHasPlainLineEnds() throws IOException {
        try (StatementReader reader =
                open("COPY t FROM STDIN;\r\n1\ta\r\n\r\n2\tb\rc\r\n\\.\r\nx")) {
            Statement.Copy copy = (Statement.Copy) reader.next().orElseThrow();
            assertThat(copy.dataLine()).isEqualTo(2);
            assertThat(read(reader.inlineData())).isEqualTo("1\ta\n\n2\tb\rc\n");
            assertThat(reader.next().orElseThrow().span().line()).isEqualTo(7);
        }
    }

    @Test
    void carriageReturnsEndTheLinesOfDataWhereTheyEndThoseOfTheScript() throws IOException {
        try (StatementReader reader = open("COPY t FROM STDIN;\r1\r2\r\\.\rx;")) {
            reader.next();
            assertThat(read(reader.inlineData())).isEqualTo("1\n2\n");
            assertThat(reader.next().orElseThrow().text()).isEqualTo("x");
        }
    }

    @Test
    void inlineDataMayBeReadInPartOrNotAtAll() throws IOException {
        try (StatementReader reader =
                open("COPY t FROM STDIN;\n1\n2\n\\.\nCOPY u FROM STDIN;\n3;\n\\.\nSELECT 1")) {
            reader.next();
            assertThat(reader.inlineData().read()).isEqualTo('1');
            assertThat(reader.next().orElseThrow().text()).isEqualTo("COPY u FROM STDIN");
            assertThat(reader.next().orElseThrow().text()).isEqualTo("SELECT 1");
            assertThat(reader.next()).isEmpty();
            assertThat(reader.findings()).isEmpty();
        }
    }

    @Test
    void dataThatWasPassedCanNoLongerBeRead() throws IOException {
        try (StatementReader reader = open("COPY t FROM STDIN;\n1\n\\.\nSELECT 1;")) {
            reader.next();
            Reader data = reader.inlineData();
            reader.next();
            assertThat(data.read()).isEqualTo(-1);
            assertThatThrownBy(reader::inlineData).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void dataThatIsNotEndedIsReportedWhereItsStatementStands() throws IOException {
        try (StatementReader reader = open("SELECT 1;\n  COPY t FROM STDIN;\n1\n2")) {
            reader.next();
            reader.next();
            assertThat(read(reader.inlineData())).isEqualTo("1\n2");
            assertThat(reader.next()).isEmpty();
            assertThat(reader.findings())
                    .extracting(Diagnostic::code, finding -> finding.where().orElseThrow())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    ErrorCode.UNTERMINATED, new SourceLocation(SHOWN, 2, 3)));
        }
    }

    @Test
    void endOfAScriptIsReportedAgainAndAgain() throws IOException {
        try (StatementReader reader = open("SELECT 1; -- limbeck: vars a\n-- limbeck: vars b\n")) {
            reader.next();
            assertThat(reader.trailingDirectives()).isEmpty();
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
            assertThat(reader.trailingDirectives())
                    .extracting(Directive::argument)
                    .containsExactly("b");
            assertThat(reader.gap()).isEqualTo(new SourceSpan(8, 48, 1, 9));
        }
    }

    @Test
    void closingClosesTheScript() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        Reader script =
                new StringReader("SELECT 1;") {
                    @Override
                    public void close() {
                        closed.set(true);
                        super.close();
                    }
                };
        StatementSplitter.open(script, LEXICON, SHOWN).close();
        assertThat(closed).isTrue();
    }

    @Test
    void whatNeverEndsDoesNotFillMemory() throws IOException {
        String script = "SELECT 1;\nSELECT 'a;\n" + "x\n".repeat(5000);
        CharWindow window = CharWindow.over(new StringReader(script), 1000);
        try (StatementReader reader = new ScriptReader(window, LEXICON, SHOWN)) {
            assertThat(reader.next().orElseThrow().text()).isEqualTo("SELECT 1");
            Optional<Statement> next = reader.next();
            assertThat(next).isEmpty();
            assertThat(reader.findings())
                    .extracting(Diagnostic::toString)
                    .singleElement()
                    .asString()
                    .contains("STATEMENT_TOO_LONG", "up.sql:2:8", "1000 characters");
            assertThat(reader.gap()).isEqualTo(new SourceSpan(8, script.length(), 1, 9));
        }
        assertThat(window.chars()).hasSize(1000);
    }

    @Test
    void commentThatNeverEndsIsReportedWhereItBegins() throws IOException {
        String script = "SELECT 1;\n /* a\n" + "x\n".repeat(5000);
        CharWindow window = CharWindow.over(new StringReader(script), 1000);
        try (StatementReader reader = new ScriptReader(window, LEXICON, SHOWN)) {
            assertThat(reader.next()).isPresent();
            assertThat(reader.next()).isEmpty();
            assertThat(reader.findings().get(0).where()).contains(new SourceLocation(SHOWN, 2, 2));
            assertThat(reader.gap()).isEqualTo(new SourceSpan(8, script.length(), 1, 9));
        }
    }

    @Test
    void statementLongerThanAllowedIsReportedWhereItBegins() throws IOException {
        String script = "\n  SELECT 1" + " + 1".repeat(1000) + ";\nSELECT 2;";
        CharWindow window = CharWindow.over(new StringReader(script), 1000);
        try (StatementReader reader = new ScriptReader(window, LEXICON, SHOWN)) {
            assertThat(reader.next()).isEmpty();
            assertThat(reader.findings().get(0).where()).contains(new SourceLocation(SHOWN, 2, 3));
        }
    }

    @Test
    void findingsStopAtANumberNobodyReads() {
        SplitScript script = StatementSplitter.split("@a\n".repeat(5000), Lexicons.SLASHED, SHOWN);
        assertThat(script.findings()).hasSize(1001);
        assertThat(script.findings().get(1000).message()).contains("left out");
        assertThat(script.statements()).hasSize(5000);
    }

    @Test
    void statementTakesTheDirectivesBeforeAndInsideIt() {
        SplitScript script =
                split(
                        "-- limbeck: ignore A b\nSELECT 1;\n"
                                + "SELECT\n  -- limbeck: renamed-from c\n 2;\n SELECT 3;");
        assertThat(script.statements())
                .extracting(statement -> statement.directives().size())
                .containsExactly(1, 1, 0);
        Directive inside = script.statements().get(1).directives().get(0);
        assertThat(inside)
                .isEqualTo(new Directive("renamed-from", "c", new SourceSpan(42, 68, 4, 3), 28));
    }
}
