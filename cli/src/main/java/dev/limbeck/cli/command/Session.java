package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import dev.limbeck.cli.print.Palette;
import dev.limbeck.cli.print.Redactor;
import dev.limbeck.cli.print.Terminal;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.config.CommandRunner;
import dev.limbeck.config.ConfigReader;
import dev.limbeck.config.ConfigRequest;
import dev.limbeck.config.PasswordSource;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.config.Secret;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.execute.ExecutionListener;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a command in one environment: what it can ask for, each made when first asked for.
 *
 * <p>Not thread-safe, but for {@link #cancel()}.
 */
public final class Session implements AutoCloseable {
    private final Terminal terminal;
    private final GlobalOptions options;
    private final Optional<String> environment;
    private final List<String> secrets = new ArrayList<>();
    private final List<Session> others = new ArrayList<>();
    private PasswordSource source = PasswordSource.NONE;
    private @Nullable ProjectConfig config;
    private volatile @Nullable Limbeck limbeck;

    public Session(Terminal terminal, GlobalOptions options, Optional<String> environment) {
        this.terminal = terminal;
        this.options = options;
        this.environment = environment;
        learn(terminal.variable("LIMBECK_PASSWORD"));
        learnUrl(terminal.variable("LIMBECK_URL"));
        options.url().ifPresent(this::learnUrl);
    }

    public Terminal terminal() {
        return terminal;
    }

    public GlobalOptions options() {
        return options;
    }

    /** Returns the name given with {@code -e}. */
    public Optional<String> environment() {
        return environment;
    }

    /** Returns where text answers go. */
    public TextOutput textOutput() {
        return new TextOutput(
                terminal.out(),
                Palette.of(options.color(), terminal, Terminal.Stream.OUT),
                options.loudness());
    }

    /** Returns the project's settings. */
    public ProjectConfig config() {
        ProjectConfig known = config;
        if (known == null) {
            known = ConfigReader.read(request());
            known.database().url().ifPresent(this::learnUrl);
            known.vars().forEach(this::learnVariable);
            source = known.database().password();
            config = known;
        }
        return known;
    }

    private ConfigRequest request() {
        return new ConfigRequest(
                options.config().map(this::path),
                environment,
                options.url(),
                options.user(),
                options.passwordFile().map(this::path),
                vars(),
                terminal.environment(),
                terminal.folder());
    }

    /** Returns the placeholders given with {@code -x}; throws where one is not of that form. */
    Map<String, String> vars() {
        Map<String, String> vars = new LinkedHashMap<>();
        for (String pair : options.vars()) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw usage("'-x " + pair + "' is not of the form KEY=VALUE");
            }
            vars.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return vars;
    }

    /** Returns a path the user typed, seen from the working folder. */
    public Path path(String typed) {
        try {
            return terminal.folder().resolve(typed);
        } catch (InvalidPathException e) {
            throw usage("'" + typed + "' is not a path: " + e.getReason());
        }
    }

    /** Returns the exception for arguments that can't be used. */
    public static ConfigException usage(String message) {
        return new ConfigException(Diagnostic.error(ErrorCode.USAGE, message));
    }

    /** Returns the same project in another environment; it is closed with this one. */
    Session elsewhere(String name) {
        Session other = new Session(terminal, options, Optional.of(name));
        others.add(other);
        return other;
    }

    /** Returns the library on this project, which tells nobody what it does. */
    public Limbeck limbeck() {
        return limbeck(ExecutionListener.SILENT);
    }

    /** Returns the library on this project; the listener is heard if it is the first asked with. */
    public Limbeck limbeck(ExecutionListener listener) {
        Limbeck known = limbeck;
        if (known == null) {
            known =
                    Limbeck.configure()
                            .project(config())
                            .listener(listener)
                            .commands(this::runAndLearn)
                            .build();
            limbeck = known;
        }
        return known;
    }

    /**
     * Asks what runs to stop, from another thread; false where nothing runs that stops by itself.
     */
    public boolean cancel() {
        Limbeck known = limbeck;
        return known != null && known.cancel();
    }

    /** What a {@code password_command} prints is a secret. */
    private CommandRunner.Outcome runAndLearn(String command, Path folder)
            throws IOException, InterruptedException {
        CommandRunner.Outcome outcome = CommandRunner.ofSystem().run(command, folder);
        learn(outcome.output().strip());
        return outcome;
    }

    /** Returns what keeps the secrets known so far out of what is printed. */
    public Redactor redactor() {
        return Redactor.of(knownSecrets());
    }

    private List<String> knownSecrets() {
        List<String> known = new ArrayList<>(secrets);
        passwordAtHand().ifPresent(secret -> known.add(secret.reveal()));
        others.forEach(other -> known.addAll(other.knownSecrets()));
        return known;
    }

    /** Returns the password where it costs no command to know it. */
    private Optional<Secret> passwordAtHand() {
        if (source instanceof PasswordSource.FromCommand) {
            return Optional.empty();
        }
        try {
            return source.read(CommandRunner.ofSystem());
        } catch (ConfigException unreadable) {
            // Nobody can have shown what nobody could read.
            return Optional.empty();
        }
    }

    private void learn(String secret) {
        secrets.add(secret);
    }

    /** A server may quote what a statement held; only a name tells that it is a secret. */
    private void learnVariable(String name, String value) {
        if (Redactor.namesSecret(name)) {
            learn(value);
        }
    }

    private void learnUrl(String url) {
        learn(Redactor.secretPartOf(url));
    }

    @Override
    public void close() {
        Limbeck known = limbeck;
        try {
            if (known != null) {
                known.close();
            }
        } finally {
            others.forEach(Session::close);
        }
    }
}
