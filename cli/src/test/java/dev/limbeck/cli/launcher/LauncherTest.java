package dev.limbeck.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.launcher.Clone.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs {@code ./limbeck} in a copy of the tree, with a Maven and a Java that only note calls. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    @TempDir private Path folder;

    private Clone clone;

    @BeforeEach
    void copy() throws IOException {
        clone = Clone.in(folder.resolve("a clone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash"})
    void isReadByEveryShell(String shell) throws Exception {
        Ended ended = clone.shell(shell + " -n ./limbeck || ! command -v " + shell);

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void buildsOnceAndSaysSoInOneLine() throws Exception {
        Ended first = clone.limbeck("heads", "a b", "$x", "");
        Ended second = clone.limbeck("heads");

        assertThat(first.err())
                .isEqualTo("limbeck: building (the first time this takes a minute)\n");
        assertThat(first.out()).isEqualTo("java: [heads] [a b] [$x] []\n");
        assertThat(second.err()).isEmpty();
        assertThat(clone.builds())
                .containsExactly("-q -B -DskipTests -Dassembly.skipAssembly -pl cli -am package");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "cli/pom.xml",
                "core/src/main/java/A.java",
                "cli/src/main/resources/t.txt"
            })
    void buildsAgainWhenASourceIsNewer(String source) throws Exception {
        clone.limbeck("heads");
        clone.age();
        clone.touch(source);

        Ended ended = clone.limbeck("heads");

        assertThat(ended.err()).startsWith("limbeck: building");
        assertThat(clone.builds()).hasSize(2);
    }

    @Test
    void buildsAgainWhenASourceIsGone() throws Exception {
        clone.limbeck("heads");
        clone.age();
        Files.delete(clone.root().resolve("core/src/main/java/A.java"));

        clone.limbeck("heads");

        assertThat(clone.builds()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core/src/test/java/T.java", "docs/index.md", "core/target/classes/A"})
    void doesNotBuildForWhatIsNotInTheProgram(String other) throws Exception {
        clone.limbeck("heads");
        clone.age();
        clone.touch(other);

        clone.limbeck("heads");

        assertThat(clone.builds()).hasSize(1);
    }

    @Test
    void showsTheLogOfABuildThatFails() throws Exception {
        clone.tool("mvn", "echo 'no such symbol'; exit 1");

        Ended ended = clone.limbeck("heads");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("no such symbol\n").contains("the build failed");
        assertThat(clone.root().resolve("cli/target/limbeck-build.lock")).doesNotExist();
    }

    @Test
    void buildsAgainAfterABuildThatFailed() throws Exception {
        clone.limbeck("heads");
        clone.age();
        clone.touch("core/src/main/java/A.java");
        clone.tool("mvn", "exit 1");
        clone.limbeck("heads");

        assertThat(clone.limbeck("heads").code()).isEqualTo(1);
    }

    @Test
    void sharesTheClassesThatTheBuildWroteDown() throws Exception {
        clone.limbeck("heads");
        assertThat(clone.archives()).singleElement().asString().endsWith("-tools-java.jsa");
        assertThat(clone.root().resolve("cli/target"))
                .isDirectoryNotContaining(file -> file.toString().endsWith(".list"));
        assertThat(clone.root().resolve("sharing.txt")).hasContent("shared");
    }

    @Test
    void runsWithoutSharedClasses() throws Exception {
        clone.limbeck("heads");
        Files.delete(clone.archives().get(0));
        Files.delete(clone.root().resolve("sharing.txt"));
        assertThat(clone.limbeck("heads").out()).isEqualTo("java: [heads]\n");
        assertThat(clone.root().resolve("sharing.txt")).doesNotExist();
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        clone.tool("java", Clone.JAVA + "exit 21");

        assertThat(clone.limbeck("upgrade").code()).isEqualTo(21);
    }

    @Test
    void runsThroughASymbolicLinkFromAnywhere() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("bin dir"));
        Path link = elsewhere.resolve("limbeck");
        Files.createSymbolicLink(link, Path.of("../bin dir/second"));
        Files.createSymbolicLink(
                elsewhere.resolve("second"), clone.root().resolve("limbeck").toAbsolutePath());

        Ended ended = clone.run(elsewhere, List.of(link.toString(), "heads"));

        assertThat(ended.out()).isEqualTo("java: [heads]\n");
        assertThat(clone.builds()).hasSize(1);
    }

    @Test
    void letsASecondRunWaitForTheBuildOfTheFirst() throws Exception {
        clone.tool("mvn", "sleep 1\n" + Clone.MAVEN);

        List<Process> both = List.of(clone.start("heads"), clone.start("heads"));

        for (Process process : both) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(clone.builds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", ""})
    void takesOverTheLockOfABuildThatWasKilled(String owner) throws Exception {
        Path lock = Files.createDirectories(clone.root().resolve("cli/target/limbeck-build.lock"));
        if (!owner.isEmpty()) {
            Files.writeString(lock.resolve("pid"), owner + "\n");
        }
        clone.tool("sleep", "exit 0");

        Ended ended = clone.limbeck("heads");

        assertThat(ended.out()).isEqualTo("java: [heads]\n");
        assertThat(lock).doesNotExist();
    }

    @Test
    void saysWhenTheJavaIsTooOld() throws Exception {
        clone.tool("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

        Ended ended = clone.limbeck("heads");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("is version 11.0.2; Limbeck needs 17 or newer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_292", "9", "16-ea"})
    void knowsOldVersionsInEverySpelling(String version) throws Exception {
        clone.tool("java", "echo 'java version \"" + version + "\"' >&2");

        assertThat(clone.limbeck("heads").err()).contains("is version " + version + ";");
    }

    @Test
    void saysWhenThereIsNoJava() throws Exception {
        clone.remove("java");

        assertThat(clone.limbeck("heads").err())
                .isEqualTo(
                        "limbeck: no Java found; install a JDK, 17 or newer, or set JAVA_HOME\n");
    }

    @Test
    void saysWhenThereIsAJavaWithoutCompiler() throws Exception {
        clone.remove("javac");

        assertThat(clone.limbeck("heads").err()).contains("a JDK, 17 or newer, is needed to build");
    }

    @Test
    void saysWhenThereIsNoMaven() throws Exception {
        clone.remove("mvn");

        Ended ended = clone.limbeck("heads");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("no Maven found to build with");
    }

    @Test
    void needsNoMavenOnceItIsBuilt() throws Exception {
        clone.limbeck("heads");
        clone.remove("mvn");
        clone.remove("javac");

        assertThat(clone.limbeck("heads").out()).isEqualTo("java: [heads]\n");
    }

    @Test
    void prefersJavaHome() throws Exception {
        Path jdk = folder.resolve("my jdk");
        clone.tool(jdk.resolve("bin"), "java", Clone.JAVA.replace("java:", "home:"));
        clone.tool(jdk.resolve("bin"), "javac", "exit 0");
        clone.set("JAVA_HOME", jdk.toString());

        assertThat(clone.limbeck("heads").out()).isEqualTo("home: [heads]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limbeck.bat", "cli/src/main/distribution/bin/limbeck.bat"})
    void batchFileHasWindowsLineEndsAndRunsTheSameClass(String file) throws IOException {
        String batch = Files.readString(Path.of("..").resolve(file), StandardCharsets.US_ASCII);

        assertThat(batch.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(Stream.of("dev.limbeck.cli.Main %*", "exit /b %ERRORLEVEL%"))
                .allMatch(batch::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limbeck.bat", "cli/src/main/distribution/bin/limbeck.bat"})
    void batchFileGivesTheSameOptionsToTheSameJvm(String file) throws IOException {
        String batch = Files.readString(Path.of("..").resolve(file), StandardCharsets.US_ASCII);
        String script =
                Files.readString(
                        Path.of("../cli/src/main/distribution/lib/launch.sh"),
                        StandardCharsets.US_ASCII);

        assertThat(options(batch)).isEqualTo(options(script));
        assertThat(batch).contains("set \"jvm=" + jvm(script) + "\"");
    }

    /** The options of all the JVMs a launcher starts, without what a shell or Windows puts in. */
    private static Set<String> options(String launcher) {
        return Pattern.compile("-(?:XX:|X)[A-Za-z:]+|dev\\.limbeck\\.cli\\.[A-Za-z]+")
                .matcher(launcher)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String jvm(String script) {
        return Pattern.compile("^jvm=\"(.*)\"$", Pattern.MULTILINE)
                .matcher(script)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
