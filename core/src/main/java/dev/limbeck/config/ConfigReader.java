package dev.limbeck.config;

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
        throw new UnsupportedOperationException("not built yet");
    }
}
