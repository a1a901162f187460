package dev.limbeck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script larger than the memory of the process that runs it; {@link LargeScript} has larger. */
@ParameterizedClass
@EngineSource("postgres")
class LargeScriptTest {
    private static final int MEBIBYTES = 48;

    @Parameter TestServer server;
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"inserts", "copy"})
    void runsInLessMemoryThanItHas(String kind) throws Exception {
        try (TestDatabase database = server.newDatabase()) {
            int rows = 2_000;
            Path script = LargeScript.write(folder, kind, (long) MEBIBYTES << 20, rows);
            assertThat(Files.size(script)).isGreaterThan(45L << 20);
            assertThat(LargeScript.upgrade(folder, database, "40m")).isPositive();
            assertThat(LargeScript.count(database)).isEqualTo(rows);
        }
    }
}
