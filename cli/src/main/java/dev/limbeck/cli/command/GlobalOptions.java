package dev.limbeck.cli.command;

import dev.limbeck.cli.print.Palette;
import dev.limbeck.cli.print.TextOutput.Loudness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options every command takes. They stand before its name or after it, so each parse fills two
 * of these, and {@link #over} lays the later over the earlier.
 */
public final class GlobalOptions {
    /** In which form results are printed. */
    public enum Output {
        TEXT,
        JSON;

        /** Returns the word a user types. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The project's configuration; limbeck.toml in this folder unless given.")
    private @Nullable String config;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            description = "Lay [env.NAME] over the file. Repeatable: one after the other.")
    private List<String> environments = new ArrayList<>();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "JDBC URL of the database, in place of the configured one.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", description = "Database user.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File that holds the password.")
    private @Nullable String passwordFile;

    @Option(
            names = "-x",
            paramLabel = "KEY=VALUE",
            description = "A placeholder's value, in place of the one in [vars]. Repeatable.")
    private List<String> vars = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            description = "Form of the result; json is one document on standard output.")
    private @Nullable Output output;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print answers and errors only: no progress, no warnings.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print more: a block a revision, each statement, stack traces.")
    private boolean verbose;

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            description = "Colours; auto heeds the terminal and NO_COLOR.")
    private Palette.@Nullable When color;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show help, of the command where one is named.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    private boolean version;

    /** Returns these options, laid over those that stood earlier. */
    public GlobalOptions over(GlobalOptions earlier) {
        GlobalOptions merged = new GlobalOptions();
        merged.config = config != null ? config : earlier.config;
        merged.environments.addAll(earlier.environments);
        merged.environments.addAll(environments);
        merged.url = url != null ? url : earlier.url;
        merged.user = user != null ? user : earlier.user;
        merged.passwordFile = passwordFile != null ? passwordFile : earlier.passwordFile;
        merged.vars.addAll(earlier.vars);
        merged.vars.addAll(vars);
        merged.output = output != null ? output : earlier.output;
        merged.quiet = quiet || earlier.quiet;
        merged.verbose = verbose || earlier.verbose;
        merged.color = color != null ? color : earlier.color;
        merged.help = help || earlier.help;
        merged.version = version || earlier.version;
        return merged;
    }

    /** Returns these options with another database. */
    public GlobalOptions onDatabase(String otherUrl) {
        GlobalOptions merged = new GlobalOptions().over(this);
        merged.url = otherUrl;
        return merged;
    }

    public Optional<String> config() {
        return Optional.ofNullable(config);
    }

    /** Returns the environments in the order given, each once; empty: none was named. */
    public List<String> environments() {
        return environments.stream().distinct().toList();
    }

    public Optional<String> url() {
        return Optional.ofNullable(url);
    }

    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    public Optional<String> passwordFile() {
        return Optional.ofNullable(passwordFile);
    }

    /** Returns the placeholders as typed, {@code KEY=VALUE} each. */
    public List<String> vars() {
        return List.copyOf(vars);
    }

    public Output output() {
        return output == null ? Output.TEXT : output;
    }

    /** Returns how much is printed; of {@code -q} and {@code -v} together, {@code -v} counts. */
    public Loudness loudness() {
        if (verbose) {
            return Loudness.VERBOSE;
        }
        return quiet ? Loudness.QUIET : Loudness.NORMAL;
    }

    public Palette.When color() {
        return color == null ? Palette.When.AUTO : color;
    }

    public boolean isHelpAsked() {
        return help;
    }

    public boolean isVersionAsked() {
        return version;
    }
}
