package dev.limbeck.execute;

import dev.limbeck.dialect.DatabaseErrors;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is lent out once. Closing it gives it back; who gives it up gets it then, or
 * lets its borrower close it.
 */
final class LentConnection {
    private static final int SECONDS_TO_ANSWER = 5;

    private final Connection real;
    private State state = State.FRESH;

    private enum State {
        FRESH,
        LENT,
        RETURNED,
        GIVEN_UP
    }

    LentConnection(Connection real) {
        this.real = real;
    }

    /** Returns the connection, or empty where it was lent out before. */
    synchronized Optional<Connection> lend() {
        if (state != State.FRESH) {
            return Optional.empty();
        }
        state = State.LENT;
        return Optional.of(
                (Connection)
                        Proxy.newProxyInstance(
                                LentConnection.class.getClassLoader(),
                                new Class<?>[] {Connection.class},
                                new Borrower()));
    }

    /**
     * Returns the connection where nobody has it and it still answers; empty where its borrower is
     * to close it.
     */
    synchronized Optional<Connection> giveUp() {
        boolean idle = state == State.FRESH || state == State.RETURNED;
        state = State.GIVEN_UP;
        if (!idle) {
            return Optional.empty();
        }
        try {
            if (real.isValid(SECONDS_TO_ANSWER)) {
                return Optional.of(real);
            }
            real.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw DatabaseErrors.unknown("close the connection", e);
        }
    }

    private synchronized void giveBack() throws SQLException {
        if (state == State.GIVEN_UP) {
            real.close();
            return;
        }
        state = State.RETURNED;
        if (!real.isClosed() && !real.getAutoCommit()) {
            real.rollback();
            real.setAutoCommit(true);
        }
    }

    /** What the borrower calls. */
    private final class Borrower implements InvocationHandler {
        private volatile boolean closed;

        @Override
        public @Nullable Object invoke(
                Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    if (!closed) {
                        closed = true;
                        giveBack();
                    }
                    return null;
                }
                case "isClosed" -> {
                    return closed || real.isClosed();
                }
                case "equals" -> {
                    return arguments != null && proxy == arguments[0];
                }
                case "hashCode" -> {
                    return System.identityHashCode(proxy);
                }
                default -> {
                    if (closed) {
                        throw new SQLException("the connection is closed", "08003");
                    }
                    return call(method, arguments);
                }
            }
        }

        private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }
    }
}
