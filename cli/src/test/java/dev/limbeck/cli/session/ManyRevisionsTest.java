package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.session.TestProject.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans so long that a dry run reads outlines only. */
final class ManyRevisionsTest {
    private static final int REVISIONS = 150;

    @TempDir private Path folder;

    private TestProject project;

    @BeforeEach
    void open() throws Exception {
        project = TestProject.in(folder.toRealPath());
        project.graph(
                IntStream.range(0, REVISIONS)
                        .mapToObj(
                                number -> id(number) + (number == 0 ? "" : " <- " + id(number - 1)))
                        .collect(Collectors.joining("; ")));
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    private static String id(int number) {
        return String.format("r%04d", number);
    }

    /** Direction, revision and number of statements of each step. */
    private static List<List<String>> steps(Ended ended) throws Exception {
        assertThat(ended.code()).isZero();
        if (!(JsonTree.read(ended.out()).at("result", "steps") instanceof List<?> steps)) {
            throw new AssertionError("no steps in " + ended.out());
        }
        return steps.stream().map(ManyRevisionsTest::told).toList();
    }

    private static List<String> told(Object step) {
        if (!(step instanceof Map<?, ?> fields)) {
            throw new AssertionError("no step: " + step);
        }
        return Stream.of("direction", "revision", "statements")
                .map(name -> String.valueOf(fields.get(name)))
                .toList();
    }

    @Test
    void aDryRunTellsTheStepsThatTheRunTakes() throws Exception {
        project.write(
                "migrations/r0007_note.up.sql",
                "-- seven\n--\n-- revision: r0007\n-- revises: r0006\n\n"
                        + "CREATE TABLE t_r0007 (id int);\n/* none; */ DELETE FROM t_r0007;\n");

        List<List<String>> planned = steps(project.run("upgrade", "--dry-run", "-o", "json"));
        List<List<String>> done = steps(project.run("upgrade", "-o", "json"));

        assertThat(planned).hasSize(REVISIONS).isEqualTo(done);
        assertThat(planned.get(7)).isEqualTo(List.of("up", "r0007", "2"));
        assertThat(steps(project.run("downgrade", "base", "--dry-run", "-o", "json")))
                .isEqualTo(steps(project.run("downgrade", "base", "-o", "json")));
    }

    @Test
    void aDryRunRefusesWhatTheRunRefuses() throws Exception {
        String header = "-- bad\n--\n-- revision: r0101\n-- revises: r0100\n\n";
        for (String script :
                List.of(
                        "SELECT 'open",
                        "-- limbeck: vars nowhere\nSELECT ${nowhere};\n",
                        "-- limbeck: unheard of\nSELECT 1;\n")) {
            project.write("migrations/r0101_note.up.sql", header + script);
            Ended planned = project.run("upgrade", "--dry-run");
            Ended done = project.run("upgrade");

            assertThat(planned.code()).isNotZero().isEqualTo(done.code());
            assertThat(planned.err()).isEqualTo(done.err()).contains("r0101_note.up.sql");
        }
    }
}
