package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.sql.SqlLexicon;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
    private static final String TEXT =
            "-- add it\nCREATE TABLE a (id int, \"Name\" text DEFAULT 'x y');\nSELECT 1;\n";

    @TempDir private Path folder;

    @Test
    void theExactOneIsTheDigestOfTheText() throws NoSuchAlgorithmException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(of(TEXT).exact()).isEqualTo("sha256:" + HexFormat.of().formatHex(digest));
        assertThat(of(TEXT).tokens()).startsWith("tokens-sha256:").hasSize(14 + 64);
    }

    @Test
    void lineEndsAndByteOrderMarkNeverCount() throws IOException {
        String windows = "\ufeff" + TEXT.replace("\n", "\r\n").replace("x y", "x\r\ny");
        String plain = TEXT.replace("x y", "x\ny");
        assertThat(of(windows)).isEqualTo(of(plain));
        Path file = folder.resolve("a.up.sql");
        Files.writeString(file, windows);
        assertThat(Checksum.exactOf(file)).isEqualTo(of(plain).exact());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (id int, \"Name\" text DEFAULT 'x y');SELECT 1;",
                "create table A (ID INT, \"Name\" TEXT default 'x y'); select 1",
                "/* why */ CREATE  TABLE\ta(id int,\"Name\" text DEFAULT 'x y'); -- more\n\nSELECT\n1;",
                "-- limbeck: transaction off\n"
                        + "CREATE TABLE a (id int, \"Name\" text DEFAULT 'x y');\n"
                        + "-- limbeck: delimiter //\nSELECT 1//"
            })
    void cosmeticEditsKeepTheTokens(String edited) {
        assertThat(of(edited).tokens()).isEqualTo(of(TEXT).tokens());
        assertThat(of(edited).exact()).isNotEqualTo(of(TEXT).exact());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (id int, \"Name\" text DEFAULT 'x  y');SELECT 1;",
                "CREATE TABLE a (id int, \"Name\" text DEFAULT 'X y');SELECT 1;",
                "CREATE TABLE a (id int, \"name\" text DEFAULT 'x y');SELECT 1;",
                "CREATE TABLE a (id int, Name text DEFAULT 'x y');SELECT 1;",
                "CREATE TABLE a (id int, \"Name\" text DEFAULT 'x y');SELECT 2;",
                "CREATE TABLE a (id int, \"Name\" text DEFAULT 'x y')SELECT 1;",
                "CREATE TABLE a (id int, \"Name\" text DEFAULT 'x y');",
                "SELECT 1;CREATE TABLE a (id int, \"Name\" text DEFAULT 'x y');",
                "CREATE TABLE a (id int, \"Name\" text DEFAULT 'x y');SELECT 1;SELECT 1;"
            })
    void realEditsChangeTheTokens(String edited) {
        assertThat(of(edited).tokens()).isNotEqualTo(of(TEXT).tokens());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT a b|SELECT ab",
                "SELECT 1 2|SELECT 12",
                "SELECT 'a' 'b'|SELECT 'a''b'"
            })
    void neighbouringTokensAreNotTakenForOne(String left, String right) {
        assertThat(of(left).tokens()).isNotEqualTo(of(right).tokens());
    }

    @Test
    void theDigestDoesNotDependOnHowBytesArrive() throws IOException {
        Random random = new Random(7);
        String[] pieces = {"a", "\r", "\n", "\r\n", "\ufeff", "\u00ef", "bc"};
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int k = 0; k < length; k++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            String expected = plainDigest(text.toString());
            int step = 1 + random.nextInt(4);
            InputStream slow =
                    new ByteArrayInputStream(bytes) {
                        @Override
                        public synchronized int read(byte[] target, int offset, int count) {
                            return super.read(target, offset, Math.min(count, step));
                        }
                    };
            try (DigestedStream in = new DigestedStream(slow)) {
                assertThat(in.finish()).as("case %d", i).isEqualTo(expected);
            }
        }
    }

    private static String plainDigest(String text) {
        String plain = (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\r\n", "\n");
        MessageDigest digest = TextDigest.newSha256();
        return "sha256:"
                + HexFormat.of().formatHex(digest.digest(plain.getBytes(StandardCharsets.UTF_8)));
    }

    private static Checksum of(String text) {
        ScriptFile origin =
                new ScriptFile(
                        Path.of("a.up.sql"),
                        Path.of("a.up.sql"),
                        Direction.UP,
                        "a",
                        Optional.empty());
        return Script.of(text, origin, SqlLexicon.standard("SQL")).checksum();
    }
}
