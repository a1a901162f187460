package dev.limbeck.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockWaiterTest {
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final LockWaiter waiter = new LockWaiter(new ManualTime(), told::add);

    /** Time that passes only while somebody pauses. */
    private final class ManualTime implements Pauses {
        private long now;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void pause(Duration duration) {
            pauses.add(duration);
            now += duration.toNanos();
        }
    }

    /** A lock that others hold for some attempts; each holder holds it for two. */
    private static final class BusyLock implements MigrationLock {
        private final int busy;
        private int attempts;

        BusyLock(int busy) {
            this.busy = busy;
        }

        @Override
        public boolean tryAcquire() {
            attempts++;
            return attempts > busy;
        }

        @Override
        public boolean isHeld() {
            return attempts > busy;
        }

        @Override
        public Optional<LockHolder> holder() {
            return Optional.of(
                    new LockHolder(
                            String.valueOf((attempts + 1) / 2),
                            Optional.of("app"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }

        @Override
        public void close() {}
    }

    @Test
    void aFreeLockIsTakenWithoutAPause() throws SQLException {
        waiter.acquire(new BusyLock(0), Duration.ZERO);
        assertThat(pauses).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void withoutPatienceItIsAskedOnce() {
        var lock = new BusyLock(1);
        var e =
                catchThrowableOfType(
                        DatabaseException.class, () -> waiter.acquire(lock, Duration.ZERO));
        assertThat(e.code()).isEqualTo(ErrorCode.LOCK_TIMEOUT);
        assertThat(e.getMessage()).contains("was not free; held by session 1, user app");
        assertThat(pauses).isEmpty();
    }

    @Test
    void pausesGrowToABoundAndEachHolderIsToldOnce() throws SQLException {
        waiter.acquire(new BusyLock(8), Duration.ofSeconds(30));
        assertThat(pauses)
                .extracting(Duration::toMillis)
                .containsExactly(25L, 50L, 100L, 200L, 400L, 500L, 500L, 500L);
        assertThat(told).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void itIsAskedOnceMoreWhenPatienceEnds() {
        var lock = new BusyLock(1000);
        var e =
                catchThrowableOfType(
                        DatabaseException.class, () -> waiter.acquire(lock, Duration.ofSeconds(2)));
        assertThat(e.getMessage()).contains("was not free for 2 s");
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(lock.attempts).isEqualTo(pauses.size() + 1);
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        var interrupted =
                new LockWaiter(
                        new Pauses() {
                            @Override
                            public long nanoTime() {
                                return 0;
                            }

                            @Override
                            public void pause(Duration duration) throws InterruptedException {
                                throw new InterruptedException();
                            }
                        },
                        told::add);
        var e =
                catchThrowableOfType(
                        DatabaseException.class,
                        () -> interrupted.acquire(new BusyLock(1), Duration.ofSeconds(1)));
        assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED);
        assertThat(Thread.interrupted()).isTrue();
    }
}
