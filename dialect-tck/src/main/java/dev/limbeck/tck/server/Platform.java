package dev.limbeck.tck.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What differs from one machine to the next. */
final class Platform {
    private static final String CACHE = "limbeck-test";

    private Platform() {}

    static boolean isLinuxX64(Properties properties) {
        return properties.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
                && properties.getProperty("os.arch", "").matches("amd64|x86_64");
    }

    /** Artefacts hold programs for Linux x86-64. */
    static void requireLinuxX64() throws ServerSource.UnavailableException {
        if (!isLinuxX64(System.getProperties())) {
            throw new ServerSource.UnavailableException(
                    "the artefact is for Linux x86-64, this is " + describe());
        }
    }

    static String describe() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    /**
     * Returns where servers are unpacked: {@code LIMBECK_TEST_CACHE}, else in the user's home.
     *
     * <p>Root's home is closed to the account that root's servers run as; where that is so, root
     * uses the machine's own cache folder.
     */
    static Path cacheFolder(Properties properties, Map<String, String> environment) {
        String chosen = environment.getOrDefault("LIMBECK_TEST_CACHE", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        String base = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path own =
                base.isBlank()
                        ? Path.of(properties.getProperty("user.home"), ".cache")
                        : Path.of(base).toAbsolutePath();
        return ServerAccount.isRoot() && !openToOthers(own)
                ? Path.of("/var/cache", CACHE)
                : own.resolve(CACHE);
    }

    private static boolean openToOthers(Path folder) {
        for (Path each = folder; each != null; each = each.getParent()) {
            try {
                if (Files.exists(each)
                        && !Files.getPosixFilePermissions(each)
                                .contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
