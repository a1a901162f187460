package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.config.CommandRunner.Outcome;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordSourceTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    's3cret\n', s3cret
                    's3cret\r\n', s3cret
                    s3cret, s3cret
                    ' s3 cret \n', ' s3 cret '
                    's3cret\n\n', 's3cret\n'
                    """)
    void oneLineEndAfterThePasswordIsNotPartOfIt(String content, String password)
            throws IOException {
        String unescaped = content.translateEscapes();
        Path file = folder.resolve("secret");
        Files.writeString(file, unescaped);
        assertThat(new PasswordSource.InFile(file).read(failing()))
                .map(Secret::reveal)
                .contains(password.translateEscapes());
        assertThat(
                        new PasswordSource.FromCommand("x", folder)
                                .read((command, at) -> new Outcome(0, unescaped, "")))
                .map(Secret::reveal)
                .contains(password.translateEscapes());
    }

    @Test
    void aFileThatCantBeReadIsNamed() throws IOException {
        Path missing = folder.resolve("missing");
        assertThat(failure(new PasswordSource.InFile(missing), failing()).getMessage())
                .contains("LMB-613")
                .contains(missing.toString());
        Path latin = folder.resolve("latin");
        Files.write(latin, "gr\u00fcn".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(failure(new PasswordSource.InFile(latin), failing()).getMessage())
                .contains("is not UTF-8")
                .doesNotContain("gr");
    }

    @Test
    void aFailingCommandTellsItsCodeAndItsFirstWordsButNotItself() {
        PasswordSource source = new PasswordSource.FromCommand("op read s3cret", folder);
        ConfigException failed =
                failure(source, (command, at) -> new Outcome(6, "half", "\nnot signed in\nmore\n"));
        assertThat(failed.code()).isEqualTo(ErrorCode.PASSWORD_UNREADABLE);
        assertThat(failed.getMessage()).contains("exit code 6").doesNotContain("s3cret", "half");
        assertThat(failed.hint()).contains("it says: not signed in");
        assertThat(failure(source, (command, at) -> new Outcome(0, " \n", "")).getMessage())
                .contains("printed no password");
        assertThat(failure(source, failing()).getMessage())
                .contains("can't be started: no such shell");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void commandsRunInTheirFolderWithTheShell() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("here"), "");
        Outcome outcome =
                CommandRunner.ofSystem().run("ls | tr h H; echo oops >&2; exit 3", folder);
        assertThat(outcome.output()).isEqualTo("Here\n");
        assertThat(outcome.errors()).isEqualTo("oops\n");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.toString()).doesNotContain("Here");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandThatPrintsMuchOnBothStreamsEnds() throws IOException, InterruptedException {
        Outcome outcome =
                CommandRunner.ofSystem()
                        .run(
                                "i=0; while [ $i -lt 9000 ]; do echo 0123456789; echo 9876543210"
                                        + " >&2; i=$((i+1)); done",
                                folder);
        assertThat(outcome.output()).hasSize(99_000);
        assertThat(outcome.errors()).hasSize(99_000);
    }

    private static CommandRunner failing() {
        return (command, folder) -> {
            throw new IOException("no such shell");
        };
    }

    private static ConfigException failure(PasswordSource source, CommandRunner runner) {
        return catchThrowableOfType(ConfigException.class, () -> source.read(runner));
    }
}
