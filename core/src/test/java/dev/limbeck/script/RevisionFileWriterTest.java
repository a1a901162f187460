package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.config.ChainMode;
import dev.limbeck.config.FileTemplate;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.config.RevisionConfig;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.NewRevision.ScriptPair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionFileWriterTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T09:08:07.5Z"), ZoneOffset.UTC);

    private final Queue<String> ids = new ArrayDeque<>(List.of("1975ea83b712", "27c6a30d7c24"));

    @TempDir private Path temporary;
    private ProjectConfig config = ProjectConfig.defaults(Path.of(""));

    @BeforeEach
    void makeProject() throws IOException {
        Path root = temporary.toRealPath();
        Files.createDirectory(root.resolve("migrations"));
        config = ProjectConfig.defaults(root);
    }

    @Test
    void writesAPairWithAHeader() throws IOException {
        WrittenRevision written = write(NewRevision.on(List.of(), "Create account!"));
        assertThat(names(written))
                .containsExactly(
                        "1975ea83b712_create_account.up.sql",
                        "1975ea83b712_create_account.down.sql");
        assertThat(text("migrations/1975ea83b712_create_account.up.sql"))
                .isEqualTo(
                        """
                        -- Create account!
                        --
                        -- revision: 1975ea83b712
                        -- revises:
                        -- created: 2026-11-23T09:08:07Z

                        """);
        assertThat(text("migrations/1975ea83b712_create_account.down.sql"))
                .isEqualTo("-- undoes 1975ea83b712, Create account!\n\n");
        assertThat(hidden()).isEmpty();
    }

    @Test
    void writesEveryKeyAndOnePairAVariant() throws IOException {
        write(NewRevision.on(List.of(), "one"));
        NewRevision revision =
                new NewRevision(
                        "add search",
                        Optional.of("27c6a30d7c24"),
                        List.of("1975ea83b712"),
                        List.of("search", "more"),
                        List.of("1975ea83b712"),
                        List.of("postgres", "mysql"),
                        Optional.empty(),
                        List.of(
                                new ScriptPair(Optional.empty(), "SELECT 1;", "SELECT 2;\n"),
                                new ScriptPair(Optional.of("mysql"), "SELECT 3;\n", "")));
        WrittenRevision written = write(revision);
        assertThat(names(written))
                .containsExactly(
                        "27c6a30d7c24_add_search.up.sql",
                        "27c6a30d7c24_add_search.down.sql",
                        "27c6a30d7c24_add_search.mysql.up.sql",
                        "27c6a30d7c24_add_search.mysql.down.sql");
        String header =
                """
                -- add search
                --
                -- revision: 27c6a30d7c24
                -- revises: 1975ea83b712
                -- branch-labels: search, more
                -- depends-on: 1975ea83b712
                -- created: 2026-11-23T09:08:07Z
                -- dialects: postgres, mysql

                """;
        assertThat(text("migrations/27c6a30d7c24_add_search.up.sql"))
                .isEqualTo(header + "SELECT 1;\n");
        assertThat(text("migrations/27c6a30d7c24_add_search.mysql.up.sql"))
                .isEqualTo(header + "SELECT 3;\n");
        assertThat(text("migrations/27c6a30d7c24_add_search.down.sql")).endsWith("\n\nSELECT 2;\n");
    }

    @Test
    void whatIsWrittenIsWhatIsRead() {
        WrittenRevision written = write(NewRevision.on(List.of(), "größer: 名前"));
        Migrations migrations = existing();
        assertThat(migrations.findings()).isEmpty();
        Revision read = migrations.find(new RevisionId("1975ea83b712")).orElseThrow().revision();
        Revision told = written.revision();
        assertThat(read.message()).isEqualTo(told.message()).isEqualTo("größer: 名前");
        assertThat(read.created()).isEqualTo(told.created());
        assertThat(read.path()).isEqualTo(told.path());
        assertThat(read.revises()).isEqualTo(told.revises());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1975ea83b712.up.sql, '-- revision: 1975ea83b712'",
        "'  ', 1975ea83b712.up.sql, '-- revision: 1975ea83b712'",
        "'two\n\n lines ', 1975ea83b712_two_lines.up.sql, '-- two'",
        "'!!!', 1975ea83b712.up.sql, '-- !!!'"
    })
    void messagesOfEveryForm(String message, String name, String firstLine) throws IOException {
        write(NewRevision.on(List.of(), message));
        assertThat(text("migrations/" + name).lines().findFirst()).contains(firstLine);
        assertThat(existing().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"revises: x", "limbeck: transaction off", "fine\n created : x"})
    void aMessageThatWouldBeReadAsAKeyIsRefused(String message) {
        assertThatThrownBy(() -> write(NewRevision.on(List.of(), message)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("has a meaning of its own");
        assertThat(existing().files()).isEmpty();
    }

    @Test
    void templateAndTimezoneMakeNameAndDate() throws IOException {
        config =
                config.toBuilder()
                        .revision(
                                new RevisionConfig(
                                        new FileTemplate(
                                                "{year}/{month}/{day}T{hour}{minute}{second}_{epoch}_{slug}_{rev}"),
                                        ZoneId.of("Asia/Tokyo"),
                                        8))
                        .build();
        write(NewRevision.on(List.of(), "a long message"));
        String file = "migrations/2026/11/23T180807_1795424887_a_long__1975ea83b712.up.sql";
        assertThat(text(file)).contains("-- created: 2026-11-23T18:08:07+09:00\n");
        assertThat(existing().find(new RevisionId("1975ea83b712")).orElseThrow().files())
                .hasSize(2);
    }

    @Test
    void aNameThatEndsInADialectIsRefused() {
        config =
                config.toBuilder()
                        .revision(
                                new RevisionConfig(
                                        new FileTemplate("{rev}.{slug}"), ZoneOffset.UTC, 40))
                        .build();
        assertThatThrownBy(() -> write(NewRevision.on(List.of(), "Postgres")))
                .hasMessageContaining("ends in a dialect's name");
    }

    @Test
    void nothingIsOverwrittenAndNothingIsLeftHalfWritten() throws IOException {
        Path taken = config.root().resolve("migrations/1975ea83b712_x.up.sql");
        Files.writeString(taken, "mine");
        ConfigException e =
                catchThrowableOfType(
                        ConfigException.class,
                        () ->
                                new RevisionFileWriter(config, ids::remove, CLOCK)
                                        .write(
                                                NewRevision.on(List.of(), "x"),
                                                Migrations.read(emptyProject(), List.of())));
        assertThat(e.code()).isEqualTo(ErrorCode.FILE_EXISTS);
        assertThat(Files.readString(taken)).isEqualTo("mine");
        try (Stream<Path> files = Files.list(taken.getParent())) {
            assertThat(files).containsExactly(taken);
        }
    }

    private ProjectConfig emptyProject() {
        try {
            Path other = Files.createDirectories(config.root().resolve("other"));
            return config.toBuilder().migrations(List.of(other)).build();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void idsInUseAreNotGivenAgain() {
        write(NewRevision.on(List.of(), "x"));
        ids.add("27c6a30d7c24");
        Queue<String> repeating = new ArrayDeque<>(List.of("1975ea83b712", "abc"));
        WrittenRevision second =
                new RevisionFileWriter(config, repeating::remove, CLOCK)
                        .write(NewRevision.on(List.of("1975ea83b712"), "y"), existing());
        assertThat(second.revision().id().value()).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource({
        "1975ea83b712, DUPLICATE_REVISION",
        "head, ILLEGAL_REVISION_ID",
        "a-b, ILLEGAL_REVISION_ID"
    })
    void anIdThatCantBeIsRefused(String id, ErrorCode code) {
        write(NewRevision.on(List.of(), "x"));
        NewRevision revision =
                new NewRevision(
                        "y",
                        Optional.of(id),
                        List.of("1975ea83b712"),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of());
        assertThat(catchThrowableOfType(LimbeckException.class, () -> write(revision)).code())
                .isEqualTo(code);
    }

    @Test
    void randomIdsAreTwelveHexadecimalDigits() {
        WrittenRevision written =
                RevisionFileWriter.of(config).write(NewRevision.on(List.of(), "x"), existing());
        assertThat(written.revision().id().value()).matches("[0-9a-f]{12}");
    }

    @Test
    void theFolderIsTheFirstParentsOrTheOneAskedFor() throws IOException {
        Path root = config.root();
        Path billing = Files.createDirectory(root.resolve("billing"));
        config =
                config.toBuilder().migrations(List.of(root.resolve("migrations"), billing)).build();
        assertThatThrownBy(() -> write(NewRevision.on(List.of(), "root")))
                .hasMessageContaining("several folders");
        write(in(Path.of("billing"), List.of()));
        assertThat(existing().files()).allMatch(file -> file.path().startsWith(billing));
        write(NewRevision.on(List.of("1975ea83b712"), "child"));
        assertThat(existing().files()).hasSize(4).allMatch(file -> file.path().startsWith(billing));
        ids.add("abc");
        ConfigException e =
                catchThrowableOfType(
                        ConfigException.class,
                        () -> write(in(root.resolve("elsewhere"), List.of("27c6a30d7c24"))));
        assertThat(e.code()).isEqualTo(ErrorCode.USAGE);
        assertThat(e.hint().orElseThrow()).contains("--version-path").contains("billing");
    }

    private static NewRevision in(Path folder, List<String> revises) {
        return new NewRevision(
                "x",
                Optional.empty(),
                revises,
                List.of(),
                List.of(),
                List.of(),
                Optional.of(folder),
                List.of());
    }

    @Test
    void numbersGoOnWhereNamesMakeTheChain() throws IOException {
        config = config.toBuilder().chain(ChainMode.FILENAME).build();
        write(NewRevision.on(List.of(), "first"));
        assertThat(text("migrations/000001_first.up.sql")).isEqualTo("-- first\n\n");
        Files.writeString(config.root().resolve("migrations/000009_x.up.sql"), "");
        write(NewRevision.on(List.of("000009"), "second one"));
        assertThat(existing().ids())
                .extracting(RevisionId::value)
                .containsExactly("000001", "000009", "000010");
        assertThatThrownBy(() -> write(NewRevision.on(List.of("000001"), "branch")))
                .hasMessageContaining("revises the one before it");
        assertThatThrownBy(
                        () ->
                                new RevisionFileWriter(config, ids::remove, CLOCK)
                                        .planRevises(existing().all().get(1), List.of("000001")))
                .hasMessageContaining("chain");
    }

    @ParameterizedTest
    @CsvSource({
        "'-- revises: aa', 'cc', '-- revises: cc'",
        "'-- revises:', 'cc', '-- revises: cc'",
        "'-- revises:   ', 'cc', '-- revises: cc   '",
        "'--revises:aa', 'cc', '--revises: cc'",
        "'  --  revises :\taa , bb  ', 'cc', '  --  revises :\tcc  '",
        "'-- revises: aa', 'cc dd', '-- revises: cc, dd'",
        "'-- revises: aa', '', '-- revises: '"
    })
    void onlyTheValueOfTheLineChanges(String before, String parents, String after)
            throws IOException {
        byte[] opening = "\ufeff-- größer\r\n-- revision: x1\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] rest = "\r\nSELECT '\u00e4';\r\n\r".getBytes(StandardCharsets.ISO_8859_1);
        Path file = config.root().resolve("migrations/x.up.sql");
        Files.write(file, join(opening, before.getBytes(StandardCharsets.UTF_8), rest));
        RevisionFileWriter writer = RevisionFileWriter.of(config);
        Migration migration = existing().find(new RevisionId("x1")).orElseThrow();
        List<String> revises = parents.isEmpty() ? List.of() : List.of(parents.split(" "));
        List<HeaderEdit> edits = writer.planRevises(migration, revises);
        assertThat(edits)
                .singleElement()
                .satisfies(
                        edit -> {
                            assertThat(edit.line()).isEqualTo(3);
                            assertThat(edit.before()).isEqualTo(before);
                            assertThat(edit.after()).isEqualTo(after);
                        });
        writer.apply(edits);
        assertThat(Files.readAllBytes(file))
                .isEqualTo(join(opening, after.getBytes(StandardCharsets.UTF_8), rest));
        assertThat(hidden()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void allVariantsChangeAndKeepTheirPermissions() throws IOException {
        Path folder = config.root().resolve("migrations");
        for (String name : List.of("x.up.sql", "x.h2.up.sql")) {
            Files.writeString(folder.resolve(name), "-- revision: x1\n-- revises: aa\n");
            Files.setPosixFilePermissions(
                    folder.resolve(name), PosixFilePermissions.fromString("rw-r-----"));
        }
        Files.writeString(folder.resolve("x.down.sql"), "-- revises: aa\n");
        RevisionFileWriter writer = RevisionFileWriter.of(config);
        Migration migration = existing().find(new RevisionId("x1")).orElseThrow();
        writer.apply(writer.planRevises(migration, List.of("bb")));
        assertThat(existing().find(new RevisionId("x1")).orElseThrow().revision().revises())
                .containsExactly("bb");
        assertThat(text("migrations/x.down.sql")).isEqualTo("-- revises: aa\n");
        assertThat(Files.getPosixFilePermissions(folder.resolve("x.h2.up.sql")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    }

    @Test
    void aFileThatChangedSinceThePlanIsLeftAlone() throws IOException {
        Path file = config.root().resolve("migrations/x.up.sql");
        Files.writeString(file, "-- revision: x1\n-- revises: aa\n");
        RevisionFileWriter writer = RevisionFileWriter.of(config);
        List<HeaderEdit> edits =
                writer.planRevises(
                        existing().find(new RevisionId("x1")).orElseThrow(), List.of("bb"));
        Files.writeString(file, "-- revision: x1\n-- revises: zz\n");
        assertThat(catchThrowableOfType(LimbeckException.class, () -> writer.apply(edits)).code())
                .isEqualTo(ErrorCode.FILE_CHANGED);
        assertThat(Files.readString(file)).isEqualTo("-- revision: x1\n-- revises: zz\n");
        assertThat(hidden()).isEmpty();
    }

    private static byte[] join(byte[]... parts) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        return bytes.toByteArray();
    }

    private WrittenRevision write(NewRevision revision) {
        return new RevisionFileWriter(config, ids::remove, CLOCK).write(revision, existing());
    }

    private Migrations existing() {
        return Migrations.read(config, List.of());
    }

    private String text(String file) throws IOException {
        return Files.readString(config.root().resolve(file));
    }

    private static List<String> names(WrittenRevision written) {
        return written.files().stream().map(file -> file.getFileName().toString()).toList();
    }

    /** Returns what a writer left behind. */
    private List<Path> hidden() throws IOException {
        try (Stream<Path> files = Files.list(config.root().resolve("migrations"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
        }
    }
}
