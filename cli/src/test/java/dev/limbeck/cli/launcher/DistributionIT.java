package dev.limbeck.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.ToolVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.hsqldb.jdbc.JDBCDriver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Unpacks what {@code mvn package} made, in a folder with a blank in its name, and runs it with a
 * real Java. In a build it comes after the packages; elsewhere it is skipped where there are none.
 */
@DisabledOnOs(OS.WINDOWS)
final class DistributionIT {
    private static final Path PACKAGES =
            Path.of(
                    System.getProperty(
                            "limbeck.distribution", "target/limbeck-" + ToolVersion.current()));

    @TempDir private static Path folder;

    private static Path home;

    @BeforeAll
    static void unpack() throws Exception {
        home = unpackIn(Files.createDirectory(folder.resolve("a place")));
    }

    private static Path unpackIn(Path place) throws Exception {
        Path archive = Path.of(PACKAGES + ".tar.gz");
        assumeTrue(Files.exists(archive), archive + " is made by 'mvn package'");
        run(place, List.of("tar", "-xzf", archive.toAbsolutePath().toString()));
        return place.resolve("limbeck-" + ToolVersion.current());
    }

    @Test
    void holdsTheSameInBothPackages() throws IOException {
        Set<String> zipped;
        try (ZipFile zip = new ZipFile(PACKAGES + ".zip")) {
            zipped =
                    zip.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(entry -> entry.getName())
                            .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(zipped)
                .contains(
                        inside("bin/limbeck"),
                        inside("bin/limbeck.bat"),
                        inside("completions/_limbeck"),
                        inside("completions/limbeck.bash"),
                        inside("drivers/README.txt"),
                        inside("lib/limbeck.jar"),
                        inside("man/man1/limbeck.1"),
                        inside("sample/limbeck.toml"),
                        inside("LICENSE"),
                        inside("NOTICE"),
                        inside("THIRD-PARTY.md"))
                .allMatch(name -> Files.exists(home.resolveSibling(name)), "is in the tar too");
        assertThat(Files.readString(home.resolve("bin/limbeck.bat"))).contains("\r\n");
    }

    @Test
    void namesTheLicenceOfEachJar() throws IOException {
        String licences = Files.readString(home.resolve("THIRD-PARTY.md"));
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .filteredOn(name -> name.endsWith(".jar") && !name.startsWith("limbeck"))
                    .isNotEmpty()
                    .allSatisfy(
                            name ->
                                    assertThat(licences)
                                            .contains("`" + name.replaceAll("-\\d.*", "") + "`"));
        }
    }

    @Test
    void tellsOfEachCommandInTheManual() throws IOException {
        assertThat(Files.readString(home.resolve("man/man1/limbeck.1")))
                .startsWith(".TH LIMBECK 1")
                .contains(".SS \"upgrade [OPTIONS] [TARGET]\"")
                .contains(".B \\-\\-dry\\-run");
    }

    @Test
    void runsThroughALinkFromAnywhere() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("some where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("lmb"), home.resolve("bin/limbeck"));

        run(elsewhere, List.of(link.toString(), "init", "shop"));
        Path project = elsewhere.resolve("shop");
        run(project, List.of("../lmb", "revision", "-m", "first", "--rev-id", "aaaa1111"));

        assertThat(run(project, List.of("../lmb", "upgrade"))).endsWith("at aaaa1111 (head)\n");
        assertThat(run(project, List.of("../lmb", "current"))).isEqualTo("aaaa1111 (head)\n");
    }

    /** Not with a blank in the path: Java 17 puts no class from there into its archive. */
    @Test
    void findsADialectAndItsDriverInTheFolderForThem() throws Exception {
        Path plain = unpackIn(Files.createDirectory(folder.resolve("plain")));
        Path drivers = plain.resolve("drivers");
        Path driver = location(JDBCDriver.class);
        Files.copy(driver, drivers.resolve(driver.getFileName()));
        packExampleDialect(drivers.resolve("dialect-hsqldb.jar"));
        Path project = Files.createDirectory(folder.resolve("for hsqldb"));
        Files.writeString(
                project.resolve("limbeck.toml"),
                "[database]\nurl = \"jdbc:hsqldb:file:%s;shutdown=true\"\nuser = \"SA\"\n"
                        .formatted(project.resolve("data/shop")));
        Files.createDirectory(project.resolve("migrations"));
        Files.writeString(
                project.resolve("migrations/aaaa1111_first.hsqldb.up.sql"),
                "-- first\n--\n-- revision: aaaa1111\n-- revises:\n\n"
                        + "CREATE TABLE item (id integer PRIMARY KEY);\n");
        String limbeck = plain.resolve("bin/limbeck").toString();

        assertThat(run(project, List.of(limbeck, "upgrade"))).endsWith("at aaaa1111 (head)\n");
        assertThat(run(project, List.of(limbeck, "current"))).isEqualTo("aaaa1111 (head)\n");
        assertThat(
                        classes(project, limbeck).stream()
                                .filter(line -> line.contains(" dev.limbeck.cli.Main source: ")))
                .as("the archive of classes serves with further jars too")
                .singleElement()
                .asString()
                .endsWith("source: shared objects file");
    }

    /** Returns where a run found each of its classes. */
    private static List<String> classes(Path project, String limbeck) throws Exception {
        Path log = folder.resolve("classes.log");
        run(
                project,
                List.of(
                        "env",
                        "LIMBECK_JAVA_OPTS=-Xlog:class+load=info:file=../classes.log",
                        limbeck,
                        "current"));
        return Files.readAllLines(log);
    }

    private static void packExampleDialect(Path jar) throws Exception {
        Path example = Path.of("../examples/dialect-hsqldb/src/main");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp"));
        arguments.add(System.getProperty("java.class.path"));
        try (Stream<Path> sources = Files.walk(example.resolve("java"))) {
            sources.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .forEach(arguments::add);
        }
        assertThat(
                        ToolProvider.getSystemJavaCompiler()
                                .run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        try (JarOutputStream stream = new JarOutputStream(Files.newOutputStream(jar))) {
            pack(classes, stream);
            pack(example.resolve("resources"), stream);
        }
    }

    private static void pack(Path root, JarOutputStream jar) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(new JarEntry(root.relativize(file).toString()));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }

    private static Path location(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String inside(String name) {
        return "limbeck-" + ToolVersion.current() + "/" + name;
    }

    /** Runs a command that must succeed; returns what it printed. */
    private static String run(Path place, List<String> command) throws Exception {
        Path err = Files.createTempFile(folder, "err", "");
        Process process =
                new ProcessBuilder(command)
                        .directory(place.toFile())
                        .redirectError(err.toFile())
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s%s", command, out, Files.readString(err)).isZero();
        return out;
    }
}
