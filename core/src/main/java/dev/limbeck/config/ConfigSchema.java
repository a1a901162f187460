package dev.limbeck.config;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which keys a configuration file may hold, and what each holds. */
final class ConfigSchema {
    /** The section of keys that stand above all sections. */
    static final String TOP = "";

    /** The section whose keys are the user's. */
    static final String VARS = "vars";

    private static final String ENVIRONMENTS = "env";

    private static final List<Key> KEYS =
            List.of(
                    new Key(TOP, "migrations", Type.TEXTS),
                    new Key(TOP, "schema", Type.TEXTS),
                    new Key(TOP, "chain", Type.TEXT),
                    new Key("database", "url", Type.TEXT),
                    new Key("database", "user", Type.TEXT),
                    new Key("database", "password", Type.TEXT),
                    new Key("database", "password_command", Type.TEXT),
                    new Key("database", "lock_timeout", Type.TEXT),
                    new Key("database", "statement_timeout", Type.TEXT),
                    new Key("database", "lock_retries", Type.WHOLE),
                    new Key("ledger", "version_table", Type.TEXT),
                    new Key("ledger", "schema", Type.TEXT),
                    new Key("revision", "file_template", Type.TEXT),
                    new Key("revision", "timezone", Type.TEXT),
                    new Key("revision", "slug_length", Type.WHOLE),
                    new Key("introspect", "schemas", Type.TEXTS),
                    new Key("introspect", "include", Type.TEXTS),
                    new Key("introspect", "exclude", Type.TEXTS),
                    new Key("hooks", "before_upgrade", Type.TEXT),
                    new Key("hooks", "after_upgrade", Type.TEXT),
                    new Key("hooks", "on_failure", Type.TEXT),
                    new Key("targets", "list", Type.TEXTS),
                    new Key("targets", "file", Type.TEXT),
                    new Key("targets", "query", Type.TEXT),
                    new Key("targets", "url", Type.TEXT),
                    new Key("targets", "canary", Type.WHOLE),
                    new Key("targets", "stop_after", Type.WHOLE));

    private static final List<Key> ENVIRONMENT_KEYS =
            List.of(
                    new Key(TOP, "protected", Type.FLAG),
                    new Key(TOP, "allow_destructive", Type.FLAG));

    private static final List<String> SECTIONS =
            Stream.concat(KEYS.stream().map(Key::section), Stream.of(VARS))
                    .filter(section -> !section.equals(TOP))
                    .distinct()
                    .toList();

    private final Path file;
    private final List<Diagnostic> findings = new ArrayList<>();

    private ConfigSchema(Path file) {
        this.file = file;
    }

    private enum Type {
        TEXT("a string", "put it in quotes"),
        TEXTS("an array of strings", "write [\"…\"]"),
        FLAG("a boolean", "write true or false"),
        WHOLE("an integer", "write a number without quotes");

        private final String words;
        private final String advice;

        Type(String words, String advice) {
            this.words = words;
            this.advice = advice;
        }

        boolean fits(Toml value) {
            return switch (this) {
                case TEXT -> value instanceof Toml.Text;
                case TEXTS -> value instanceof Toml.Array;
                case FLAG -> value instanceof Toml.Flag;
                case WHOLE -> value instanceof Toml.Whole;
            };
        }
    }

    private record Key(String section, String name, Type type) {}

    /** Returns what is wrong with a document's keys and types, its environments included. */
    static List<Diagnostic> check(Toml.Table root, Path file) {
        ConfigSchema schema = new ConfigSchema(file);
        schema.checkLevel(root, "", KEYS);
        return schema.findings;
    }

    /** Checks the top of the file, or one environment, which is built like it. */
    private void checkLevel(Toml.Table level, String prefix, List<Key> known) {
        for (Map.Entry<String, Toml.Table.Entry> named : level.entries().entrySet()) {
            String key = named.getKey();
            Toml.Table.Entry entry = named.getValue();
            if (SECTIONS.contains(key)) {
                table(prefix + key, entry)
                        .ifPresent(section -> checkSection(key, section, prefix, known));
            } else if (key.equals(ENVIRONMENTS) && prefix.isEmpty()) {
                table(key, entry).ifPresent(this::checkEnvironments);
            } else {
                checkKey(TOP, key, entry, prefix, known);
            }
        }
    }

    private void checkEnvironments(Toml.Table environments) {
        List<Key> known = Stream.concat(KEYS.stream(), ENVIRONMENT_KEYS.stream()).toList();
        environments
                .entries()
                .forEach(
                        (name, entry) ->
                                table("env." + name, entry)
                                        .ifPresent(
                                                level ->
                                                        checkLevel(
                                                                level,
                                                                "env." + name + ".",
                                                                known)));
    }

    private void checkSection(String section, Toml.Table table, String prefix, List<Key> known) {
        table.entries()
                .forEach(
                        (key, entry) -> {
                            if (section.equals(VARS)) {
                                checkType(prefix + VARS + "." + key, Type.TEXT, entry.value());
                            } else {
                                checkKey(section, key, entry, prefix, known);
                            }
                        });
    }

    private void checkKey(
            String section, String name, Toml.Table.Entry entry, String prefix, List<Key> known) {
        String path = prefix + (section.equals(TOP) ? name : section + "." + name);
        known.stream()
                .filter(key -> key.section().equals(section) && key.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        key -> checkType(path, key.type(), entry.value()),
                        () -> unknown(section, name, path, entry, prefix, known));
    }

    private void checkType(String path, Type type, Toml value) {
        if (!type.fits(value)) {
            wrongType(path, type.words, type.advice, value);
        } else if (value instanceof Toml.Array array) {
            array.values().stream()
                    .filter(element -> !Type.TEXT.fits(element))
                    .forEach(
                            element ->
                                    wrongType(
                                            "each part of '" + path,
                                            Type.TEXT.words,
                                            Type.TEXT.advice,
                                            element));
        }
    }

    private void wrongType(String path, String words, String advice, Toml value) {
        findings.add(
                Diagnostic.error(
                                ErrorCode.CONFIG_VALUE_INVALID,
                                (path.startsWith("each") ? path : "'" + path)
                                        + "' has to be "
                                        + words
                                        + ", not "
                                        + value.kind(),
                                at(value.position()))
                        .withHint(advice));
    }

    private Optional<Toml.Table> table(String path, Toml.Table.Entry entry) {
        if (entry.value() instanceof Toml.Table table) {
            return Optional.of(table);
        }
        wrongType(path, "a table", "write [" + path + "]", entry.value());
        return Optional.empty();
    }

    private void unknown(
            String section,
            String name,
            String path,
            Toml.Table.Entry entry,
            String prefix,
            List<Key> known) {
        Diagnostic finding =
                Diagnostic.error(
                        ErrorCode.CONFIG_KEY_UNKNOWN,
                        "'" + path + "' is unknown",
                        at(entry.keyPosition()));
        findings.add(hint(section, name, prefix, known).map(finding::withHint).orElse(finding));
    }

    /** The nearest name in the same section, else the section where such a name belongs. */
    private static Optional<String> hint(
            String section, String name, String prefix, List<Key> known) {
        List<String> here = new ArrayList<>();
        known.stream()
                .filter(key -> key.section().equals(section))
                .forEach(key -> here.add(key.name()));
        if (section.equals(TOP)) {
            here.addAll(SECTIONS);
        }
        if (section.equals(TOP) && prefix.isEmpty()) {
            here.add(ENVIRONMENTS);
        }
        return Suggestion.hint(name, here)
                .or(() -> home(name, known).map(key -> "it belongs " + home(key, prefix)))
                .or(
                        () ->
                                Suggestion.nearest(name, known.stream().map(Key::name).toList())
                                        .flatMap(nearest -> home(nearest, known))
                                        .map(
                                                key ->
                                                        "did you mean '"
                                                                + key.name()
                                                                + "', "
                                                                + home(key, prefix)
                                                                + "?"))
                .or(
                        () ->
                                home(name, ENVIRONMENT_KEYS)
                                        .map(key -> "it belongs in an environment: [env.NAME]"));
    }

    private static Optional<Key> home(String name, List<Key> keys) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    private static String home(Key key, String prefix) {
        return key.section().equals(TOP)
                ? "above the first [section]"
                : "in [" + prefix + key.section() + "]";
    }

    private SourceLocation at(Toml.Position position) {
        return new SourceLocation(file, position.line(), position.column());
    }
}
