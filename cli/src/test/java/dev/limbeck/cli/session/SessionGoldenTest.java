package dev.limbeck.cli.session;

import dev.limbeck.testing.GoldenFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Sessions at the command line; {@link PlayedSession} tells what a case holds. */
@Order(2)
final class SessionGoldenTest {
    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> text() {
        return GoldenFiles.in("session", this::follow);
    }

    @TestFactory
    Stream<DynamicTest> json() {
        return GoldenFiles.in("json", this::follow);
    }

    private Map<String, String> follow(Map<String, String> sections) throws Exception {
        try (TestProject project =
                TestProject.in(Files.createTempDirectory(folder, "case").toRealPath())) {
            return PlayedSession.of(project, sections);
        }
    }
}
