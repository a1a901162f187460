package dev.limbeck.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerError.Kind;
import dev.limbeck.dialect.ServerError.Place;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionWaiterTest {
    private static final Connection CONNECTION =
            (Connection)
                    Proxy.newProxyInstance(
                            ConnectionWaiterTest.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, arguments) -> null);

    private final List<String> told = new ArrayList<>();
    private final Clock clock = new Clock();

    /** Time that passes only where somebody waits. */
    private static final class Clock implements Pauses {
        private Duration now = Duration.ZERO;

        @Override
        public long nanoTime() {
            return now.toNanos();
        }

        @Override
        public void pause(Duration duration) {
            now = now.plus(duration);
        }
    }

    /** A database that fails in some ways, one after the other, and then is there. */
    private static final class Troubled implements ConnectionWaiter.Target {
        private final Deque<Kind> troubles;

        Troubled(Kind... troubles) {
            this.troubles = new ArrayDeque<>(List.of(troubles));
        }

        @Override
        public Connection attempt() throws SQLException {
            Kind trouble = troubles.poll();
            if (trouble != null) {
                throw new SQLException(trouble.name());
            }
            return CONNECTION;
        }

        @Override
        public ServerError describe(SQLException error) {
            return new ServerError(
                    Kind.valueOf(String.valueOf(error.getMessage())),
                    String.valueOf(error.getMessage()),
                    Place.UNKNOWN,
                    Optional.empty(),
                    Optional.empty());
        }

        @Override
        public DatabaseException failed(SQLException error) {
            return new DatabaseException(
                    Diagnostic.error(
                            ErrorCode.CONNECTION_FAILED, String.valueOf(error.getMessage())));
        }
    }

    private Connection connect(Duration reach, Duration use, Kind... troubles) {
        return new ConnectionWaiter(clock, new ConnectionPatience(reach, use), told::add)
                .connect(new Troubled(troubles));
    }

    @Test
    void aServerThatIsStartingIsWaitedFor() {
        assertThat(
                        connect(
                                Duration.ofSeconds(60),
                                Duration.ZERO,
                                Kind.CONNECTION,
                                Kind.CONNECTION,
                                Kind.IN_USE,
                                Kind.CONNECTION))
                .isSameAs(CONNECTION);
        assertThat(told).containsExactly("CONNECTION", "IN_USE", "CONNECTION");
        assertThat(clock.now).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aDatabaseInUseIsWaitedForAsALockIs() {
        assertThat(connect(Duration.ZERO, Duration.ofSeconds(5), Kind.IN_USE)).isSameAs(CONNECTION);
        assertThatThrownBy(() -> connect(Duration.ZERO, Duration.ofSeconds(5), Kind.CONNECTION))
                .hasMessageContaining("CONNECTION");
    }

    @Test
    void aWrongPasswordIsToldAtOnce() {
        assertThatThrownBy(
                        () -> connect(Duration.ofSeconds(60), Duration.ofSeconds(60), Kind.LOGIN))
                .hasMessageContaining("LOGIN");
        assertThat(clock.now).isEqualTo(Duration.ZERO);
    }

    @Test
    void patienceEnds() {
        Kind[] always = new Kind[100];
        Arrays.fill(always, Kind.CONNECTION);
        assertThatThrownBy(() -> connect(Duration.ofSeconds(7), Duration.ZERO, always))
                .hasMessageContaining("CONNECTION");
        assertThat(clock.now).isEqualTo(Duration.ofSeconds(7));
    }
}
