package dev.limbeck.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.StatementFailedException;
import dev.limbeck.error.StatementFailedException.FailedStatement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiagnosticPrinterTest {
    private static final String FILE = "migrations/27c6a30d7c24_add_search.postgres.up.sql";

    @TempDir private Path folder;

    @Test
    void showsThePlaceTheLineTheFateAndTheHint() throws IOException {
        Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(
                folder.resolve(FILE),
                "--\n".repeat(40) + "CREATE INDEX i ON account (lower(emial));\n");
        Diagnostic diagnostic =
                Diagnostic.error(
                                ErrorCode.STATEMENT_FAILED,
                                "column \"emial\" does not exist (PostgreSQL 42703)",
                                new SourceLocation(Path.of(FILE), 41, 34))
                        .withHint("account has: id, email, name");

        String printed = print(failed(diagnostic, statement(3, true)));

        assertThat(printed)
                .isEqualTo(
                        """
                        error[LMB-501]: column "emial" does not exist (PostgreSQL 42703)
                          --> migrations/27c6a30d7c24_add_search.postgres.up.sql:41:34
                           |
                        41 | CREATE INDEX i ON account (lower(emial));
                           |                                  ^^^^^
                           = revision 27c6a30d7c24, up, statement 3 of 7; statements 1-2 were rolled back
                           = hint: account has: id, email, name
                        """);
    }

    @Test
    void showsAPlaceInAFileThatCantBeRead() {
        Diagnostic diagnostic =
                Diagnostic.error(
                                ErrorCode.MULTIPLE_HEADS,
                                "'head' names two revisions: 4f1c add_cart, 9b07 add_audit",
                                new SourceLocation(
                                        Path.of("migrations/9b07_add_audit.up.sql"), 2, 1))
                        .withHint("choose one with 'audit@head'");

        assertThat(print(Failure.of(new RevisionException(diagnostic))))
                .isEqualTo(
                        """
                        error[LMB-104]: 'head' names two revisions: 4f1c add_cart, 9b07 add_audit
                          --> migrations/9b07_add_audit.up.sql:2:1
                           = hint: choose one with 'audit@head'
                        """);
    }

    @Test
    void widensTheMarginForLongLineNumbers() throws IOException {
        Files.writeString(folder.resolve("long.sql"), "\n".repeat(9_999) + "oops\n");
        Diagnostic diagnostic =
                Diagnostic.error(
                        ErrorCode.SYNTAX, "no", new SourceLocation(Path.of("long.sql"), 10_000, 1));

        assertThat(print(Failure.of(new RevisionException(diagnostic))))
                .isEqualTo(
                        """
                        error[LMB-217]: no
                             --> long.sql:10000:1
                              |
                        10000 | oops
                              | ^^^^
                        """);
    }

    @Test
    void showsEveryFindingOfAFailure() {
        RevisionException several =
                new RevisionException(
                        List.of(
                                Diagnostic.error(ErrorCode.CYCLE, "one"),
                                Diagnostic.error(ErrorCode.MISSING_PARENT, "two\nand a half")));

        assertThat(print(Failure.of(several)))
                .isEqualTo(
                        """
                        error[LMB-107]: one

                        error[LMB-105]: two
                             and a half
                        """);
    }

    @Test
    void asksForAReportOfOurOwnFaultsInOneLine() {
        assertThat(print(Failure.of(new IllegalStateException("lost"))))
                .isEqualTo(
                        "error[LMB-999]: a fault of Limbeck itself"
                                + " (java.lang.IllegalStateException: lost); please run the command"
                                + " again with -v and report what it prints\n");
    }

    @Test
    void hidesSecretsInSettingsThatItShows() throws IOException {
        Files.writeString(folder.resolve("limbeck.toml"), "password = \"hunter2\n");
        Diagnostic diagnostic =
                Diagnostic.error(
                        ErrorCode.CONFIG_SYNTAX,
                        "a text has no end",
                        new SourceLocation(Path.of("limbeck.toml"), 1, 12));

        assertThat(print(Failure.of(new RevisionException(diagnostic))))
                .contains(" 1 | password = ***")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|true|revision r, up, statement 1 of 7",
                "2|true|revision r, up, statement 2 of 7; statement 1 was rolled back",
                "3|true|revision r, up, statement 3 of 7; statements 1-2 were rolled back",
                "2|false|revision r, up, statement 2 of 7; statement 1 is done",
                "5|false|revision r, up, statement 5 of 7; statements 1-4 are done",
            })
    void saysWhatBecameOfTheStatementsBefore(int ordinal, boolean rolledBack, String expected) {
        FailedStatement failed =
                new FailedStatement("r", "up", ordinal, 7, "x", Optional.empty(), 0, rolledBack);

        assertThat(DiagnosticPrinter.fate(failed)).isEqualTo(expected);
    }

    private static FailedStatement statement(int ordinal, boolean rolledBack) {
        return new FailedStatement(
                "27c6a30d7c24",
                "up",
                ordinal,
                7,
                "CREATE INDEX i ON account (lower(emial))",
                Optional.of("42703"),
                0,
                rolledBack);
    }

    private static Failure failed(Diagnostic diagnostic, FailedStatement statement) {
        return Failure.of(
                new StatementFailedException(diagnostic, statement, new SQLException("x")));
    }

    private String print(Failure failure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        new DiagnosticPrinter(out, Palette.PLAIN, folder, Redactor.unknowing()).print(failure);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
