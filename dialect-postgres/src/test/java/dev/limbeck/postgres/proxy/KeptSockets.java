package dev.limbeck.postgres.proxy;

import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/**
 * Keeps the sockets that the driver opens, so that a proxy can go on with a connection after the
 * driver has logged in. The driver makes it by its name and knows it no more.
 */
public final class KeptSockets extends SocketFactory {
    private static final Map<String, Socket> KEPT = new ConcurrentHashMap<>();

    private final String key;

    /** Called by the driver, with what {@code socketFactoryArg} says. */
    public KeptSockets(String key) {
        this.key = key;
    }

    static Socket take(String key) {
        Socket socket = KEPT.remove(key);
        if (socket == null) {
            throw new IllegalStateException("the driver opened no socket");
        }
        return socket;
    }

    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        KEPT.put(key, socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
