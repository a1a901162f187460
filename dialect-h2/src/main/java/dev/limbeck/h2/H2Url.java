package dev.limbeck.h2;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JDBC URLs of H2. */
final class H2Url {
    static final String PREFIX = "jdbc:h2:";

    /** A URL that reaches no database but a new one of its own with each connection. */
    static final String PRIVATE = "jdbc:h2:mem:";

    /** Names that stand before a file and say through which file system it is read. */
    private static final Pattern FILE =
            Pattern.compile(
                    "(?<prefix>jdbc:h2:(?:(?:file|nio|nioMapped|async|split(?::\\d+)?|retry|rec|"
                            + "encrypt|zip):)*)(?<file>[^;]*)(?<settings>;.*)?",
                    Pattern.DOTALL);

    /** A file system or server that is no file here; a letter alone is a drive. */
    private static final Pattern ELSEWHERE = Pattern.compile("[a-zA-Z]\\w+:.*", Pattern.DOTALL);

    private H2Url() {}

    /**
     * Returns a URL in which a relative file has become absolute, seen from a folder. In-memory
     * databases, servers and files in the user's home stay as they are.
     */
    static String resolve(String url, Path folder) {
        Matcher parts = FILE.matcher(url);
        if (!parts.matches()) {
            return url;
        }
        String file = parts.group("file");
        if (file.isEmpty() || file.startsWith("~") || ELSEWHERE.matcher(file).matches()) {
            return url;
        }
        Path resolved = folder.toAbsolutePath().resolve(file).normalize();
        String settings = parts.group("settings");
        return parts.group("prefix")
                + resolved.toString().replace('\\', '/')
                + (settings == null ? "" : settings);
    }
}
