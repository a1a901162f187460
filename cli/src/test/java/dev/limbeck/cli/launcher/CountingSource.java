package dev.limbeck.cli.launcher;

import dev.limbeck.tck.server.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Connections to a database of tests that count what is sent through them. */
final class CountingSource {
    private final AtomicInteger sent = new AtomicInteger();
    private final TestDatabase database;

    CountingSource(TestDatabase database) {
        this.database = database;
    }

    /** Returns how many statements were sent. */
    int count() {
        return sent.get();
    }

    DataSource source() {
        return proxy(
                DataSource.class,
                (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        Connection connection = database.connection();
                        return proxy(Connection.class, counting(connection));
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private InvocationHandler counting(Object target) {
        return (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                sent.incrementAndGet();
            }
            Object answer;
            try {
                answer = method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (answer instanceof CallableStatement) {
                return proxy(CallableStatement.class, counting(answer));
            }
            if (answer instanceof PreparedStatement) {
                return proxy(PreparedStatement.class, counting(answer));
            }
            return answer instanceof Statement ? proxy(Statement.class, counting(answer)) : answer;
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
