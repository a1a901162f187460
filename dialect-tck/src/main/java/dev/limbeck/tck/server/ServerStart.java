package dev.limbeck.tck.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Starts a server on a free port, anew where another process was faster. */
final class ServerStart {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 5;

    private ServerStart() {}

    /** How one product's server is started. */
    interface Product {
        /** Returns its name and version, for messages. */
        String shown();

        /** Makes a folder for one run, its data in it. */
        Path prepare() throws IOException, InterruptedException;

        /** Returns the command that runs the server on a port, its own account applied. */
        List<String> command(Path folder, int port);

        /** Returns the signal that stops it without waiting for its clients. */
        String signal();

        /** Connects; an error means that the server is not up yet. */
        RunningServer connect(int port, Runnable stop) throws SQLException;
    }

    static RunningServer of(Product product)
            throws IOException, SQLException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return run(product);
            } catch (PortTakenException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static RunningServer run(Product product)
            throws IOException, SQLException, InterruptedException {
        Path folder = product.prepare();
        int port = freePort();
        ServerProcess process =
                ServerProcess.start(product.command(folder, port), folder, product.signal());
        for (Instant end = Instant.now().plus(PATIENCE); ; Thread.sleep(20)) {
            if (!process.isAlive()) {
                String log = process.log();
                process.close();
                if (Stream.of("could not bind", "Bind on TCP/IP port").anyMatch(log::contains)) {
                    throw new PortTakenException(log);
                }
                throw new IOException(product.shown() + " did not start:\n" + log);
            }
            try {
                return product.connect(port, process::close);
            } catch (SQLException e) {
                if (Instant.now().isAfter(end)) {
                    process.close();
                    throw e;
                }
            }
        }
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
