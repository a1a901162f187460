package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.testing.Findings;
import dev.limbeck.testing.GoldenFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    private static final CommandRunner NO_COMMANDS =
            (command, folder) -> {
                throw new IOException("no command is expected");
            };

    @TempDir private Path folder;

    /** Each case: a file, the environment's variables and name; what is read, or what is wrong. */
    @TestFactory
    Stream<DynamicTest> readsFilesOrSaysWhatIsWrong() {
        return GoldenFiles.in("config", this::compute);
    }

    private Map<String, String> compute(Map<String, String> sections) throws IOException {
        Path project = Files.createTempDirectory(folder, "project");
        Files.writeString(project.resolve("limbeck.toml"), sections.getOrDefault("toml", ""));
        ConfigRequest request =
                ConfigRequest.in(project)
                        .withVariables(variables(sections.getOrDefault("variables", "")));
        String environment = sections.getOrDefault("environment", "").strip();
        if (!environment.isEmpty()) {
            request = request.withEnvironment(environment);
        }
        String settings = "";
        String findings = "";
        try {
            ProjectConfig config = ConfigReader.read(request);
            settings = describe(config);
            findings = Findings.of(config.database().problems());
        } catch (ConfigException e) {
            findings = Findings.of(e);
        }
        return Map.of(
                "settings", settings.replace(project.toString(), "PROJECT"), "findings", findings);
    }

    private static Map<String, String> variables(String lines) {
        Map<String, String> variables = new LinkedHashMap<>();
        lines.lines()
                .map(line -> line.split("=", 2))
                .forEach(pair -> variables.put(pair[0], pair[1]));
        return variables;
    }

    private static String describe(ProjectConfig config) {
        return String.join(
                "\n",
                "environment " + config.environment(),
                "migrations " + config.migrations(),
                "schema " + config.schema(),
                "chain " + config.chain(),
                config.database().toString(),
                config.limits().toString(),
                config.ledger().toString(),
                config.revision().toString(),
                config.introspect().toString(),
                "vars " + new TreeMap<>(config.vars()),
                config.guard().toString(),
                config.hooks().toString(),
                config.targets().toString(),
                "");
    }

    @Test
    void optionsGoBeforeVariablesBeforeEnvironmentBeforeFile() throws IOException {
        write(
                """
                [database]
                url = "file-url"
                user = "file-user"
                password = "file-password"
                [env.prod.database]
                url = "env-url"
                user = "env-user"
                password = "env-password"
                """);
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "option-password\n");
        Map<String, String> variables =
                Map.of(
                        "LIMBECK_URL", "variable-url",
                        "LIMBECK_USER", "variable-user",
                        "LIMBECK_PASSWORD", "variable-password");
        ConfigRequest plain = ConfigRequest.in(folder);
        assertThat(connection(plain)).isEqualTo("file-url file-user file-password");
        ConfigRequest prod = plain.withEnvironment("prod");
        assertThat(connection(prod)).isEqualTo("env-url env-user env-password");
        ConfigRequest set = prod.withVariables(variables);
        assertThat(connection(set)).isEqualTo("variable-url variable-user variable-password");
        ConfigRequest options =
                new ConfigRequest(
                        Optional.empty(),
                        Optional.of("prod"),
                        Optional.of("option-url"),
                        Optional.of("option-user"),
                        Optional.of(secret),
                        Map.of(),
                        variables,
                        folder);
        assertThat(connection(options)).isEqualTo("option-url option-user option-password");
    }

    private static String connection(ConfigRequest request) {
        ConnectionSettings settings = ConfigReader.read(request).database().connection(NO_COMMANDS);
        return settings.url()
                + " "
                + settings.user().orElse("none")
                + " "
                + settings.password().map(Secret::reveal).orElse("none");
    }

    @Test
    void environmentVariablesNameFileAndEnvironment() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(
                elsewhere.resolve("other.toml"), "[env.eu.database]\nurl = \"jdbc:eu\"\n");
        ProjectConfig config =
                ConfigReader.read(
                        ConfigRequest.in(folder)
                                .withVariables(
                                        Map.of(
                                                "LIMBECK_CONFIG", "elsewhere/other.toml",
                                                "LIMBECK_ENV", "eu")));
        assertThat(config.root()).isEqualTo(elsewhere);
        assertThat(config.environment()).contains("eu");
        assertThat(config.migrations()).containsExactly(elsewhere.resolve("migrations"));
        assertThat(config.database().url()).contains("jdbc:eu");
        assertThat(config.database().folder()).isEqualTo(elsewhere);
    }

    @Test
    void aUrlFromOutsideTheFileIsSeenFromWhereTheUserStands() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("limbeck.toml"), "");
        ProjectConfig config =
                ConfigReader.read(
                        ConfigRequest.in(folder)
                                .withFile(Path.of("elsewhere", "limbeck.toml"))
                                .withVariables(Map.of("LIMBECK_URL", "jdbc:x:./y")));
        assertThat(config.database().folder()).isEqualTo(folder);
    }

    @Test
    void emptyVariablesCountAsNotSet() throws IOException {
        write("[database]\nurl = \"file-url\"\n");
        ConfigRequest request =
                ConfigRequest.in(folder)
                        .withVariables(
                                Map.of("LIMBECK_URL", "", "LIMBECK_ENV", "", "LIMBECK_CONFIG", ""));
        assertThat(connection(request)).isEqualTo("file-url none none");
    }

    @Test
    void placeholdersFromTheCommandLineWin() throws IOException {
        write("[vars]\na = \"1\"\nb = \"${B}\"\n[env.x.vars]\na = \"2\"\nc = \"3\"\n");
        ConfigRequest request =
                new ConfigRequest(
                        Optional.empty(),
                        Optional.of("x"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("b", "9"),
                        Map.of(),
                        folder);
        assertThat(ConfigReader.read(request).vars())
                .isEqualTo(Map.of("a", "2", "b", "9", "c", "3"));
    }

    @Test
    void whatOnlyAConnectionNeedsIsMissedOnlyByAConnection() throws IOException {
        write("[database]\nurl = \"jdbc:x\"\npassword = \"${DB_PASSWORD}\"\n");
        DatabaseConfig database = ConfigReader.read(ConfigRequest.in(folder)).database();
        assertThatThrownBy(() -> database.connection(NO_COMMANDS))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("DB_PASSWORD is not set")
                .hasMessageContaining("limbeck.toml:3:12");
    }

    @Test
    void aConnectionNeedsAUrl() throws IOException {
        write("[database]\nurl = \"\"\n");
        DatabaseConfig database = ConfigReader.read(ConfigRequest.in(folder)).database();
        assertThat(database.url()).isEmpty();
        ConfigException e =
                catchThrowableOfType(ConfigException.class, () -> database.connection(NO_COMMANDS));
        assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_NOT_CONFIGURED);
    }

    @Test
    void aMissingFileSaysWhereToLook() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("a/b"));
        ConfigException nowhere =
                catchThrowableOfType(
                        ConfigException.class, () -> ConfigReader.read(ConfigRequest.in(inner)));
        assertThat(nowhere.code()).isEqualTo(ErrorCode.CONFIG_NOT_FOUND);
        assertThat(nowhere.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("init"));
        write("");
        ConfigException above =
                catchThrowableOfType(
                        ConfigException.class, () -> ConfigReader.read(ConfigRequest.in(inner)));
        assertThat(above.hint())
                .contains("there is one further up: '-c " + folder.resolve("limbeck.toml") + "'");
        ConfigException aFolder =
                catchThrowableOfType(
                        ConfigException.class,
                        () -> ConfigReader.read(ConfigRequest.in(folder).withFile(Path.of("a"))));
        assertThat(aFolder.hint())
                .contains("name a file in it: '-c " + Path.of("a", "limbeck.toml") + "'");
    }

    @Test
    void invalidUtf8IsNamed() throws IOException {
        byte[] bytes = "chain = \"h\"\n# x".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;
        Files.write(folder.resolve("limbeck.toml"), bytes);
        assertThatThrownBy(() -> ConfigReader.read(ConfigRequest.in(folder)))
                .hasMessage("LMB-602: byte 0xFF is not valid UTF-8 here (limbeck.toml:2:3)");
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreRead() throws IOException {
        write("\ufeffmigrations = [\"a\"]\r\n[revision]\r\ntimezone = \"Europe/Berlin\"\r\n");
        ProjectConfig config = ConfigReader.read(ConfigRequest.in(folder));
        assertThat(config.migrations()).containsExactly(folder.resolve("a"));
        assertThat(config.revision().timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void tildeIsTheHomeAndAbsolutePathsStay() throws IOException {
        Path other = folder.resolve("other").toAbsolutePath();
        write("migrations = [\"~/m\", \"~\", '" + other + "', \"~x\"]\n");
        ProjectConfig config =
                ConfigReader.read(
                        ConfigRequest.in(folder).withVariables(Map.of("HOME", "/home/me")));
        assertThat(config.migrations())
                .containsExactly(
                        Path.of("/home/me/m"), Path.of("/home/me"), other, folder.resolve("~x"));
    }

    @Test
    void noSecretIsEverPrinted() throws IOException {
        write(
                """
                [database]
                url = "jdbc:postgresql://me:hunter2@db/app?password=hunter2"
                password = "hunter2"
                [targets]
                list = ["jdbc:mysql://a:hunter2@b/c"]
                """);
        ConfigRequest request =
                ConfigRequest.in(folder).withVariables(Map.of("LIMBECK_PASSWORD", "hunter2"));
        ProjectConfig config = ConfigReader.read(request);
        List<Object> printed =
                List.of(
                        request,
                        config,
                        config.database().connection(NO_COMMANDS),
                        new PasswordSource.FromCommand("echo hunter2", folder));
        assertThat(printed.toString()).doesNotContain("hunter2").contains("db/app");
    }

    private void write(String toml) throws IOException {
        Files.writeString(folder.resolve("limbeck.toml"), toml);
    }
}
