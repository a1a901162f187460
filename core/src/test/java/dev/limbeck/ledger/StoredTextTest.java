package dev.limbeck.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "größe 😀\r\n\r\n", "\0"})
    void givesBackTheText(String text) {
        assertThat(StoredText.of(text).text()).contains(text);
    }

    @Test
    void keepsTextUpToTheBoundAndNotesTheSizeBeyond() {
        String largest = "a".repeat(StoredText.MAX_BYTES);
        assertThat(StoredText.of(largest).text()).contains(largest);
        assertThat(StoredText.of(largest).encoded().length()).isLessThan(10_000);
        StoredText beyond = StoredText.of(largest + "a");
        assertThat(beyond.text()).isEmpty();
        assertThat(beyond.encoded()).isEqualTo("omitted:1048577 bytes");
    }

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f.sql"), "DROP TABLE größe;\n");
        assertThat(StoredText.ofFile(file).text()).contains("DROP TABLE größe;\n");
    }
}
