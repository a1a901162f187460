package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.ToolVersion;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: exit codes, signals, encodings. */
final class ProcessTest {
    @TempDir private Path folder;

    @Test
    void tellsItsVersion() throws Exception {
        Process process = start("--version");

        assertThat(read(process)).isEqualTo("limbeck " + ToolVersion.current() + "\n");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void endsWithTheExitCode() throws Exception {
        assertThat(start("upgrad").waitFor()).isEqualTo(2);
    }

    @Test
    void printsUtf8WhateverTheLocale() throws Exception {
        write("migrations/a1b2_one.up.sql", "-- größe 漢字\n--\n-- revision: a1b2\n-- revises:\n");
        write("limbeck.toml", "");

        assertThat(read(start("history"))).isEqualTo("<base> -> a1b2 (head), größe 漢字\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsWithTwelveWhenItIsToldToEnd() throws Exception {
        write(
                "migrations/a1b2_one.up.sql",
                """
                -- one
                --
                -- revision: a1b2
                -- revises:

                CREATE ALIAS pause FOR "java.lang.Thread.sleep(long)";
                CALL pause(600000);
                """);
        write("limbeck.toml", "[database]\nurl = \"jdbc:h2:file:./db\"\n");
        Process process = start("upgrade", "-v");
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            while (!err.readLine().startsWith("2/2")) {
                // the statement before
            }
            // The process itself would close its streams.
            process.toHandle().destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(12);
            assertThat(err.lines()).anyMatch(line -> line.startsWith("limbeck: interrupted"));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSecondSignalEndsAtOnceAndTheNextRunGoesOn() throws Exception {
        String script =
                """
                -- one
                --
                -- revision: a1b2
                -- revises:

                CREATE ALIAS pause FOR "java.lang.Thread.sleep(long)";
                CREATE TABLE one (id int);
                CREATE TABLE two AS SELECT 1 AS id WHERE pause(%s) IS NULL;
                """;
        write("migrations/a1b2_one.up.sql", script.formatted("600000"));
        write("limbeck.toml", "[database]\nurl = \"jdbc:h2:file:./db\"\n");
        Process process = start("upgrade", "-v");
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            while (!err.readLine().startsWith("3/3")) {
                // the statements before
            }
            process.toHandle().destroy();
            while (!err.readLine().startsWith("limbeck: interrupted, stopping")) {
                // what was shown before the signal
            }
            process.toHandle().destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(12);
            assertThat(err.lines().toList())
                    .contains("limbeck: interrupted; 'limbeck status' shows where it stopped");
        } finally {
            process.destroyForcibly();
        }
        // What H2 had not written yet is gone with the process, its journal's rows alike.
        write("migrations/a1b2_one.up.sql", script.formatted("1"));
        assertThat(start("upgrade").waitFor()).isZero();
        assertThat(read(start("current"))).isEqualTo("a1b2 (head)\n");
    }

    @Test
    void aFaultIsNoSignal() throws Exception {
        String withoutParser =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(entry -> !entry.contains("picocli"))
                        .collect(Collectors.joining(File.pathSeparator));

        Process process = start(Map.of("CLASSPATH", withoutParser), List.of(), "heads");

        assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.contains("NoClassDefFoundError"))
                .noneMatch(line -> line.contains("interrupted"));
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSignalCancelsWhatRunsAndTheNextRunGoesOn() throws Exception {
        String script =
                """
                -- one
                --
                -- revision: a1b2
                -- revises:

                CREATE TABLE one (id int);
                INSERT INTO one SELECT count(*) FROM system_range(1, %s);
                """;
        write("migrations/a1b2_one.up.sql", script.formatted("1000000000000"));
        write("limbeck.toml", "[database]\nurl = \"jdbc:h2:file:./db\"\n");
        Process process = start("upgrade", "-v");
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            while (!err.readLine().startsWith("2/2")) {
                // the statement before
            }
            process.toHandle().destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(12);
            assertThat(err.lines().toList())
                    .anyMatch(line -> line.startsWith("limbeck: interrupted, stopping"))
                    .anyMatch(line -> line.startsWith("error[LMB-509]"));
        } finally {
            process.destroyForcibly();
        }
        assertThat(read(start("status"))).contains("a1b2  up, 1 of 2 statements done");
        write("migrations/a1b2_one.up.sql", script.formatted("10"));
        assertThat(start("upgrade").waitFor()).isZero();
    }

    @Test
    void ordinaryCommandsLoadNoProver() throws Exception {
        write(
                "migrations/a1b2_one.up.sql",
                "-- one\n--\n-- revision: a1b2\n-- revises:\n\nCREATE TABLE t (a INT CHECK (a > 0));\n");
        write("schema/t.sql", "CREATE TABLE t (a INT CHECK (a > 0));\n");
        write("limbeck.toml", "[database]\nurl = \"jdbc:h2:file:./db\"\n");

        for (String command :
                List.of("upgrade", "status", "history", "current", "validate", "graph")) {
            Path log = folder.resolve(command + ".classes");
            Process process =
                    start(Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log), command);

            assertThat(process.waitFor()).as(command).isZero();
            assertThat(Files.readString(log))
                    .as(command)
                    .contains("dev.limbeck.cli.Main")
                    .doesNotContain("org.apache.calcite")
                    .doesNotContain("com.google.common");
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Process start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        return start(environment, List.of("-cp", System.getProperty("java.class.path")), arguments);
    }

    private Process start(
            Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("dev.limbeck.cli.Main");
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String read(Process process) throws IOException {
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder text = new StringBuilder();
            out.lines().forEach(line -> text.append(line).append('\n'));
            return text.toString();
        }
    }
}
