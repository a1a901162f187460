package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.session.TestProject.Ended;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many databases at once. */
final class TargetsTest {
    private static final int DATABASES = 12;

    @TempDir private Path folder;

    @Test
    void sideBySideNoneIsMixedWithAnother() throws Exception {
        String run = UUID.randomUUID().toString();
        try (TestProject project = TestProject.in(folder)) {
            project.graph("a1; b2 <- a1; c3 <- b2")
                    .write(
                            "limbeck.toml",
                            "[database]\nurl = \"<URL>\"\n[targets]\nfile = \"all.txt\"\n"
                                    + "url = \"jdbc:h2:mem:"
                                    + run
                                    + "_{target};DB_CLOSE_DELAY=-1\"\n")
                    .write(
                            "all.txt",
                            IntStream.range(0, DATABASES)
                                    .mapToObj(number -> "shop" + number)
                                    .collect(Collectors.joining("\n")));

            Ended ended = project.run("upgrade", "--parallel", "4");

            assertThat(ended.code()).isZero();
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out())
                    .contains(DATABASES + " databases: " + DATABASES + " ok, 0 failed, 0 not begun")
                    .endsWith("not begun\n");
            for (int number = 0; number < DATABASES; number++) {
                assertThat(ended.out())
                        .containsPattern(
                                "== shop"
                                        + number
                                        + " ==\nupgrade  <base> -> a1 .*\nupgrade  a1 -> b2 .*\n"
                                        + "upgrade  b2 -> c3 .*\nat c3 \\(head\\)\n==");
            }
        }
    }
}
