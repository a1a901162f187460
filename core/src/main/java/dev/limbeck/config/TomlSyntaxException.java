package dev.limbeck.config;

/** The document is not TOML. */
final class TomlSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Toml.Position position;

    TomlSyntaxException(String message, Toml.Position position) {
        super(message);
        this.position = position;
    }

    Toml.Position position() {
        return position;
    }

    /** Returns what is wrong. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
