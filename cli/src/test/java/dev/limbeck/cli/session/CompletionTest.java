package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.command.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompletionTest {
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

    @ParameterizedTest
    @CsvSource({
        "limbeck upg, upgrade",
        "limbeck upgrade --dry, --dry-run",
        "limbeck upgrade --conf, --config",
        "limbeck -o j, json",
        "limbeck completion z, zsh",
    })
    void bashCompletes(String line, String expected) throws Exception {
        Files.writeString(folder.resolve("c.bash"), program.run("completion", "bash").out());

        assertThat(
                        bash(
                                """
                                source ./c.bash
                                COMP_LINE=$1; COMP_POINT=${#1}; COMP_WORDS=($1)
                                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                                complete -p limbeck >/dev/null
                                _complete_limbeck "${COMP_WORDS[0]}" "${COMP_WORDS[COMP_CWORD]}"
                                printf '%s\\n' "${COMPREPLY[@]}"
                                """,
                                line))
                .contains(expected);
    }

    @Test
    void knowsEveryCommand() throws Exception {
        Files.writeString(folder.resolve("c.bash"), program.run("completion", "bash").out());

        assertThat(
                        bash(
                                """
                                source ./c.bash
                                COMP_WORDS=(limbeck ''); COMP_CWORD=1
                                _complete_limbeck limbeck ''
                                printf '%s\\n' "${COMPREPLY[@]}"
                                """,
                                ""))
                .isNotEmpty()
                .satisfies(
                        printed ->
                                assertThat(printed.lines().map(String::strip))
                                        .containsAll(Commands.names()));
    }

    /** Types a line into a shell of its own and presses the tabulator key. */
    @ParameterizedTest
    @CsvSource({
        "limbeck upg, limbeck upgrade",
        "limbeck upgrade --dr, --dry-run",
        "limbeck -o j, limbeck -o json",
        "limbeck completion z, limbeck completion zsh",
        "limbeck downgrade --y, --yes",
        "limbeck sta, Shows what is applied",
    })
    void zshCompletes(String line, String expected) throws Exception {
        Files.writeString(folder.resolve("_limbeck"), program.run("completion", "zsh").out());
        Files.writeString(
                folder.resolve("type.zsh"),
                """
                zmodload zsh/zpty
                zpty -b shell zsh -f -i
                zpty -w shell "PROMPT=; TERM=dumb; COLUMNS=200; source ./_limbeck; bindkey '^I' complete-word; print re''ady"
                out= chunk=
                repeat 400; do
                    while zpty -r -t shell chunk; do out+=$chunk; done
                    [[ $out == *ready* ]] && break
                    sleep 0.05
                done
                out=
                zpty -w -n shell "$1"$'\t'
                repeat 400; do
                    while zpty -r -t shell chunk; do out+=$chunk; done
                    [[ $out == *"$2"* ]] && break
                    sleep 0.05
                done
                zpty -d shell
                print -r -- "$out"
                """);
        Assumptions.assumeTrue(!bash("command -v zsh || true", "").isBlank(), "zsh is not here");

        assertThat(run("zsh", "-f", "type.zsh", line, expected)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void aShellReadsItsScript(String shell) throws Exception {
        Files.writeString(folder.resolve("c.sh"), program.run("completion", shell).out());
        Assumptions.assumeTrue(
                !bash("command -v \"$1\" || true", shell).isBlank(), shell + " is not here");

        assertThat(bash("\"$1\" -n ./c.sh && echo fine", shell)).isEqualTo("fine\n");
    }

    @Test
    void zshFindsItByItsFirstLine() throws Exception {
        assertThat(program.run("completion", "zsh").out())
                .startsWith("#compdef limbeck\n")
                .doesNotContain("bashcompinit");
    }

    private String bash(String script, String argument) throws IOException, InterruptedException {
        return run("bash", "-c", script, "bash", argument);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
