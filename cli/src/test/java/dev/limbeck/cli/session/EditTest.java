package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.session.TestProject.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class EditTest {
    @TempDir private Path folder;

    private TestProject project;

    @BeforeEach
    void open() throws Exception {
        project = TestProject.in(folder.toRealPath()).graph("ln01; ln02 <- ln01");
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void opensTheFilesOfARevision() {
        project.set("EDITOR", "printf '%s\\n' --wait >opened.txt; printf '%s\\n' >>opened.txt");

        assertThat(project.run("edit", "ln01").code()).isZero();
        assertThat(folder.resolve("opened.txt"))
                .content()
                .contains("migrations/ln01_note.up.sql")
                .contains("migrations/ln01_note.down.sql");
    }

    @Test
    void prefersVisual() {
        project.set("VISUAL", "true").set("EDITOR", "false");

        assertThat(project.run("edit", "head").code()).isZero();
    }

    @Test
    void knowsWhereTheDatabaseIs() {
        project.set("EDITOR", "printf '%s\\n' >opened.txt");
        project.run("upgrade", "ln01");

        assertThat(project.run("edit", "current").code()).isZero();
        assertThat(folder.resolve("opened.txt")).content().contains("ln01_note.up.sql");
    }

    @Test
    void opensTheFilesOfANewRevision() {
        project.set("EDITOR", "printf '%s\\n' >opened.txt");

        assertThat(project.run("revision", "-m", "x", "--rev-id", "abcd", "--edit").code())
                .isZero();
        assertThat(folder.resolve("opened.txt")).content().contains("abcd_x.up.sql");
    }

    @Test
    void saysWhenNoEditorIsSet() {
        Ended ended = project.run("edit", "head");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("no editor is set").contains("set VISUAL or EDITOR");
    }

    @Test
    void saysWhenTheEditorFails() {
        project.set("EDITOR", "exit 3;");

        Ended ended = project.run("edit", "head");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("ended with exit code 3");
    }
}
