package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaFilesTest {
    @TempDir private Path folder;

    private SchemaFiles.Selection select(List<String> variants, String... files)
            throws IOException {
        for (String file : files) {
            Path path = folder.resolve("schema").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "");
        }
        return found("schema").select(variants);
    }

    private SchemaFiles found(String... roots) {
        return SchemaFiles.find(
                Stream.of(roots).map(folder::resolve).toList(), folder, List.of("acme"));
    }

    private static List<String> names(SchemaFiles.Selection selection) {
        return selection.read().stream().map(file -> file.path().getFileName().toString()).toList();
    }

    @Test
    void aVariantTakesTheGeneralFilesPlace() throws Exception {
        SchemaFiles.Selection selection =
                select(List.of("postgres"), "a.sql", "a.postgres.sql", "b.mysql.sql", "c.sql");

        assertThat(names(selection)).containsExactly("a.postgres.sql", "c.sql");
        assertThat(selection.unread())
                .extracting(SchemaFiles.Unread::reason)
                .containsExactly("the one for postgres takes its place", "it is for mysql");
    }

    @Test
    void theMostSpecificVariantWins() throws Exception {
        SchemaFiles.Selection selection =
                select(
                        List.of("mariadb", "mysql"),
                        "a.sql",
                        "a.mysql.sql",
                        "a.mariadb.sql",
                        "b.mysql.sql");

        assertThat(names(selection)).containsExactly("a.mariadb.sql", "b.mysql.sql");
    }

    @Test
    void dialectsOnTheClassPathAreKnown() throws Exception {
        assertThat(names(select(List.of("acme"), "a.acme.sql", "a.other.sql")))
                .containsExactly("a.acme.sql", "a.other.sql");
    }

    @Test
    void pairsWithinAFolderOnly() throws Exception {
        assertThat(names(select(List.of("postgres"), "x/a.sql", "y/a.postgres.sql")))
                .containsExactly("a.sql", "a.postgres.sql");
    }

    @Test
    void namesWhatItLeavesOut() throws Exception {
        SchemaFiles.Selection selection =
                select(List.of("postgres"), ".draft.sql", "1_a.up.sql", "1_a.down.sql", "b.sql");

        assertThat(names(selection)).containsExactly("b.sql");
        assertThat(selection.unread())
                .extracting(SchemaFiles.Unread::reason)
                .containsExactly(
                        "it is hidden",
                        "by its name it belongs to a revision",
                        "by its name it belongs to a revision");
    }

    @Test
    void aRootMayBeAFile() throws Exception {
        select(List.of("postgres"), "a.sql", "b.sql");

        SchemaFiles files = found("schema/b.sql", "schema/none.sql");

        assertThat(names(files.select(List.of("postgres")))).containsExactly("b.sql");
        assertThat(files.findings())
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .contains("none.sql' does not exist");
    }
}
