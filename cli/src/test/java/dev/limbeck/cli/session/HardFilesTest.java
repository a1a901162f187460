package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.session.TestProject.Ended;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no plain text. */
final class HardFilesTest {
    private static final String HEADER = "-- one\n--\n-- revision: a1b2c3\n-- revises:\n\n";

    @TempDir private Path folder;

    private TestProject project;

    @BeforeEach
    void open() throws Exception {
        project = TestProject.in(folder.toRealPath());
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void aWrongByteInAScriptThatStoppedHalfWayHasItsPlace() throws Exception {
        project.write(
                "migrations/a1b2_one.up.sql",
                HEADER + "CREATE TABLE t (id int);\nCREATE TABLE t (id int);\n");
        assertThat(project.run("upgrade").code()).isEqualTo(21);
        Files.writeString(
                folder.resolve("migrations/a1b2_one.up.sql"),
                HEADER + "-- café\nCREATE TABLE t (id int);\n",
                StandardCharsets.ISO_8859_1,
                StandardOpenOption.TRUNCATE_EXISTING);

        Ended ended = project.run("upgrade");

        assertThat(ended.err())
                .contains("error[LMB-201]: byte 0xE9 is not valid UTF-8 here")
                .contains("migrations/a1b2_one.up.sql:6:7");
    }
}
