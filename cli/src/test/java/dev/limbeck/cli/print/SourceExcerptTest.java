package dev.limbeck.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.SourceLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceExcerptTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE INDEX i ON t (emial);|22|21|5",
                "SELECT 'a b' FROM t|8|7|5",
                "SELECT \"a b\" FROM t|8|7|5",
                "SELECT 'open|8|7|5",
                "a = b|3|2|1",
                "größe_1 int|1|0|7",
                "ends here|10|9|1",
                "ends here|99|9|1",
            })
    void marksTheWordAtThePlace(String line, int column, int caret, int width) {
        SourceExcerpt excerpt = SourceExcerpt.of(line, column);

        assertThat(excerpt).isEqualTo(new SourceExcerpt(line, caret, width));
    }

    @Test
    void spreadsTabsAndCountsThemAsShown() {
        SourceExcerpt excerpt = SourceExcerpt.of("\tid\tintt", 5);

        assertThat(excerpt).isEqualTo(new SourceExcerpt("    id    intt", 10, 4));
    }

    @Test
    void countsWideCharactersAsTwoColumnsAndCombiningOnesAsNone() {
        assertThat(SourceExcerpt.of("'漢字' x", 6).caret()).isEqualTo(7);
        assertThat(SourceExcerpt.of("'😀' x", 6).caret()).isEqualTo(5);
        assertThat(SourceExcerpt.of("'e\u0301' x", 6).caret()).isEqualTo(4);
        assertThat(SourceExcerpt.of("漢字 x", 1).width()).isEqualTo(4);
    }

    @Test
    void makesControlCharactersHarmless() {
        assertThat(SourceExcerpt.of("a\u001b[31mb", 1).line()).isEqualTo("a\uFFFD[31mb");
    }

    @Test
    void cutsLongLinesAroundThePlace() {
        String line = "x".repeat(500) + " culprit " + "y".repeat(500);

        SourceExcerpt excerpt = SourceExcerpt.of(line, 502);

        assertThat(excerpt.line()).startsWith("…x").endsWith("y…").hasSize(162);
        assertThat(excerpt.line().substring(excerpt.caret(), excerpt.caret() + excerpt.width()))
                .isEqualTo("culprit");
    }

    @Test
    void hasNoCaretWhereTheWholeLineIsMeant() {
        assertThat(SourceExcerpt.of("anything", 0).caret()).isEqualTo(-1);
    }

    @Test
    void readsTheLineOfAFileAndLeavesOutItsByteOrderMark() throws IOException {
        Files.writeString(folder.resolve("a.sql"), "\uFEFFone\r\ntwo\r\n");

        assertThat(excerpt("a.sql", 1, 1).line()).isEqualTo("one");
        assertThat(excerpt("a.sql", 2, 1).line()).isEqualTo("two");
    }

    @Test
    void showsFilesThatAreNotUtf8() throws IOException {
        Files.write(
                folder.resolve("latin.sql"),
                "gr\u00F6\u00DFe".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(excerpt("latin.sql", 1, 1).line()).isEqualTo("gr\uFFFD\uFFFDe");
    }

    @Test
    void isEmptyWhereThereIsNoSuchFileOrLine() throws IOException {
        Files.writeString(folder.resolve("a.sql"), "one\n");

        assertThat(SourceExcerpt.of(folder, at("b.sql", 1, 1))).isEmpty();
        assertThat(SourceExcerpt.of(folder, at("a.sql", 7, 1))).isEmpty();
        assertThat(SourceExcerpt.of(folder, SourceLocation.of(Path.of("a.sql")))).isEmpty();
    }

    private SourceExcerpt excerpt(String file, int line, int column) {
        return SourceExcerpt.of(folder, at(file, line, column)).orElseThrow();
    }

    private static SourceLocation at(String file, int line, int column) {
        return new SourceLocation(Path.of(file), line, column);
    }
}
