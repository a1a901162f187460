package dev.limbeck.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.command.ExitCode;
import dev.limbeck.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each code has a page in docs/errors, and each page a code. */
final class ErrorPagesTest {
    private static final Path PAGES = Path.of("..", "docs", "errors");
    private static final Pattern EXIT_CODE = Pattern.compile("(?m)^Exit code: (\\d+)$");
    private static final Pattern SEVERITY = Pattern.compile("(?m)^Severity: (warning|info)$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAPageThatTellsItsExitCode(ErrorCode code) throws IOException {
        String page = Files.readString(PAGES.resolve(code.id() + ".md"), StandardCharsets.UTF_8);

        assertThat(page).startsWith("# " + code.id() + ": ").contains("\n## What to do\n");
        assertThat(page).containsPattern("(?m)^(error|warning|info)\\[" + code.id() + "]: ");
        Matcher exitCode = EXIT_CODE.matcher(page);
        if (exitCode.find()) {
            assertThat(exitCode.group(1)).isEqualTo(String.valueOf(ExitCode.of(code).number()));
        } else {
            assertThat(page).containsPattern(SEVERITY);
        }
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            assertThat(PAGES.resolve(link.group(1))).exists();
        }
    }

    @Test
    void noPageIsLeftOver() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(ErrorCode.values()).map(code -> code.id() + ".md").toList());
        }
    }
}
