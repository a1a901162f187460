package dev.limbeck.tck.server;

import dev.limbeck.tck.server.ServerSource.UnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** PostgreSQL's pooler as Debian packages it, before one test database. */
public final class Pgbouncer implements AutoCloseable {
    private static final String CACHED = "debian-pgbouncer";
    private static final List<String> PACKAGES =
            List.of("pgbouncer", "libevent-2.1-7", "libc-ares2");

    private final int port;
    private final ServerProcess process;

    private Pgbouncer(int port, ServerProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts one. Where the package can't be had the test is aborted with the reason.
     *
     * @param mode {@code session}, {@code transaction} or {@code statement}
     */
    public static Pgbouncer before(TestDatabase database, String mode)
            throws IOException, InterruptedException {
        TestSettings settings = TestSettings.from(System.getProperties(), System.getenv());
        ArtefactCache cache = new ArtefactCache(settings.cache());
        Path programs;
        Path program;
        try {
            programs = cache.folder(CACHED, folder -> DebianPackages.unpack(folder, PACKAGES));
            program = DebianPackages.one(programs, "usr/sbin/pgbouncer");
        } catch (IOException | UnavailableException e) {
            throw new TestAbortedException("pgbouncer: no Debian package: " + e.getMessage(), e);
        }
        Path folder = cache.runFolder();
        ServerAccount account = ServerAccount.find();
        int port = freePort();
        Path ini =
                Files.writeString(
                        folder.resolve("pgbouncer.ini"), configuration(database, mode, port));
        account.give(folder);
        Path libraries = programs.resolve("usr/lib/x86_64-linux-gnu");
        List<String> command = new ArrayList<>();
        command.add("env");
        command.add("LD_LIBRARY_PATH=" + libraries);
        command.addAll(account.command(List.of(program.toString(), ini.toString())));
        Pgbouncer started = new Pgbouncer(port, ServerProcess.start(command, folder, "TERM"));
        started.await();
        return started;
    }

    private static String configuration(TestDatabase database, String mode, int port) {
        URI server = URI.create(database.url().substring("jdbc:".length()));
        return String.join(
                "\n",
                "[databases]",
                "* = host="
                        + server.getHost()
                        + " port="
                        + server.getPort()
                        + " user="
                        + database.user()
                        + " password="
                        + database.password(),
                "[pgbouncer]",
                "listen_addr = 127.0.0.1",
                "listen_port = " + port,
                "unix_socket_dir =",
                "auth_type = any",
                "pool_mode = " + mode,
                "ignore_startup_parameters = extra_float_digits",
                "");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    throw new TestAbortedException("pgbouncer does not start: " + process.log(), e);
                }
                Thread.sleep(100);
            }
        }
        throw new AssertionError("pgbouncer does not listen: " + process.log());
    }

    /** Returns the URL of the same database through the pooler. */
    public String url(TestDatabase database) {
        return database.url().replaceFirst("//[^/]*/", "//127.0.0.1:" + port + "/");
    }

    @Override
    public void close() {
        process.close();
    }
}
