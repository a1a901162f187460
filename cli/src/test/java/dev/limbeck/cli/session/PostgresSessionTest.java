package dev.limbeck.cli.session;

import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestServer;
import dev.limbeck.testing.GoldenFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** Sessions about the graph read the same on PostgreSQL as in the embedded database. */
@ParameterizedClass
@EngineSource("postgres")
class PostgresSessionTest {
    /** The test server's password is a word of many hints, which would be masked in them. */
    private static final List<String> SESSIONS =
            List.of(
                    "cur-no-table",
                    "cur-nonmutating-history-i",
                    "cur-nonmutating-show-current",
                    "cur-plain",
                    "empty-project",
                    "heads-with-dependency",
                    "history-graph",
                    "history-ranges",
                    "merge-all-heads",
                    "out-history-i-fork",
                    "out-show-current",
                    "seq-depmerge-roundtrip",
                    "seq-stamp",
                    "stamp",
                    "upgrade-and-back");

    @Parameter TestServer server;
    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> sessions() {
        return GoldenFiles.of("session", SESSIONS, this::follow);
    }

    private Map<String, String> follow(Map<String, String> sections) throws Exception {
        Path place = Files.createTempDirectory(folder, "case").toRealPath();
        try (TestProject project = TestProject.on(server.newDatabase(), place)) {
            return PlayedSession.of(project, sections);
        }
    }
}
