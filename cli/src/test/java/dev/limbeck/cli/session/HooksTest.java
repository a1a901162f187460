package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.session.TestProject.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Commands of the user's run around an upgrade, and get its result. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for a POSIX shell")
final class HooksTest {
    @TempDir private Path folder;

    private TestProject project(String hooks) throws IOException {
        TestProject project = TestProject.in(folder).graph("one1; two2 <- one1");
        return project.write("limbeck.toml", "[database]\nurl = \"<URL>\"\n[hooks]\n" + hooks);
    }

    private JsonTree document(String file) throws IOException {
        return JsonTree.read(Files.readString(folder.resolve(file)));
    }

    @Test
    void aHookBeforeGetsThePlanAndOneAfterTheResult() throws Exception {
        try (TestProject project =
                project(
                        "before_upgrade = \"cat > before.json; echo saved by $LIMBECK_HOOK\"\n"
                                + "after_upgrade = \"cat > after.json\"\n"
                                + "on_failure = \"cat > failed.json\"\n")) {
            Ended run = project.run("upgrade", "-o", "json");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err()).contains("before_upgrade: saved by before_upgrade");

            JsonTree before = document("before.json");
            assertThat(before.at("result", "from")).isEqualTo(List.of());
            assertThat(before.at("result", "steps"))
                    .asString()
                    .contains("revision=two2")
                    .contains("state=planned");

            JsonTree after = document("after.json");
            JsonTree printed = JsonTree.read(run.out());
            assertThat(after.at("result")).isNotNull().isEqualTo(printed.at("result"));
            assertThat(after.at("ok")).isEqualTo("true");
            assertThat(after.names()).containsAll(printed.names());
            assertThat(folder.resolve("failed.json")).doesNotExist();
        }
    }

    @Test
    void aFailingHookStopsTheRunBeforeAnythingChanged() throws Exception {
        try (TestProject project =
                project(
                        "before_upgrade = \"echo no room left; exit 7\"\n"
                                + "on_failure = \"cat > failed.json\"\n")) {
            Ended run = project.run("upgrade");
            assertThat(run.code()).isEqualTo(4);
            assertThat(run.out()).doesNotContain("upgrade  ");
            assertThat(run.err())
                    .contains("before_upgrade: no room left")
                    .contains("error[LMB-422]: 'before_upgrade' ended with exit code 7");
            assertThat(
                            project.query(
                                    "SELECT table_name FROM information_schema.tables"
                                            + " WHERE table_schema = 'PUBLIC'"))
                    .allSatisfy(table -> assertThat(table).containsIgnoringCase("lock"));
            assertThat(document("failed.json").at("error", "code")).isEqualTo("LMB-422");
        }
    }

    @Test
    void nothingRunsWhereNothingIsPending() throws Exception {
        try (TestProject project =
                project(
                        "before_upgrade = \"echo x >> ran\"\nafter_upgrade = \"echo x >> ran\"\n")) {
            assertThat(project.run("upgrade", "--dry-run").code()).isZero();
            assertThat(folder.resolve("ran")).doesNotExist();
            assertThat(project.run("upgrade").code()).isZero();
            assertThat(project.run("upgrade").code()).isZero();
            assertThat(Files.readAllLines(folder.resolve("ran"))).hasSize(2);
        }
    }

    @Test
    void aFailureIsToldWithItsPlace() throws Exception {
        try (TestProject project = project("on_failure = \"cat > failed.json\"\n")) {
            project.write(
                    "migrations/two2_note.up.sql",
                    "-- two\n--\n-- revision: two2\n-- revises: one1\n\nDROP TABLE nowhere;\n");
            Ended run = project.run("upgrade", "-o", "json");
            assertThat(run.code()).isEqualTo(20 + 1);
            JsonTree failed = document("failed.json");
            JsonTree printed = JsonTree.read(run.out());
            assertThat(failed.at("ok")).isEqualTo("false");
            assertThat(failed.at("result", "steps"))
                    .isNotNull()
                    .isEqualTo(printed.at("result", "steps"));
            assertThat(failed.at("error", "code")).isEqualTo(printed.at("error", "code"));
            assertThat(failed.at("error", "line")).isEqualTo(printed.at("error", "line"));
            assertThat(failed.at("error", "sqlState")).isEqualTo(printed.at("error", "sqlState"));
            assertThat(failed.names("error"))
                    .containsExactlyInAnyOrderElementsOf(
                            printed.names("error").stream()
                                    .filter(name -> !name.equals("further"))
                                    .toList());
        }
    }

    @Test
    void aHookAfterThatFailsIsAWarning() throws Exception {
        try (TestProject project = project("after_upgrade = \"exit 3\"\n")) {
            Ended run = project.run("upgrade");
            assertThat(run.code()).isZero();
            assertThat(run.err())
                    .contains("warning[LMB-422]: 'after_upgrade' ended with exit code 3");
        }
    }

    @Test
    void aPasswordDoesNotReachTheHook() throws Exception {
        try (TestProject project = project("before_upgrade = \"env > seen\"\n")) {
            String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";USER=sa;PASSWORD=hushhush";
            Ended run = project.run("upgrade", "--url", url);
            assertThat(Files.readString(folder.resolve("seen"))).doesNotContain("hushhush");
            assertThat(run.out() + run.err()).doesNotContain("hushhush");
        }
    }
}
