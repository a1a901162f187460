package dev.limbeck.cli.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of the tree with the launcher in it, and a PATH on which there is little else. */
final class Clone {
    /**
     * Prints its version, or the arguments of the program it is asked to run; makes archives of
     * classes and notes where it is given one.
     */
    static final String JAVA =
            """
            if [ "$1" = -version ]; then echo 'openjdk version "17.0.15"' >&2; exit 0; fi
            while [ "$1" != dev.limbeck.cli.Main ] && [ "$1" != dev.limbeck.cli.Rehearsal ]; do
                case $1 in
                    -XX:DumpLoadedClassList=*) : >"${1#*=}" ;;
                    -Xshare:dump) archives=yes ;;
                    -XX:SharedArchiveFile=*)
                        [ "${archives:-}" ] && { echo classes >"${1#*=}"; exit 0; }
                        echo shared >>sharing.txt
                        ;;
                esac
                shift
            done
            shift
            printf 'java:'; printf ' [%s]' "$@"; echo
            """;

    /** Notes how it was called and leaves what a build leaves. */
    static final String MAVEN =
            """
            echo "$@" >>builds.txt
            mkdir -p cli/target/lib
            : >cli/target/lib/limbeck.jar
            """;

    private static final List<String> TOOLS =
            List.of(
                    "sh",
                    "bash",
                    "dash",
                    "cat",
                    "dirname",
                    "find",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "sleep",
                    "touch",
                    "uname");

    private final Path root;
    private final Path tools;
    private final Map<String, String> environment = new HashMap<>();

    private Clone(Path root) {
        this.root = root;
        this.tools = root.resolveSibling("tools");
    }

    /** Makes a clone in a folder. */
    static Clone in(Path root) throws IOException {
        Clone clone = new Clone(root);
        Files.createDirectories(root);
        for (String script : List.of("limbeck", "cli/src/main/distribution/lib/launch.sh")) {
            Files.createDirectories(root.resolve(script).getParent());
            Files.copy(Path.of("..").resolve(script), root.resolve(script));
        }
        executable(root.resolve("limbeck"));
        for (String source :
                List.of("pom.xml", "cli/pom.xml", "core/pom.xml", "core/src/main/java/A.java")) {
            clone.touch(source);
        }
        Files.createDirectories(clone.tools);
        for (String tool : TOOLS) {
            for (String folder : List.of("/usr/bin", "/bin")) {
                Path original = Path.of(folder, tool);
                if (Files.isExecutable(original)) {
                    clone.tool(tool, "exec " + original + " \"$@\"");
                }
            }
        }
        clone.tool("mvn", MAVEN);
        clone.tool("java", JAVA);
        clone.tool("javac", "exit 0");
        return clone;
    }

    Path root() {
        return root;
    }

    /** Puts a program of our own on the PATH. */
    void tool(String name, String script) throws IOException {
        tool(tools, name, script);
    }

    /** Puts a program of our own into a folder. */
    void tool(Path folder, String name, String script) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/bin/sh\n" + script);
        executable(file);
    }

    void remove(String tool) throws IOException {
        Files.delete(tools.resolve(tool));
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Makes a file or gives it the present time. */
    void touch(String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
    }

    /** Makes everything an hour old, so that what is touched afterwards is newer. */
    void age() throws IOException {
        FileTime then = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path path : walk.toList()) {
                Files.setLastModifiedTime(path, then);
            }
        }
    }

    /** Returns the archives of classes that were made. */
    List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("cli/target"))) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    /** Returns the arguments of each build. */
    List<String> builds() throws IOException {
        Path builds = root.resolve("builds.txt");
        return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
    }

    /** Runs the launcher in the clone. */
    Ended limbeck(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./limbeck"));
        command.addAll(List.of(arguments));
        return run(root, command);
    }

    /** Starts the launcher and does not wait for it. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("./limbeck"));
        command.addAll(List.of(arguments));
        return builder(root, command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    Ended shell(String script) throws IOException, InterruptedException {
        return run(root, List.of("/bin/sh", "-c", script));
    }

    Ended run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(root.getParent(), "out", "");
        Path err = Files.createTempFile(root.getParent(), "err", "");
        Process process =
                builder(folder, command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        int code = process.waitFor();
        return new Ended(
                code,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private ProcessBuilder builder(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    /** How a process ended. */
    record Ended(int code, String out, String err) {}
}
