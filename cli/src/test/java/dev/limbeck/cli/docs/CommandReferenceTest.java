package dev.limbeck.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference of commands is what the commands themselves say. */
final class CommandReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "command-line.md");

    @Test
    void isNotStale() throws IOException {
        String expected = CommandReference.render();
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, expected);
            return;
        }

        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
                .as("write it anew with -Dgolden=update")
                .isEqualTo(expected);
    }
}
