package dev.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The work and the memory that splitting takes, counted in characters, not by the clock. */
class SplitWorkTest {
    private static final Path SHOWN = Path.of("script.sql");

    /** How often a character may be looked at or copied, all in all. */
    private static final int MOST_PER_CHARACTER = 64;

    private static final SqlLexicon EVERYTHING =
            Lexicons.SLASHED.with(LexicalFeature.values()).with(Lexicons.ESCAPING.clientCommands());

    private static final List<SqlLexicon> LEXICONS =
            List.of(
                    SqlLexicon.standard("standard"),
                    Lexicons.ESCAPING,
                    Lexicons.COMPOUND,
                    Lexicons.SLASHED,
                    Lexicons.SLASHED.with(LexicalFeature.DOLLAR_QUOTES),
                    EVERYTHING,
                    EVERYTHING.without(
                            LexicalFeature.FREE_OPERATORS,
                            LexicalFeature.EXECUTABLE_COMMENTS,
                            LexicalFeature.HASH_COMMENTS));

    /** Texts that are repeated: each tempts some part of the splitter to look again and again. */
    static Stream<String> tempting() {
        return Stream.of(
                "'",
                "\"",
                "`",
                "[",
                "''",
                "\\",
                "\\'",
                "$",
                "$a",
                "$a$b",
                "$aaaaaaaa",
                "$$",
                "/",
                "/ ",
                "/\n",
                "\n/\n",
                "\n/ x",
                "/*",
                "*/",
                "/*/",
                "/*!",
                "/*! */",
                "--",
                "-- ",
                "-",
                "+-",
                "- -",
                "#",
                "E'",
                "E'\n",
                "q'[",
                "nq'",
                "(",
                ")",
                "()",
                ";",
                " ; ",
                "BEGIN ",
                "END ",
                "CASE ",
                "CASE END ",
                "IF ",
                "CREATE ",
                "CREATE PROCEDURE p() ",
                "create procedure p() begin ",
                "WITH FUNCTION ",
                "CREATE OR ",
                "DEFINER ",
                "a.b.",
                ".",
                "..",
                "1.",
                "1e",
                "0x",
                "12_",
                "1a",
                ":",
                "::",
                ":a",
                "?",
                "@",
                "@@",
                "|",
                "\\g",
                "\\a",
                "\\\\",
                "\\i x\n",
                "\n\\echo x \\echo ",
                "\nPROMPT -\n",
                "\nREM \n",
                "\nSET DEFINE OFF\n",
                "\n@x\n",
                "\nEXIT\nx;",
                "\nDELIMITER //\n",
                "\nDELIMITER ",
                "\nCREATE TYPE x;\n",
                ";\nCREATE ",
                "COPY t FROM STDIN;\n\\.\n",
                "COPY t FROM STDIN;",
                "\\.\n",
                "\n-- limbeck: delimiter ;\n",
                "-- limbeck: x",
                "\n-- limbeck: x y",
                "\n-- limbeck: statement begin\n",
                "\n-- limbeck: statement end\n",
                "\n-- limbeck: delimiter $$\n$a",
                "\n-- limbeck: delimiter GO\nGOGO",
                "\r",
                "\r\n",
                " ",
                "\uFEFF",
                "\u00e9",
                "abc ");
    }

    @ParameterizedTest
    @MethodSource("tempting")
    void workGrowsWithTheTextAndNoFaster(String piece) throws IOException {
        for (String prefix : List.of("", "SELECT ", "BEGIN ", "CREATE PROCEDURE p() BEGIN ")) {
            String script = prefix + piece.repeat(10_000 / piece.length());
            for (SqlLexicon lexicon : LEXICONS) {
                assertThat(workPerCharacter(script, lexicon))
                        .as("%s in %s", script.substring(0, 40), lexicon.name())
                        .isLessThan(MOST_PER_CHARACTER);
            }
        }
    }

    private static double workPerCharacter(String script, SqlLexicon lexicon) throws IOException {
        CharWindow window = CharWindow.over(new StringReader(script));
        try (StatementReader reader = new ScriptReader(window, lexicon, SHOWN)) {
            while (reader.next().isPresent()) {
                // Only the work of reading counts.
            }
        }
        return (double) window.work() / script.length();
    }

    @Test
    void memoryIsBoundedByTheLargestStatement() throws IOException {
        CharWindow window =
                CharWindow.over(new Repeated("INSERT INTO t VALUES (1, 'one');\n", 100_000));
        int count = 0;
        try (StatementReader reader = new ScriptReader(window, Lexicons.ESCAPING, SHOWN)) {
            while (reader.next().isPresent()) {
                count++;
            }
        }
        assertThat(count).isEqualTo(100_000);
        assertThat(window.chars()).hasSize(1 << 16);
    }

    @Test
    void longGapsAndDataAreNotKept() throws IOException {
        SqlLexicon copying = SqlLexicon.standard("copying").with(LexicalFeature.INLINE_COPY_DATA);
        Map<String, Reader> scripts = new TreeMap<>();
        scripts.put("comments", new Repeated("-- nothing here\n", 100_000));
        scripts.put("terminators", new Repeated(" ; ", 300_000));
        scripts.put("data", new Repeated("COPY t FROM STDIN;\n", "1\tone\ttwo\n", 100_000));
        for (Map.Entry<String, Reader> script : scripts.entrySet()) {
            CharWindow window = CharWindow.over(script.getValue());
            try (StatementReader reader = new ScriptReader(window, copying, SHOWN)) {
                while (reader.next().isPresent()) {
                    // Inline data is passed over.
                }
            }
            assertThat(window.chars()).as(script.getKey()).hasSize(1 << 16);
        }
    }

    @Test
    void inlineDataIsHandedOutWithoutBeingKept() throws IOException {
        SqlLexicon copying = SqlLexicon.standard("copying").with(LexicalFeature.INLINE_COPY_DATA);
        CharWindow window =
                CharWindow.over(new Repeated("COPY t FROM STDIN;\n", "1\tone\ttwo\n", 100_000));
        try (StatementReader reader = new ScriptReader(window, copying, SHOWN)) {
            assertThat(reader.next()).isPresent();
            long length = reader.inlineData().transferTo(Writer.nullWriter());
            assertThat(length).isEqualTo(100_000L * "1\tone\ttwo\n".length());
            assertThat(reader.next()).isEmpty();
        }
        assertThat(window.chars()).hasSize(1 << 16);
    }
}
