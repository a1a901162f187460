package dev.limbeck.postgres.proxy;

import dev.limbeck.tck.server.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes on bytes until it is told to cut every connection; the next ones work again. */
public final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final URI server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private CuttingProxy(ServerSocket listening, URI server) {
        this.listening = listening;
        this.server = server;
    }

    /** Starts a proxy before a database's server. */
    public static CuttingProxy before(TestDatabase database) throws IOException {
        CuttingProxy proxy =
                new CuttingProxy(
                        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                        URI.create(database.url().substring("jdbc:".length())));
        start(proxy::accept);
        return proxy;
    }

    /** Returns the URL of the same database through the proxy. */
    public String url(TestDatabase database) {
        return database.url()
                .replaceFirst("//[^/]*/", "//127.0.0.1:" + listening.getLocalPort() + "/");
    }

    /** Cuts every connection that is open, in the middle of whatever it does. */
    public void cut() {
        for (Socket socket : open) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException gone) {
                // It is cut already.
            }
        }
        open.clear();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket backend = new Socket(server.getHost(), server.getPort());
                open.add(client);
                open.add(backend);
                start(() -> pass(client, backend));
                start(() -> pass(backend, client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException cut) {
            // One end is gone, so is the other.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
