package dev.limbeck.config;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ShownPath;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.text.StrictUtf8;
import dev.limbeck.text.WrongByteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads {@code limbeck.toml} and lays the other sources over it: option, then environment variable,
 * then {@code [env.NAME]}, then the rest of the file, then defaults.
 */
public final class ConfigReader {
    /** The file looked for where none is named. */
    public static final String FILE_NAME = "limbeck.toml";

    private ConfigReader() {}

    /** Reads a project's configuration; every mistake found is thrown as one exception. */
    public static ProjectConfig read(ConfigRequest request) {
        Path named = request.file().or(() -> fromVariable(request)).orElse(Path.of(FILE_NAME));
        Path file = request.workingFolder().resolve(named);
        Path shown = ShownPath.from(request.workingFolder(), file);
        Toml.Table root = parse(text(file, shown, request), shown);
        List<Diagnostic> findings = ConfigSchema.check(root, shown);
        if (!findings.isEmpty()) {
            throw new ConfigException(findings);
        }
        return new ConfigAssembly(request, root, file, shown).assemble();
    }

    private static Optional<Path> fromVariable(ConfigRequest request) {
        return request.path(ConfigRequest.CONFIG_VARIABLE);
    }

    private static String text(Path file, Path shown, ConfigRequest request) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ConfigException(missing(file, shown, request), e);
        } catch (IOException e) {
            throw new ConfigException(unreadable(file, shown, e), e);
        }
        try {
            return StrictUtf8.decode(
                    bytes, StrictUtf8.markLength(bytes, bytes.length), bytes.length);
        } catch (WrongByteException e) {
            throw new ConfigException(
                    Diagnostic.error(
                                    ErrorCode.CONFIG_SYNTAX,
                                    e.sentence(),
                                    new SourceLocation(shown, e.line(), e.column()))
                            .withHint("save the file as UTF-8"),
                    e);
        }
    }

    private static Diagnostic missing(Path file, Path shown, ConfigRequest request) {
        Diagnostic missing =
                Diagnostic.error(
                        ErrorCode.CONFIG_NOT_FOUND,
                        "there is no configuration file '" + shown + "'");
        if (request.file().isPresent()) {
            return missing.withHint("'--config' names the file to read");
        }
        if (fromVariable(request).isPresent()) {
            return missing.withHint(
                    "the variable " + ConfigRequest.CONFIG_VARIABLE + " names the file to read");
        }
        for (Path folder = file.getParent();
                folder != null && folder.getParent() != null;
                folder = folder.getParent()) {
            Path above = folder.resolveSibling(FILE_NAME);
            if (Files.isRegularFile(above)) {
                return missing.withHint("there is one further up: '-c " + above + "'");
            }
        }
        return missing.withHint("'limbeck init' makes one; '-c FILE' names one elsewhere");
    }

    private static Diagnostic unreadable(Path file, Path shown, IOException e) {
        return Files.isDirectory(file)
                ? Diagnostic.error(
                                ErrorCode.CONFIG_NOT_FOUND,
                                "the configuration file '" + shown + "' is a folder")
                        .withHint("name a file in it: '-c " + shown.resolve(FILE_NAME) + "'")
                : Diagnostic.error(
                        ErrorCode.CONFIG_NOT_FOUND,
                        "the configuration file '" + shown + "' can't be read: " + e);
    }

    private static Toml.Table parse(String text, Path shown) {
        try {
            return TomlReader.read(text);
        } catch (TomlSyntaxException e) {
            Toml.Position position = Objects.requireNonNull(e.position());
            throw new ConfigException(
                    Diagnostic.error(
                            ErrorCode.CONFIG_SYNTAX,
                            e.sentence(),
                            new SourceLocation(shown, position.line(), position.column())),
                    e);
        }
    }
}
