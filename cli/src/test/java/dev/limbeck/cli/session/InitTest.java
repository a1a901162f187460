package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.session.TestProject.Ended;
import dev.limbeck.cli.template.ProjectTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InitTest {
    private static final List<String> SCRIPTS =
            List.of(
                    "create_migration.sh",
                    "create_migration.bat",
                    "apply_migration.sh",
                    "apply_migration.bat");

    @TempDir private Path folder;

    private TestProject program;

    @BeforeEach
    void open() throws Exception {
        program = TestProject.in(folder);
    }

    @AfterEach
    void close() throws Exception {
        program.close();
    }

    static Stream<String> templates() {
        return ProjectTemplate.all().stream().map(ProjectTemplate::name);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateWorksAtOnce(String template) throws IOException {
        assertThat(program.run("init", "shop", "--template", template).code()).isZero();

        String config = "shop/limbeck.toml";
        assertThat(program.run("-c", config, "validate", "--strict").code()).isZero();
        assertThat(program.run("-c", config, "upgrade", "-v").code()).isZero();
        assertThat(program.run("-c", config, "revision", "-m", "one more").code()).isZero();
        assertThat(program.run("-c", config, "upgrade").code()).isZero();
        assertThat(program.run("-c", config, "status", "--exit-code").code()).isZero();
        assertThat(program.run("-c", config, "downgrade", "base").code()).isZero();
        assertThat(folder.resolve("shop/schema")).isDirectory();
        assertThat(SCRIPTS).allMatch(script -> Files.exists(folder.resolve("shop/" + script)));
    }

    @Test
    void withoutAFolderItLaysOutTheCurrentOne() throws IOException {
        Files.delete(folder.resolve("limbeck.toml"));

        assertThat(program.run("init").out()).startsWith("wrote limbeck.toml\n");
        assertThat(program.run("upgrade").out()).isEqualTo("at <base>\n");
    }

    @Test
    void overwritesNothingAndWritesNothingThen() throws IOException {
        program.write("shop/apply_migration.sh", "mine");

        Ended ended = program.run("init", "shop");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("there already: shop/apply_migration.sh");
        assertThat(folder.resolve("shop/apply_migration.sh")).hasContent("mine");
        try (Stream<Path> files = Files.list(folder.resolve("shop"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leavesNothingBehindWhereItCantWriteAll() throws IOException {
        // A file where a folder is needed.
        program.write("shop/schema", "");

        Ended ended = program.run("init", "shop");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("can't write a project in");
        try (Stream<Path> files = Files.list(folder.resolve("shop"))) {
            assertThat(files).containsExactly(folder.resolve("shop/schema"));
        }
    }

    @Test
    void takesInFoldersThatAreThere() throws IOException {
        program.write("shop/migrations/0001_old.up.sql", "");

        assertThat(program.run("init", "shop").code()).isZero();
        assertThat(folder.resolve("shop/migrations/0001_old.up.sql")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "h2, jdbc:h2:file:./.limbeck/app",
        "postgres, jdbc:postgresql://localhost:5432/app",
    })
    void theDialectChoosesTheUrl(String dialect, String url) {
        program.run("init", "shop", "--dialect", dialect);

        assertThat(folder.resolve("shop/limbeck.toml")).content().contains("\"" + url + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dialect=oracl", "--template=big"})
    void namesWhatThereIsWhereANameIsUnknown(String option) {
        Ended ended = program.run("init", "shop", option);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("hint: ");
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    @Test
    void batchFilesHaveWindowsLineEndsAndTheOthersNot() throws IOException {
        program.run("init", "shop");

        for (String script : SCRIPTS) {
            String text =
                    Files.readString(
                            folder.resolve("shop").resolve(script), StandardCharsets.US_ASCII);
            assertThat(text.replace("\r\n", "").contains("\n"))
                    .as(script)
                    .isEqualTo(script.endsWith(".sh"));
            assertThat(text.contains("\r")).as(script).isEqualTo(script.endsWith(".bat"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theScriptsRunLimbeckOnTheirProject() throws Exception {
        program.run("init", "my shop");
        program.write("fake limbeck", "#!/bin/sh\nprintf '[%s]' \"$@\"\n");
        assertThat(folder.resolve("fake limbeck").toFile().setExecutable(true)).isTrue();

        assertThat(script("./my shop/create_migration.sh", "add a name", "--splice"))
                .isEqualTo("[-c][./my shop/limbeck.toml][revision][-m][add a name][--splice]");
        assertThat(script("./my shop/apply_migration.sh", "+1"))
                .isEqualTo("[-c][./my shop/limbeck.toml][upgrade][+1]");
        assertThat(script("./my shop/create_migration.sh")).startsWith("usage: ");
    }

    private String script(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LIMBECK", folder.resolve("fake limbeck").toString());
        Process process = builder.start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
