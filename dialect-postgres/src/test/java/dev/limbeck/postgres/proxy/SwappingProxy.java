package dev.limbeck.postgres.proxy;

import dev.limbeck.tck.server.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.postgresql.PGConnection;

/**
 * A proxy that speaks PostgreSQL's protocol to clients, logs them in without asking, and lends each
 * of their transactions a session of the server.
 */
public final class SwappingProxy implements AutoCloseable {
    /** Which free session a transaction gets. */
    public enum Choice {
        /** The one that waits longest: with one client alone each transaction gets another. */
        LONGEST_FREE,
        /** The one that was given back last, as pgbouncer does: alone a client keeps its own. */
        LAST_USED
    }

    private final ServerSocket listening;
    private final BlockingDeque<Backend> free = new LinkedBlockingDeque<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final Choice choice;
    private final boolean tellsBackend;

    /** A session of the server. */
    private record Backend(
            DataInputStream in, DataOutputStream out, int number, Connection keptAlive) {}

    private SwappingProxy(ServerSocket listening, Choice choice, boolean tellsBackend) {
        this.listening = listening;
        this.choice = choice;
        this.tellsBackend = tellsBackend;
    }

    /** Starts a proxy that tells each client a session's number of its own invention. */
    public static SwappingProxy before(TestDatabase database, int sessions, Choice choice)
            throws IOException, SQLException {
        return start(database, sessions, choice, false);
    }

    /** Starts a proxy that tells clients the number of a session that is really there. */
    public static SwappingProxy disguisedBefore(TestDatabase database, int sessions, Choice choice)
            throws IOException, SQLException {
        return start(database, sessions, choice, true);
    }

    private static SwappingProxy start(
            TestDatabase database, int sessions, Choice choice, boolean tellsBackend)
            throws IOException, SQLException {
        SwappingProxy proxy =
                new SwappingProxy(
                        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                        choice,
                        tellsBackend);
        for (int i = 0; i < sessions; i++) {
            proxy.free.add(proxy.backend(database));
        }
        Thread acceptor = new Thread(proxy::accept, "swapping-proxy");
        acceptor.setDaemon(true);
        acceptor.start();
        return proxy;
    }

    private Backend backend(TestDatabase database) throws IOException, SQLException {
        String key = UUID.randomUUID().toString();
        String url =
                database.url()
                        + (database.url().contains("?") ? "&" : "?")
                        + "sslmode=disable&gssEncMode=disable&socketFactory="
                        + KeptSockets.class.getName()
                        + "&socketFactoryArg="
                        + key;
        Connection connection =
                DriverManager.getConnection(url, database.user(), database.password());
        Socket socket = KeptSockets.take(key);
        synchronized (sockets) {
            sockets.add(socket);
        }
        return new Backend(
                new DataInputStream(socket.getInputStream()),
                new DataOutputStream(socket.getOutputStream()),
                connection.unwrap(PGConnection.class).getBackendPID(),
                connection);
    }

    /** Returns the URL of the same database through the proxy. */
    public String url(TestDatabase database) {
        return database.url()
                .replaceFirst(
                        "//[^/]*/",
                        "//"
                                + InetAddress.getLoopbackAddress().getHostAddress()
                                + ":"
                                + listening.getLocalPort()
                                + "/");
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                synchronized (sockets) {
                    sockets.add(client);
                }
                Thread thread = new Thread(() -> serve(client), "swapping-proxy-client");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            if (welcome(in, out)) {
                while (transaction(in, out)) {
                    // Each with a session of its own.
                }
            }
        } catch (IOException | InterruptedException gone) {
            // The client, the server or the test has ended.
        }
    }

    /** Logs a client in, whoever it is. */
    private boolean welcome(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            byte[] body = in.readNBytes(in.readInt() - 4);
            int code =
                    (body[0] & 0xff) << 24
                            | (body[1] & 0xff) << 16
                            | (body[2] & 0xff) << 8
                            | (body[3] & 0xff);
            if (code == 3 << 16) {
                break;
            }
            if (code == 80877102) {
                return false;
            }
            out.write('N');
            out.flush();
        }
        message(out, 'R', new byte[4]);
        for (String pair :
                List.of(
                        "server_version 18.0",
                        "server_encoding UTF8",
                        "client_encoding UTF8",
                        "DateStyle ISO",
                        "TimeZone UTC",
                        "integer_datetimes on",
                        "standard_conforming_strings on")) {
            message(out, 'S', (pair.replace(' ', '\0') + '\0').getBytes(StandardCharsets.UTF_8));
        }
        Backend shown = free.peekFirst();
        int number = tellsBackend && shown != null ? shown.number() : 123_456_789;
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        new DataOutputStream(key).writeLong((long) number << 32);
        message(out, 'K', key.toByteArray());
        message(out, 'Z', new byte[] {'I'});
        out.flush();
        return true;
    }

    private static void message(DataOutputStream out, char type, byte[] body) throws IOException {
        out.write(type);
        out.writeInt(body.length + 4);
        out.write(body);
    }

    /** Serves one transaction; returns whether the client may want another. */
    private boolean transaction(DataInputStream in, DataOutputStream out)
            throws IOException, InterruptedException {
        Message first = Message.read(in);
        if (first.type() == 'X') {
            return false;
        }
        Backend backend = free.takeFirst();
        try {
            first.write(backend.out());
            char status = exchange(first.type(), in, out, backend);
            while (status != 'I') {
                Message next = Message.read(in);
                if (next.type() == 'X') {
                    return false;
                }
                next.write(backend.out());
                status = exchange(next.type(), in, out, backend);
            }
        } finally {
            if (choice == Choice.LAST_USED) {
                free.addFirst(backend);
            } else {
                free.addLast(backend);
            }
        }
        return true;
    }

    /** Passes on messages until the server is ready again; returns the transaction's status. */
    private static char exchange(
            char sent, DataInputStream in, DataOutputStream out, Backend backend)
            throws IOException {
        char type = sent;
        while (type != 'Q' && type != 'S') {
            Message next = Message.read(in);
            next.write(backend.out());
            type = next.type();
        }
        backend.out().flush();
        while (true) {
            Message answer = Message.read(backend.in());
            answer.write(out);
            if (answer.type() == 'Z') {
                out.flush();
                return (char) answer.body()[0];
            }
            if (answer.type() == 'G') {
                out.flush();
                data(in, backend);
            }
        }
    }

    private static void data(DataInputStream in, Backend backend) throws IOException {
        Message next = Message.read(in);
        while (next.type() == 'd') {
            next.write(backend.out());
            next = Message.read(in);
        }
        next.write(backend.out());
        backend.out().flush();
    }

    private record Message(char type, byte[] body) {
        static Message read(DataInputStream in) throws IOException {
            char type = (char) in.readUnsignedByte();
            return new Message(type, in.readNBytes(in.readInt() - 4));
        }

        void write(DataOutputStream out) throws IOException {
            message(out, type, body);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
