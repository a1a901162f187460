package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.print.Terminal.Stream;
import dev.limbeck.cli.session.TestProject.Ended;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is different where a person looks: colours and the live line. */
final class TerminalTest {
    private static final String ESCAPE = "\u001b[";
    private static final Set<Stream> BOTH = Set.of(Stream.OUT, Stream.ERR);

    @TempDir private Path folder;

    private TestProject project;

    @BeforeEach
    void open() throws Exception {
        project = TestProject.in(folder).graph("ln01; ln02 <- ln01");
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void coloursAreForTerminals() {
        assertThat(project.run("history").out()).doesNotContain(ESCAPE);
        assertThat(project.interactive(BOTH).run("history").out()).contains(ESCAPE);
        assertThat(project.run("show", "nope").err()).contains(ESCAPE);
    }

    @Test
    void coloursCanBeSwitchedOffAndOn() {
        assertThat(project.run("history", "--color", "always").out()).contains(ESCAPE);
        project.interactive(BOTH);
        assertThat(project.run("--color=never", "history").out()).doesNotContain(ESCAPE);
        project.set("NO_COLOR", "1");
        assertThat(project.run("history").out()).doesNotContain(ESCAPE);
        assertThat(project.run("history", "--color", "always").out()).contains(ESCAPE);
    }

    @Test
    void aDumbTerminalHasNoColours() {
        project.interactive(BOTH).set("TERM", "dumb");

        assertThat(project.run("history").out()).doesNotContain(ESCAPE);
    }

    @Test
    void jsonIsNeverColoured() {
        project.interactive(BOTH);

        assertThat(project.run("history", "-o", "json", "--color", "always").out())
                .startsWith("{\"schemaVersion\":1,")
                .doesNotContain(ESCAPE)
                .endsWith("}\n")
                .hasLineCount(1);
    }

    @Test
    void theLiveLineIsTakenAwayAgain() throws Exception {
        project.write(
                "migrations/ln03_slow.up.sql",
                """
                -- slow
                --
                -- revision: ln03
                -- revises: ln02

                CREATE ALIAS pause FOR "java.lang.Thread.sleep(long)";
                CALL pause(700);
                """);
        project.interactive(Set.of(Stream.ERR));

        Ended ended = project.run("upgrade", "--color", "never");

        assertThat(ended.out()).doesNotContain(ESCAPE).contains("at ln03 (head)");
        assertThat(ended.err())
                .contains("3/3  upgrade ln03  statement 2 of 2  ")
                .endsWith("\r" + ESCAPE + "K");
    }

    @Test
    void thereIsNoLiveLineWhereNobodyLooksOrWantsOne() {
        assertThat(project.run("upgrade").err()).isEmpty();
        assertThat(project.interactive(BOTH).run("downgrade", "base", "-q").err()).isEmpty();
    }
}
