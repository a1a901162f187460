package dev.limbeck.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What is peculiar to H2's lock; the rest is in the contract. */
class H2LockTest {
    @Test
    void anUnnamedDatabaseBelongsToItsOneConnection() throws SQLException {
        try (Connection work = DriverManager.getConnection("jdbc:h2:mem:;MODE=Oracle", "sa", "");
                MigrationLock lock =
                        new H2Dialect()
                                .lock(
                                        work,
                                        () -> {
                                            throw new AssertionError("leads to another database");
                                        },
                                        key("PUBLIC"))) {
            assertThat(lock.isHeld()).isFalse();
            assertThat(lock.tryAcquire()).isTrue();
            assertThat(lock.isHeld()).isTrue();
        }
    }

    @Test
    void aConnectionGoesBackToItsPoolAsItCame() throws SQLException {
        String url = "jdbc:h2:mem:pooled;DB_CLOSE_DELAY=-1";
        try (Connection work = DriverManager.getConnection(url, "sa", "");
                Connection pooled = DriverManager.getConnection(url, "sa", "")) {
            try (MigrationLock lock =
                    new H2Dialect().lock(work, () -> unclosable(pooled), key("PUBLIC"))) {
                assertThat(lock.tryAcquire()).isTrue();
                assertThat(pooled.getAutoCommit()).isFalse();
            }
            assertThat(pooled.getAutoCommit()).isTrue();
            assertThat(pooled.getTransactionIsolation()).isEqualTo(work.getTransactionIsolation());
        }
    }

    @Test
    void theTableLivesBesideTheLedger() throws SQLException {
        String url = "jdbc:h2:mem:beside;DB_CLOSE_DELAY=-1";
        try (Connection work = DriverManager.getConnection(url, "sa", "");
                Statement statement = work.createStatement()) {
            statement.execute("CREATE SCHEMA \"Led\"\"ger\"");
            try (MigrationLock lock =
                    new H2Dialect()
                            .lock(
                                    work,
                                    () -> DriverManager.getConnection(url, "sa", ""),
                                    key("Led\"ger"))) {
                assertThat(lock.tryAcquire()).isTrue();
                try (var tables =
                        work.getMetaData().getTables(null, "Led\"ger", "LIMBECK_LOCK", null)) {
                    assertThat(tables.next()).isTrue();
                }
            }
        }
    }

    private static LockKey key(String schema) {
        return new LockKey(schema, "limbeck_version");
    }

    /** Closing a pool's connection leaves the real one open. */
    private static Connection unclosable(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        H2LockTest.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("close")
                                        ? null
                                        : method.invoke(connection, arguments));
    }
}
