package dev.limbeck.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.Limbeck;
import dev.limbeck.ValidationRequest;
import dev.limbeck.config.ConfigReader;
import dev.limbeck.config.ConfigRequest;
import dev.limbeck.error.Severity;
import dev.limbeck.proof.DownProof;
import dev.limbeck.proof.DownProof.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Chains written the way a forum and an issue tracker have them: data migrations, triggers,
 * functions, views, partitions. A file holds a whole chain, cut at {@code ===} and {@code ---
 * down}.
 */
class ChainsInTheWildTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"forum.postgres, postgres", "tracker.mysql, mysql"})
    void nothingIsFoundAndEachDownIsProved(String chain, String dialect) throws IOException {
        unpack(chain);
        try (Limbeck limbeck =
                Limbeck.configure().project(ConfigReader.read(ConfigRequest.in(folder))).build()) {
            assertThat(
                            limbeck.validate(ValidationRequest.standard().on(List.of(dialect)))
                                    .findings())
                    .filteredOn(finding -> finding.severity() != Severity.INFO)
                    .isEmpty();
            assertThat(limbeck.verify(List.of(), List.of(dialect)))
                    .hasSizeGreaterThan(14)
                    .extracting(DownProof::verdict)
                    .containsOnly(Verdict.PROVED);
        }
    }

    private void unpack(String chain) throws IOException {
        Files.writeString(
                folder.resolve("limbeck.toml"),
                "migrations = [\"migrations\"]\nchain = \"filename\"\n");
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        for (String part : text(chain).substring("=== ".length()).split("\n=== ", -1)) {
            int head = part.indexOf('\n');
            int down = part.indexOf("--- down\n");
            String stem = part.substring(0, head).replace(' ', '_');
            Files.writeString(migrations.resolve(stem + ".up.sql"), part.substring(head + 1, down));
            Files.writeString(
                    migrations.resolve(stem + ".down.sql"),
                    part.substring(down + "--- down\n".length()));
        }
    }

    private static String text(String chain) throws IOException {
        String name = "/chains/" + chain + ".sql";
        try (InputStream in =
                Objects.requireNonNull(ChainsInTheWildTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
