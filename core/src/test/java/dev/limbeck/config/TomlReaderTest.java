package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Our reader against another one, which serves as the judge of what is TOML and what it says. */
class TomlReaderTest {
    private static final String[] PIECES = {
        "a",
        "b",
        "c.d",
        "\"q k\"",
        "'l'",
        " = ",
        "=",
        "\n",
        "\n",
        "\n",
        "\r\n",
        "[a]",
        "[b.c]",
        "[[t]]",
        "[[t.u]]",
        "[",
        "]",
        "{",
        "}",
        ",",
        ", ",
        "1",
        "-17",
        "+0",
        "1_000",
        "0x1F",
        "0o17",
        "0b101",
        "1.5",
        "-2e10",
        "6.02e+23",
        "inf",
        "nan",
        "true",
        "false",
        "\"s\"",
        "'t'",
        "\"\\n\\u00e4\\\"\"",
        "\"\"\"m\nn\"\"\"",
        "'''o\np'''",
        "\"\"",
        "''",
        "1979-05-27",
        "1979-05-27T07:32:00Z",
        "1979-05-27 07:32:00.5+01:00",
        "07:32:00",
        "# comment\n",
        " ",
        "\t",
        "x = 1\n",
        "y = [1, 2]\n",
        "z = { i = 1, j.k = 'x' }\n",
        "[a.b]\n",
        "a.b = 2\n",
        "\"\"\"x\"\"\"\"\"",
        "\\",
        "\"",
        "'",
        ".",
        "é",
        "\u0000"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithAnotherReaderOnPiecesOfToml(long seed) {
        Random random = new Random(seed);
        int valid = 0;
        for (int i = 0; i < 2_000; i++) {
            String text = document(random);
            TomlParseResult judged = org.tomlj.Toml.parse(text);
            String ours = read(text);
            String theirs = judged.hasErrors() ? "error" : show(judged);
            assertThat(ours).as("seed %d, case %d:%n%s", seed, i, text).isEqualTo(theirs);
            valid += judged.hasErrors() ? 0 : 1;
        }
        assertThat(valid).isGreaterThan(200);
    }

    private static String document(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(9);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(4) == 0) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            } else {
                text.append((char) ('a' + random.nextInt(4)));
                text.append(random.nextInt(4) == 0 ? ".e" : "");
                text.append(" = ").append(PIECES[25 + random.nextInt(PIECES.length - 25)]);
                text.append('\n');
            }
            if (random.nextInt(6) == 0) {
                text.append('[').append((char) ('a' + random.nextInt(4)));
                text.append(random.nextInt(2) == 0 ? ".f]\n" : "]\n");
            }
        }
        return text.toString();
    }

    @Test
    void anyTextIsReadOrRefusedInLineAndColumn() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(30);
            for (int k = 0; k < length; k++) {
                text.append(
                        random.nextInt(3) == 0
                                ? String.valueOf((char) random.nextInt(0x180))
                                : PIECES[random.nextInt(PIECES.length)]);
            }
            long lines = text.chars().filter(c -> c == '\n').count() + 1;
            try {
                TomlReader.read(text.toString());
            } catch (TomlSyntaxException e) {
                assertThat(e.position().line()).as("case %d", i).isBetween(1, (int) lines);
                assertThat(e.position().column()).isPositive();
            } catch (RuntimeException e) {
                fail("case " + i + ": " + text, e);
            }
        }
    }

    @Test
    void deepNestingIsRefusedInsteadOfOverflowing() {
        assertThat(read("a = " + "[".repeat(100_000))).isEqualTo("error");
        assertThat(read("a = " + "{a=".repeat(100_000))).isEqualTo("error");
        assertThat(read("a" + ".a".repeat(100_000) + " = 1")).isEqualTo("error");
        assertThat(read("[a" + ".a".repeat(100_000) + "]")).isEqualTo("error");
    }

    private static String read(String text) {
        try {
            return show(TomlReader.read(text));
        } catch (TomlSyntaxException e) {
            return "error";
        }
    }

    private static String show(Toml value) {
        if (value instanceof Toml.Table table) {
            TreeMap<String, String> entries = new TreeMap<>();
            table.entries().forEach((key, entry) -> entries.put(key, show(entry.value())));
            return entries.toString();
        }
        if (value instanceof Toml.Array array) {
            return array.values().stream().map(TomlReaderTest::show).toList().toString();
        }
        if (value instanceof Toml.Tables tables) {
            return tables.values().stream().map(TomlReaderTest::show).toList().toString();
        }
        if (value instanceof Toml.Text text) {
            return "text " + text.value();
        }
        if (value instanceof Toml.Whole whole) {
            return "whole " + whole.value();
        }
        if (value instanceof Toml.Real real) {
            return "real " + real.value();
        }
        if (value instanceof Toml.Flag flag) {
            return "flag " + flag.value();
        }
        return "moment";
    }

    private static String show(Object value) {
        if (value instanceof TomlTable table) {
            TreeMap<String, String> entries = new TreeMap<>();
            table.keySet().forEach(key -> entries.put(key, show(table.get(List.of(key)))));
            return entries.toString();
        }
        if (value instanceof TomlArray array) {
            List<String> values = new ArrayList<>();
            array.toList().forEach(element -> values.add(show(element)));
            return values.toString();
        }
        if (value instanceof String text) {
            return "text " + text;
        }
        if (value instanceof Long whole) {
            return "whole " + whole;
        }
        if (value instanceof Double real) {
            return "real " + real;
        }
        if (value instanceof Boolean flag) {
            return "flag " + flag;
        }
        return "moment";
    }
}
