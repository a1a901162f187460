package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.cli.CommandLineReader.Help;
import dev.limbeck.cli.CommandLineReader.Request;
import dev.limbeck.cli.CommandLineReader.Run;
import dev.limbeck.cli.command.Commands;
import dev.limbeck.cli.command.GlobalOptions;
import dev.limbeck.cli.print.TextOutput.Loudness;
import dev.limbeck.error.ConfigException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-o json -q heads",
                "heads -o json -q",
                "-o json heads -q",
                "-q heads --output json",
                "-q --output=json heads",
                "heads -qo json",
                "-ojson -q heads",
                "-o=JSON heads --quiet",
                "-o text heads -q -o json",
            })
    void globalOptionsStandBeforeOrAfterTheCommand(String line) {
        GlobalOptions options = run(line).options();

        assertThat(options.output()).isEqualTo(GlobalOptions.Output.JSON);
        assertThat(options.loudness()).isEqualTo(Loudness.QUIET);
    }

    @Test
    void environmentsAddUpInTheOrderTyped() {
        assertThat(run("-e eu --env us upgrade -e asia").options().environments())
                .containsExactly("eu", "us", "asia");
    }

    @Test
    void placeholdersAddUpAndMayHoldAnything() {
        assertThat(run("-x a=1 upgrade -x b= -x c=x=y").options().vars())
                .containsExactly("a=1", "b=", "c=x=y");
    }

    @Test
    void theOptionAfterTheCommandCounts() {
        assertThat(run("-c a.toml heads -c b.toml").options().config()).contains("b.toml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "downgrade -1",
                "show -1",
                "show -12",
                "history -r -3:",
                "history -r-3:",
                "history --rev-range=-3:-1",
                "upgrade +2",
                "stamp -1",
                "merge -1 head",
                "downgrade -- -1",
                "downgrade -1 --dry-run",
                "downgrade --dry-run -1 -o json",
                "rebase head --onto -2",
                "revision -m x --head -1",
                "revision -m -1",
            })
    void aMinusAndADigitIsARevision(String line) {
        assertThat(run(line).name()).isEqualTo(line.substring(0, line.indexOf(' ')));
    }

    @Test
    void twoDashesBeforeTheCommandEndTheOptionsBeforeIt() {
        assertThat(run("-o json -- heads").options().output()).isEqualTo(GlobalOptions.Output.JSON);
        assertThat(run("-- downgrade -1 --dry-run").name()).isEqualTo("downgrade");
    }

    @Test
    void anEnvironmentNamedTwiceCountsOnce() {
        assertThat(run("-e eu heads -e us -e eu").options().environments())
                .containsExactly("eu", "us");
    }

    @Test
    void anAtSignIsNoFileOfArguments() {
        assertThat(run("upgrade @head").name()).isEqualTo("upgrade");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upgrad|unknown command 'upgrad'|did you mean 'upgrade'?",
                "list_templates|unknown command 'list_templates'|did you mean 'list-templates'?",
                "upgrad --help|unknown command 'upgrad'|did you mean 'upgrade'?",
                "xyzzy|unknown command 'xyzzy'|limbeck --help lists the commands",
                "heads upgrade|'heads' has no use for the argument 'upgrade'"
                        + "|limbeck heads --help shows how it is used",
                "upgrade --dryrun|unknown option '--dryrun' for 'upgrade'|did you mean '--dry-run'?",
                "upgrade --dryrun=1|unknown option '--dryrun' for 'upgrade'"
                        + "|did you mean '--dry-run'?",
                "--outpt json heads|unknown option '--outpt'|did you mean '--output'?",
                "-o yaml heads|'yaml' is no value for option '--output'|one of text, json",
                "--color red heads|'red' is no value for option '--color'"
                        + "|one of auto, always, never",
                "heads -1|'heads' has no use for the argument '-1'"
                        + "|limbeck heads --help shows how it is used",
                "show|missing required parameter: 'REF'|limbeck show --help shows how it is used",
                "downgrade|missing required parameter: 'TARGET'"
                        + "|limbeck downgrade --help shows how it is used",
                "revision|missing required option: '--message=MSG'"
                        + "|limbeck revision --help shows how it is used",
                "completion fish|'fish' is no value for SHELL|one of bash, zsh",
                "heads -- -o json|'heads' has no use for the argument '-o'"
                        + "|limbeck heads --help shows how it is used",
                "-- --help|unknown command '--help'|limbeck --help lists the commands",
                "''|no command is given|limbeck --help lists the commands",
            })
    void whatCantBeUsedIsNamedWithAWayOut(String line, String message, String hint) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        problem -> {
                            assertThat(problem.diagnostics().get(0).message()).isEqualTo(message);
                            assertThat(problem.hint()).contains(hint);
                        });
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (String name : Commands.names()) {
            assertThat(help(name + " --help"))
                    .as(name)
                    .startsWith("usage: limbeck " + name)
                    .containsPattern("(?s)Examples?:\n.*limbeck " + name);
        }
    }

    @Test
    void helpIsAlsoAskedInOtherToolsWays() {
        assertThat(help("help upgrade")).isEqualTo(help("upgrade -h"));
        assertThat(help("help")).isEqualTo(help("--help")).contains("upgrade ", "Exit codes:");
    }

    @Test
    void theVersionIsAskedAnywhere() {
        assertThat(read("--version")).isEqualTo(read("upgrade --version"));
    }

    @Test
    void whetherJsonIsWantedIsKnownEvenWhereTheRestCantBeRead() {
        List<String> line = List.of("-o", "yaml", "upgrade", "--bogus", "--output=json");

        assertThat(CommandLineReader.guessOptions(line).output())
                .isEqualTo(GlobalOptions.Output.JSON);
        assertThat(CommandLineReader.guessCommand(line)).isEqualTo(Optional.of("upgrade"));
    }

    private static String help(String line) {
        return ((Help) read(line)).text();
    }

    private static Run run(String line) {
        return (Run) read(line);
    }

    private static Request read(String line) {
        return CommandLineReader.read(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }
}
