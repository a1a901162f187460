package dev.limbeck.config;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.Suggestion;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes the settings of one document whose keys and types have been checked. */
final class ConfigAssembly {
    private static final String DATABASE = "database";
    private static final String TARGETS = "targets";

    /** A single letter before a colon is a drive. */
    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9+-]+:");

    private final ConfigRequest request;
    private final Path file;
    private final Path shown;
    private final Path root;
    private final Optional<String> environment;
    private final List<Toml.Table> layers;
    private final List<Diagnostic> findings = new ArrayList<>();

    ConfigAssembly(ConfigRequest request, Toml.Table document, Path file, Path shown) {
        this.request = request;
        this.file = file;
        this.shown = shown;
        this.root = Objects.requireNonNull(file.toAbsolutePath().getParent());
        this.environment =
                request.environment()
                        .or(() -> request.variable(ConfigRequest.ENVIRONMENT_VARIABLE));
        this.layers = layers(document);
    }

    private List<Toml.Table> layers(Toml.Table document) {
        if (environment.isEmpty()) {
            return List.of(document);
        }
        String name = environment.get();
        Optional<Toml.Table> environments = table(document, "env");
        Optional<Toml.Table> chosen = environments.flatMap(all -> table(all, name));
        if (chosen.isPresent()) {
            return List.of(chosen.get(), document);
        }
        List<String> known =
                environments.map(all -> List.copyOf(all.entries().keySet())).orElse(List.of());
        throw new ConfigException(
                Diagnostic.error(
                                ErrorCode.ENVIRONMENT_UNKNOWN,
                                "there is no environment '" + name + "'",
                                SourceLocation.of(shown))
                        .withHint(
                                Suggestion.hint(name, known)
                                        .orElse(
                                                known.isEmpty()
                                                        ? "the file has no [env.NAME] section"
                                                        : "known are "
                                                                + String.join(", ", known))));
    }

    private static Optional<Toml.Table> table(Toml.Table parent, String key) {
        return parent.get(key).filter(Toml.Table.class::isInstance).map(Toml.Table.class::cast);
    }

    ProjectConfig assemble() {
        ProjectConfig.Builder config = ProjectConfig.in(root).file(file);
        environment.ifPresent(config::environment);
        paths("migrations").ifPresent(config::migrations);
        schema(config);
        text(ConfigSchema.TOP, "chain").flatMap(this::chain).ifPresent(config::chain);
        config.database(database());
        config.limits(limits());
        config.ledger(ledger());
        config.revision(revision());
        config.introspect(introspect());
        config.vars(vars());
        config.guard(guard());
        config.hooks(
                new HooksConfig(
                        asWritten("hooks", "before_upgrade"),
                        asWritten("hooks", "after_upgrade"),
                        asWritten("hooks", "on_failure")));
        config.targets(targets());
        if (!findings.isEmpty()) {
            throw new ConfigException(findings);
        }
        return config.build();
    }

    /** A text of the file with its variables replaced. */
    private record Setting(String value, SourceLocation where) {}

    /** Returns the value of a key from the topmost layer that has it. */
    private Optional<Toml> value(String section, String key) {
        return layers.stream()
                .map(
                        layer ->
                                section.equals(ConfigSchema.TOP)
                                        ? Optional.of(layer)
                                        : table(layer, section))
                .flatMap(Optional::stream)
                .map(table -> table.get(key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> asWritten(String section, String key) {
        return value(section, key).map(value -> ((Toml.Text) value).value());
    }

    private Optional<Setting> text(String section, String key) {
        return value(section, key).flatMap(value -> replace((Toml.Text) value, findings));
    }

    private Optional<List<Toml.Text>> texts(String section, String key) {
        return value(section, key)
                .map(
                        array ->
                                ((Toml.Array) array)
                                        .values().stream().map(Toml.Text.class::cast).toList());
    }

    private Optional<Setting> replace(Toml.Text text, List<Diagnostic> problems) {
        SourceLocation where = at(text);
        VariableText.Result result = VariableText.replace(text.value(), request.variables());
        if (result.malformed().isPresent()) {
            problems.add(
                    Diagnostic.error(
                            ErrorCode.CONFIG_VALUE_INVALID, result.malformed().get(), where));
            return Optional.empty();
        }
        for (String name : result.unset()) {
            problems.add(
                    Diagnostic.error(
                                    ErrorCode.VARIABLE_UNSET,
                                    "the environment variable " + name + " is not set",
                                    where)
                            .withHint("set it, or write ${" + name + ":-fallback}"));
        }
        return result.unset().isEmpty()
                ? Optional.of(new Setting(result.text(), where))
                : Optional.empty();
    }

    private SourceLocation at(Toml value) {
        return new SourceLocation(shown, value.position().line(), value.position().column());
    }

    private void invalid(String message, SourceLocation where, Optional<String> hint) {
        Diagnostic finding = Diagnostic.error(ErrorCode.CONFIG_VALUE_INVALID, message, where);
        findings.add(hint.map(finding::withHint).orElse(finding));
    }

    /** An entry is a file, a folder, or {@code scheme:argument} for whoever knows the scheme. */
    private void schema(ProjectConfig.Builder config) {
        Optional<List<Toml.Text>> texts = texts(ConfigSchema.TOP, "schema");
        if (texts.isEmpty()) {
            return;
        }
        List<Path> paths = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (Toml.Text text : texts.get()) {
            Optional<Setting> entry = replace(text, findings);
            if (entry.isPresent() && SOURCE.matcher(entry.get().value()).lookingAt()) {
                sources.add(entry.get().value());
            } else {
                entry.flatMap(this::path).ifPresent(paths::add);
            }
        }
        config.schema(paths).schemaSources(sources);
    }

    private Optional<List<Path>> paths(String key) {
        Optional<List<Toml.Text>> texts = texts(ConfigSchema.TOP, key);
        if (texts.isPresent() && texts.get().isEmpty() && key.equals("migrations")) {
            invalid(
                    "'migrations' names no folder",
                    at(value(ConfigSchema.TOP, key).orElseThrow()),
                    Optional.of("write [\"migrations\"], or leave the line out"));
        }
        return texts.map(
                all ->
                        all.stream()
                                .map(text -> replace(text, findings))
                                .flatMap(Optional::stream)
                                .map(this::path)
                                .flatMap(Optional::stream)
                                .toList());
    }

    private Optional<Path> path(Setting setting) {
        try {
            return Optional.of(UserPath.resolve(root, setting.value(), request.variables()));
        } catch (InvalidPathException e) {
            invalid(
                    "'" + setting.value() + "' is no path: " + e.getReason(),
                    setting.where(),
                    Optional.empty());
            return Optional.empty();
        }
    }

    private Optional<ChainMode> chain(Setting setting) {
        Map<String, ChainMode> modes =
                Map.of("headers", ChainMode.HEADERS, "filename", ChainMode.FILENAME);
        Optional<ChainMode> mode = Optional.ofNullable(modes.get(setting.value()));
        if (mode.isEmpty()) {
            invalid(
                    "'chain' is \"headers\" or \"filename\", not \"" + setting.value() + "\"",
                    setting.where(),
                    Suggestion.hint(setting.value(), modes.keySet()));
        }
        return mode;
    }

    private DatabaseConfig database() {
        List<Diagnostic> problems = new ArrayList<>();
        Optional<String> givenUrl =
                request.url().or(() -> request.variable(ConfigRequest.URL_VARIABLE));
        Optional<String> givenUser =
                request.user().or(() -> request.variable(ConfigRequest.USER_VARIABLE));
        Optional<String> url = databaseText("url", givenUrl, problems);
        Optional<String> user = databaseText("user", givenUser, problems);
        return new DatabaseConfig(
                url,
                user,
                password(problems),
                givenUrl.isPresent() ? request.workingFolder() : root,
                problems);
    }

    /** An option or variable where there is one; else the file's, which may be empty for none. */
    private Optional<String> databaseText(
            String key, Optional<String> given, List<Diagnostic> problems) {
        return given.or(
                () ->
                        value(DATABASE, key)
                                .flatMap(value -> replace((Toml.Text) value, problems))
                                .map(Setting::value)
                                .filter(text -> !text.isEmpty()));
    }

    private PasswordSource password(List<Diagnostic> problems) {
        Optional<PasswordSource> given =
                request.passwordFile()
                        .map(this::passwordFile)
                        .or(
                                () ->
                                        request.variable(ConfigRequest.PASSWORD_VARIABLE)
                                                .map(ConfigAssembly::known))
                        .or(
                                () ->
                                        request.path(ConfigRequest.PASSWORD_FILE_VARIABLE)
                                                .map(this::passwordFile));
        if (given.isPresent()) {
            return given.get();
        }
        for (Toml.Table layer : layers) {
            Optional<Toml.Table> section = table(layer, DATABASE);
            Optional<Toml> password = section.flatMap(table -> table.get("password"));
            Optional<Toml> command = section.flatMap(table -> table.get("password_command"));
            if (password.isPresent() && command.isPresent()) {
                invalid(
                        "'password' and 'password_command' exclude each other",
                        at(command.get()),
                        Optional.of("keep one of them"));
            }
            if (command.isPresent()) {
                String line = ((Toml.Text) command.get()).value();
                return new PasswordSource.FromCommand(line, root);
            }
            if (password.isPresent()) {
                return replace((Toml.Text) password.get(), problems)
                        .map(Setting::value)
                        .filter(text -> !text.isEmpty())
                        .map(ConfigAssembly::known)
                        .orElse(PasswordSource.NONE);
            }
        }
        return PasswordSource.NONE;
    }

    private static PasswordSource known(String password) {
        return new PasswordSource.Known(new Secret(password));
    }

    private PasswordSource passwordFile(Path path) {
        return new PasswordSource.InFile(request.workingFolder().resolve(path));
    }

    private LedgerConfig ledger() {
        Optional<Setting> table = text("ledger", "version_table");
        table.filter(name -> name.value().isBlank())
                .ifPresent(
                        name ->
                                invalid(
                                        "'version_table' is empty",
                                        name.where(),
                                        Optional.of("leave the line out for the default")));
        return new LedgerConfig(
                table.map(Setting::value).orElse(LedgerConfig.DEFAULT.versionTable()),
                text("ledger", "schema").map(Setting::value).filter(name -> !name.isEmpty()));
    }

    private RevisionConfig revision() {
        RevisionConfig standard = RevisionConfig.DEFAULT;
        return new RevisionConfig(
                text("revision", "file_template")
                        .flatMap(this::fileTemplate)
                        .orElse(standard.fileTemplate()),
                text("revision", "timezone").flatMap(this::timezone).orElse(standard.timezone()),
                value("revision", "slug_length")
                        .flatMap(value -> slugLength((Toml.Whole) value))
                        .orElse(standard.slugLength()));
    }

    private Optional<FileTemplate> fileTemplate(Setting setting) {
        Optional<String> problem = FileTemplate.problemWith(setting.value());
        if (problem.isEmpty()) {
            return Optional.of(new FileTemplate(setting.value()));
        }
        invalid(
                "'file_template' can't be used: " + problem.get(),
                setting.where(),
                Optional.empty());
        return Optional.empty();
    }

    private Optional<ZoneId> timezone(Setting setting) {
        // The database of time zones takes its time to load, and most projects do without.
        if (setting.value().equals("UTC")) {
            return Optional.of(ZoneOffset.UTC);
        }
        try {
            return Optional.of(ZoneId.of(setting.value()));
        } catch (DateTimeException e) {
            invalid(
                    "'" + setting.value() + "' is no time zone",
                    setting.where(),
                    Optional.of("for example UTC or Europe/Berlin"));
            return Optional.empty();
        }
    }

    private Optional<Integer> slugLength(Toml.Whole value) {
        if (value.value() >= 1 && value.value() <= RevisionConfig.LONGEST_SLUG) {
            return Optional.of((int) value.value());
        }
        invalid(
                "'slug_length' lies between 1 and " + RevisionConfig.LONGEST_SLUG,
                at(value),
                Optional.empty());
        return Optional.empty();
    }

    private IntrospectConfig introspect() {
        Function<String, Optional<List<String>>> globs =
                key ->
                        texts("introspect", key)
                                .map(
                                        all ->
                                                all.stream()
                                                        .map(text -> replace(text, findings))
                                                        .flatMap(Optional::stream)
                                                        .map(Setting::value)
                                                        .toList());
        IntrospectConfig standard = IntrospectConfig.DEFAULT;
        return new IntrospectConfig(
                globs.apply("schemas").orElse(standard.schemas()),
                globs.apply("include").orElse(standard.include()),
                globs.apply("exclude").orElse(standard.exclude()));
    }

    /** Placeholders of all layers; the topmost value of each counts. */
    private Map<String, String> vars() {
        Map<String, Toml.Text> written = new LinkedHashMap<>();
        for (Toml.Table layer : layers) {
            table(layer, ConfigSchema.VARS)
                    .ifPresent(
                            section ->
                                    section.entries()
                                            .forEach(
                                                    (name, entry) ->
                                                            written.putIfAbsent(
                                                                    name,
                                                                    (Toml.Text) entry.value())));
        }
        Map<String, String> vars = new LinkedHashMap<>(request.vars());
        written.forEach(
                (name, text) -> {
                    if (!vars.containsKey(name)) {
                        replace(text, findings)
                                .ifPresent(setting -> vars.put(name, setting.value()));
                    }
                });
        return vars;
    }

    private LimitsConfig limits() {
        return new LimitsConfig(
                duration("lock_timeout"),
                duration("statement_timeout"),
                value(DATABASE, "lock_retries")
                        .flatMap(value -> retries((Toml.Whole) value))
                        .orElse(LimitsConfig.DEFAULT_RETRIES));
    }

    private Optional<Duration> duration(String key) {
        Optional<Setting> setting = text(DATABASE, key);
        Optional<Duration> duration = setting.map(Setting::value).flatMap(DurationText::parse);
        if (setting.isPresent() && duration.isEmpty()) {
            invalid(
                    "'" + setting.get().value() + "' is no duration",
                    setting.get().where(),
                    Optional.of(
                            DurationText.EXAMPLES + " would be; \"0\" waits as long as it takes"));
        }
        return duration;
    }

    private Optional<Integer> retries(Toml.Whole value) {
        if (value.value() >= 0 && value.value() <= LimitsConfig.MOST_RETRIES) {
            return Optional.of((int) value.value());
        }
        invalid(
                "'lock_retries' lies between 0 and " + LimitsConfig.MOST_RETRIES,
                at(value),
                Optional.empty());
        return Optional.empty();
    }

    private TargetsConfig targets() {
        return new TargetsConfig(
                texts(TARGETS, "list").orElse(List.of()).stream().map(Toml.Text::value).toList(),
                text(TARGETS, "file").flatMap(this::path),
                asWritten(TARGETS, "query"),
                text(TARGETS, "url").map(Setting::value),
                count("canary"),
                count("stop_after"));
    }

    private int count(String key) {
        Optional<Toml> value = value(TARGETS, key);
        long count = value.map(found -> ((Toml.Whole) found).value()).orElse(0L);
        if (count >= 0 && count <= TargetsConfig.MOST) {
            return (int) count;
        }
        invalid(
                "'" + key + "' lies between 0 and " + TargetsConfig.MOST,
                at(value.orElseThrow()),
                Optional.empty());
        return 0;
    }

    private GuardConfig guard() {
        return new GuardConfig(
                flag("protected").orElse(GuardConfig.OPEN.isProtected()),
                flag("allow_destructive").orElse(GuardConfig.OPEN.allowDestructive()));
    }

    private Optional<Boolean> flag(String key) {
        return value(ConfigSchema.TOP, key).map(value -> ((Toml.Flag) value).value());
    }
}
