package dev.limbeck.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2UrlTest {
    private static final Path PROJECT = Path.of("/srv/my project");

    @ParameterizedTest
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths are those of POSIX")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    jdbc:h2:file:./.limbeck/app      | jdbc:h2:file:/srv/my project/.limbeck/app
                    jdbc:h2:./app                    | jdbc:h2:/srv/my project/app
                    jdbc:h2:file:app                 | jdbc:h2:file:/srv/my project/app
                    jdbc:h2:app                      | jdbc:h2:/srv/my project/app
                    jdbc:h2:file:../app              | jdbc:h2:file:/srv/app
                    jdbc:h2:file:./app;MODE=Oracle   | jdbc:h2:file:/srv/my project/app;MODE=Oracle
                    jdbc:h2:nioMapped:./app          | jdbc:h2:nioMapped:/srv/my project/app
                    jdbc:h2:split:20:./app           | jdbc:h2:split:20:/srv/my project/app
                    jdbc:h2:file:./größe             | jdbc:h2:file:/srv/my project/größe
                    """)
    void aRelativeFileIsRelativeToTheProject(String url, String resolved) {
        assertThat(H2Url.resolve(url, PROJECT)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:",
                "jdbc:h2:mem:app;DB_CLOSE_DELAY=-1",
                "jdbc:h2:mem:;INIT=RUNSCRIPT FROM './x.sql'",
                "jdbc:h2:~/app",
                "jdbc:h2:file:~/app",
                "jdbc:h2:tcp://localhost/~/app",
                "jdbc:h2:ssl://localhost:9092/./app",
                "jdbc:h2:classpath:app",
                "jdbc:h2:",
                "jdbc:postgresql://localhost/app"
            })
    void everythingElseStays(String url) {
        assertThat(H2Url.resolve(url, PROJECT)).isEqualTo(url);
    }

    @ParameterizedTest
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths are those of POSIX")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    jdbc:h2:file:/app                    | jdbc:h2:file:/app;TRACE_LEVEL_FILE=0
                    jdbc:h2:/no such folder/app;MODE=DB2 | jdbc:h2:/no such folder/app;MODE=DB2;TRACE_LEVEL_FILE=0
                    jdbc:h2:/app;Trace_Level_File=3      | jdbc:h2:/app;Trace_Level_File=3
                    jdbc:h2:mem:app                      | jdbc:h2:mem:app
                    jdbc:h2:tcp://localhost/~/app        | jdbc:h2:tcp://localhost/~/app
                    """)
    void whereNothingCanBeWrittenNoTraceIs(String url, String used) {
        assertThat(H2Url.withoutVainTrace(url, folder -> false)).isEqualTo(used);
        assertThat(H2Url.withoutVainTrace(url, folder -> true)).isEqualTo(url);
    }

    @ParameterizedTest
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths are those of POSIX")
    @ValueSource(strings = {"jdbc:h2:file:/var/db/app;AUTO_SERVER=TRUE", "jdbc:h2:/var/db/app"})
    void anAbsoluteFileStays(String url) {
        assertThat(H2Url.resolve(url, PROJECT)).isEqualTo(url);
    }
}
