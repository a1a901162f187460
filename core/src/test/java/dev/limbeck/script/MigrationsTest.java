package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.config.ChainMode;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.Severity;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.sql.SqlLexicon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationsTest {
    @TempDir private Path temporary;
    private Path root = Path.of("");

    @BeforeEach
    void resolveLinksOfTheTemporaryFolderItself() throws IOException {
        root = Files.createDirectory(temporary.toRealPath().resolve("project"));
    }

    @Test
    void byteOrderMarkAndEveryLineEndAreRead() throws IOException {
        String header = "\ufeff-- größer\n--\n-- revision: a1\n-- revises:\nSELECT 1;\n";
        for (String end : List.of("\n", "\r\n", "\r")) {
            write("migrations/a.up.sql", header.replace("\n", end));
            Migration migration = read().find(new RevisionId("a1")).orElseThrow();
            assertThat(migration.revision().message()).isEqualTo("größer");
            assertThat(migration.revision().place("revision").line()).isEqualTo(3);
            assertThat(migration.revision().place("revision").column()).isEqualTo(14);
        }
    }

    @Test
    void aWrongByteInTheHeaderIsNamedAndOneBelowItIsNotLookedFor() throws IOException {
        byte[] bytes =
                "-- gr\u00fcn\n-- revision: a1\n-- revises:\n\nSELECT '\u00e4'\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        Path file = write("migrations/a.up.sql", "");
        Files.write(file, bytes);
        assertThat(read().findings())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.code()).isEqualTo(ErrorCode.INVALID_UTF8);
                            assertThat(finding.message())
                                    .isEqualTo("byte 0xFC is not valid UTF-8 here");
                            assertThat(finding.where().orElseThrow().line()).isEqualTo(1);
                            assertThat(finding.where().orElseThrow().column()).isEqualTo(6);
                        });
        bytes[5] = 'u';
        Files.write(file, bytes);
        assertThat(read().findings()).isEmpty();
    }

    @Test
    void utf16IsNamedInsteadOfMissingKeys() throws IOException {
        Path file = write("migrations/a.up.sql", "");
        Files.write(file, "\ufeff-- x".getBytes(StandardCharsets.UTF_16LE));
        assertThat(codes(read())).containsExactly(ErrorCode.INVALID_UTF8);
    }

    @Test
    void aHeaderOfAnyLengthIsReadToItsEnd() throws IOException {
        for (int length : List.of(2_040, 2_048, 2_060, 5_000, 100_000)) {
            String filler = "-- " + "ä".repeat(length / 4) + "\n";
            write(
                    "migrations/a.up.sql",
                    "-- it\n" + filler + filler + "-- revision: a1\n-- revises: b1\nSELECT 1");
            assertThat(read().find(new RevisionId("a1"))).as("length %d", length).isPresent();
        }
    }

    @Test
    void loadThrowsAllErrorsTogetherTheFirstFileFirst() throws IOException {
        write("migrations/b.up.sql", "SELECT 1;\n");
        write("migrations/a.up.sql", "-- revision: a1\n-- revises:\n-- created: x\n");
        ScriptException e =
                catchThrowableOfType(
                        ScriptException.class, () -> Migrations.load(config(), List.of()));
        assertThat(e.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(
                        ErrorCode.HEADER_VALUE_INVALID,
                        ErrorCode.HEADER_KEY_MISSING,
                        ErrorCode.HEADER_KEY_MISSING);
        write("migrations/a.up.sql", "-- revision: head\n-- revises:\n");
        assertThat(
                        catchThrowableOfType(
                                RevisionException.class,
                                () -> Migrations.load(config(), List.of())))
                .isNotNull();
    }

    @Test
    void loadChecksTheGraph() throws IOException {
        header("migrations/a.up.sql", "a1", "nosuch");
        RevisionException e =
                catchThrowableOfType(
                        RevisionException.class, () -> Migrations.load(config(), List.of()));
        assertThat(e.code()).isEqualTo(ErrorCode.MISSING_PARENT);
    }

    @Test
    void allComesInTheOrderOfTheGraph() throws IOException {
        header("migrations/a.up.sql", "c3", "b2");
        header("migrations/b.up.sql", "b2", "a1");
        header("migrations/c.up.sql", "a1", "");
        Migrations migrations = Migrations.load(config(), List.of());
        assertThat(migrations.all())
                .extracting(migration -> migration.revision().id().value())
                .containsExactly("a1", "b2", "c3");
        assertThat(migrations.files())
                .extracting(file -> file.path().getFileName().toString())
                .containsExactly("a.up.sql", "b.up.sql", "c.up.sql");
    }

    @Test
    void aProjectWithoutRevisionsIsEmpty() throws IOException {
        Files.createDirectories(root.resolve("migrations"));
        Migrations migrations = Migrations.load(config(), List.of());
        assertThat(migrations.all()).isEmpty();
        assertThat(migrations.findings()).isEmpty();
    }

    @Test
    void aMissingFolderIsAnErrorNotAnEmptyProject() {
        assertThat(codes(read())).containsExactly(ErrorCode.FOLDER_UNREADABLE);
    }

    @Test
    void aFileInPlaceOfAFolderIsAnError() throws IOException {
        write("migrations", "");
        assertThat(codes(read())).containsExactly(ErrorCode.FOLDER_UNREADABLE);
    }

    @Test
    void foldersThatOverlapAreReadOnce() throws IOException {
        header("migrations/sub/a.up.sql", "a1", "");
        ProjectConfig config =
                config().toBuilder()
                        .migrations(
                                List.of(
                                        root.resolve("migrations"),
                                        root.resolve("migrations/../migrations/sub")))
                        .build();
        Migrations migrations = Migrations.read(config, List.of());
        assertThat(migrations.files()).hasSize(1);
        assertThat(codes(migrations)).containsExactly(ErrorCode.REACHED_TWICE);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAreFollowedAndWhatTheyReachIsReadOnce() throws IOException {
        header("migrations/a.up.sql", "a1", "");
        header("shared/b.up.sql", "b1", "a1");
        Path folder = root.resolve("migrations");
        Files.createSymbolicLink(folder.resolve("linked"), root.resolve("shared"));
        Files.createSymbolicLink(folder.resolve("z.up.sql"), folder.resolve("a.up.sql"));
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("gone.up.sql"), root.resolve("nowhere"));
        Migrations migrations = read();
        assertThat(migrations.ids()).extracting(RevisionId::value).containsExactly("a1", "b1");
        assertThat(codes(migrations))
                .containsExactly(
                        ErrorCode.FILE_UNREADABLE,
                        ErrorCode.REACHED_TWICE,
                        ErrorCode.REACHED_TWICE);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatLiesOutsideTheProjectIsReported() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("o.up.sql"), "-- revision: o1\n-- revises:\n");
        Path link = root.resolve("migrations/link");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, outside);
        assertThat(read().findings())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.code()).isEqualTo(ErrorCode.OUTSIDE_PROJECT);
                            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                            assertThat(finding.message()).contains(outside.toRealPath().toString());
                        });
        ProjectConfig asked =
                config().toBuilder().migrations(List.of(root.resolve("../outside"))).build();
        assertThat(Migrations.read(asked, List.of()).findings())
                .extracting(Diagnostic::severity)
                .containsExactly(Severity.INFO);
    }

    @ParameterizedTest
    @CsvSource({
        "UP, 'mariadb mysql', a.mariadb.up.sql",
        "UP, 'mysql', a.mysql.up.sql",
        "UP, 'postgres', a.up.sql",
        "UP, '', a.up.sql",
        "DOWN, 'mariadb mysql', a.mysql.down.sql",
        "DOWN, 'postgres', ''"
    })
    void theMostSpecificVariantWins(Direction direction, String variants, String name)
            throws IOException {
        for (String variant : List.of("", ".mysql", ".mariadb")) {
            header("migrations/a" + variant + ".up.sql", "a1", "");
        }
        write("migrations/a.mysql.down.sql", "");
        Migration migration = read().find(new RevisionId("a1")).orElseThrow();
        List<String> names = variants.isEmpty() ? List.of() : List.of(variants.split(" "));
        assertThat(
                        migration
                                .file(direction, names)
                                .map(file -> file.path().getFileName().toString())
                                .orElse(""))
                .isEqualTo(name);
    }

    @Test
    void aMissingDownFileIsAWarningUnlessTheScriptSaysWhy() throws IOException {
        header("migrations/a.up.sql", "a1", "");
        header("migrations/b.h2.up.sql", "b1", "a1");
        write("migrations/b.down.sql", "");
        write(
                "migrations/c.up.sql",
                "-- revision: c1\n-- revises: b1\n-- limbeck: irreversible gone\nSELECT 1;\n");
        write(
                "migrations/d.up.sql",
                "-- revision: d1\n-- revises: c1\n-- limbeck: irreversible gone\nSELECT 1;\n");
        write("migrations/d.down.sql", "");
        header("migrations/e.up.sql", "e1", "d1");
        write("migrations/e.h2.down.sql", "");
        assertThat(missingDown("a1")).contains(ErrorCode.DOWN_MISSING);
        assertThat(missingDown("b1")).isEmpty();
        assertThat(missingDown("c1")).isEmpty();
        assertThat(missingDown("d1")).contains(ErrorCode.DIRECTIVE_INVALID);
        assertThat(missingDown("e1")).contains(ErrorCode.DOWN_MISSING);
    }

    private Optional<ErrorCode> missingDown(String id) {
        Migration migration = read().find(new RevisionId(id)).orElseThrow();
        Script up = Script.read(migration.files().get(0), SqlLexicon.standard("SQL"));
        return migration.missingDown(up).map(Diagnostic::code);
    }

    @Test
    void namesChainAProjectMadeForAnotherTool() throws IOException {
        write("migrations/000002_second.up.sql", "SELECT 2;");
        write("migrations/000001_first_thing.up.sql", "SELECT 1;");
        ProjectConfig config = config().toBuilder().chain(ChainMode.FILENAME).build();
        Migrations migrations = Migrations.load(config, List.of());
        assertThat(migrations.all())
                .extracting(migration -> migration.revision().message())
                .containsExactly("first thing", "second");
    }

    @Test
    void anyBytesGiveRevisionsOrFindings() throws IOException {
        Random random = new Random(9);
        String[] pieces = {
            "-- ", "--", "\n", "\r\n", "revision:", "revises:", " a1", ",", "created: ",
            "2026-11-23T10:00:00Z", "dialects: h2", "limbeck: ", "\ufeff", "ä", "/*", "x", " ", "\t"
        };
        for (int i = 0; i < 1_500; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(25);
            for (int k = 0; k < length; k++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextInt(3) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Path file = write("migrations/a.up.sql", "");
            Files.write(file, bytes);
            Migrations migrations = read();
            boolean hasErrors =
                    migrations.findings().stream()
                            .anyMatch(finding -> finding.severity() == Severity.ERROR);
            assertThat(hasErrors || migrations.ids().size() == 1).as("case %d", i).isTrue();
        }
    }

    private static List<ErrorCode> codes(Migrations migrations) {
        return migrations.findings().stream().map(Diagnostic::code).toList();
    }

    private Migrations read() {
        return Migrations.read(config(), List.of());
    }

    private ProjectConfig config() {
        return ProjectConfig.defaults(root);
    }

    private void header(String name, String id, String revises) throws IOException {
        write(name, "-- revision: " + id + "\n-- revises: " + revises + "\n\nSELECT 1;\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
