package dev.limbeck.tck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The system's own loader takes the stand-in. */
@EnabledOnOs(
        value = OS.LINUX,
        architectures = {"amd64", "x86_64"},
        disabledReason = "the stand-ins are for Linux x86-64")
class StubLibraryTest {
    private static final StubLibrary LIBRARY =
            new StubLibrary("libnone.so.1", Map.of("NONE_1", List.of("none_at_all")));

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(folder.resolve("libnone.so.1"), LIBRARY.bytes());
    }

    @Test
    void theLoaderLoadsIt() throws Exception {
        String said =
                Commands.output(List.of("env", "LD_PRELOAD=" + file, "LD_WARN=1", "echo", "on"));
        assertThat(said).isEqualTo("on\n");
    }

    @Test
    void theLoaderRefusesOneThatIsCutOff() throws Exception {
        byte[] whole = LIBRARY.bytes();
        Files.write(file, java.util.Arrays.copyOf(whole, 40));
        assertThat(Commands.output(List.of("env", "LD_PRELOAD=" + file, "echo", "on")))
                .contains("cannot be preloaded");
    }

    @Test
    void aProgramThatNeedsAnUnknownLibraryIsNotHelped() {
        assertThatThrownBy(
                        () ->
                                MissingLibraries.provide(
                                        folder,
                                        List.of(
                                                "sh",
                                                "-c",
                                                "echo 'x: error while loading shared libraries:"
                                                        + " libodd.so.9: cannot open' >&2; exit 127")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("libodd.so.9");
    }
}
