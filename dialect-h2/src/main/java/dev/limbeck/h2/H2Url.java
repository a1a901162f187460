package dev.limbeck.h2;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
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

    private static final String TRACE = "TRACE_LEVEL_FILE";

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
        if (!isFile(file) || file.startsWith("~")) {
            return url;
        }
        Path resolved = folder.toAbsolutePath().resolve(file).normalize();
        String settings = parts.group("settings");
        return parts.group("prefix")
                + resolved.toString().replace('\\', '/')
                + (settings == null ? "" : settings);
    }

    /**
     * Returns a resolved URL with which H2 does not try to write a trace file beside the database
     * where the folder can't be written: it would print stack traces then. The setting is for
     * administrators only, so elsewhere the URL stays as it is.
     *
     * @param writable whether a folder can be written
     */
    static String withoutVainTrace(String url, Predicate<Path> writable) {
        Matcher parts = FILE.matcher(url);
        if (!parts.matches()
                || !isFile(parts.group("file"))
                || url.toUpperCase(Locale.ROOT).contains(";" + TRACE)) {
            return url;
        }
        Path folder = Path.of(parts.group("file")).getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder == null || writable.test(folder) ? url : url + ";" + TRACE + "=0";
    }

    private static boolean isFile(String file) {
        return !file.isEmpty() && !ELSEWHERE.matcher(file).matches();
    }
}
