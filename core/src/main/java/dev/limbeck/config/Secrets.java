package dev.limbeck.config;

/** Keeps passwords out of what is shown. */
public final class Secrets {
    private Secrets() {}

    /** Returns a JDBC URL with every password in it masked. */
    public static String maskUrl(String url) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Returns a text with the passwords of every JDBC URL in it masked, for messages of drivers.
     */
    public static String mask(String text) {
        throw new UnsupportedOperationException("not built yet");
    }
}
