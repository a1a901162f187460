package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.dialect.LeaseLock;
import dev.limbeck.dialect.LeaseTable;
import dev.limbeck.dialect.LockFence;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lease belongs to one run at a time, outlives no dead one for long, and fences off the slow. */
public abstract class LeaseContract extends LiveContract {
    private static final LockKey KEY = new LockKey("s", "limbeck_version");
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(600);

    private final List<Connection> opened = new ArrayList<>();

    /** Returns how the database writes the table of leases. */
    protected abstract LeaseTable table();

    @AfterEach
    final void closeConnections() throws SQLException {
        for (Connection connection : opened) {
            connection.close();
        }
    }

    private Connection open() throws SQLException {
        Connection connection = database().connection();
        opened.add(connection);
        return connection;
    }

    private MigrationLock lease(String owner, Duration length) {
        return new LeaseLock(table(), this::open, KEY, owner, length);
    }

    @Test
    void onlyOneRunHasIt() throws SQLException {
        try (MigrationLock mine = lease("mine", LONG);
                MigrationLock other = lease("other", LONG)) {
            assertThat(mine.holder()).isEmpty();
            assertThat(mine.tryAcquire()).isTrue();
            assertThat(mine.tryAcquire()).isTrue();
            assertThat(mine.isHeld()).isTrue();
            assertThat(other.tryAcquire()).isFalse();
            assertThat(other.isHeld()).isFalse();
            assertThat(other.holder().orElseThrow().user()).hasValue("mine");
        }
    }

    @Test
    void givenBackItIsFreeAtOnce() throws SQLException {
        MigrationLock mine = lease("mine", LONG);
        assertThat(mine.tryAcquire()).isTrue();
        mine.close();
        mine.close();
        try (MigrationLock other = lease("other", LONG)) {
            assertThat(other.holder()).isEmpty();
            assertThat(other.tryAcquire()).isTrue();
        }
    }

    @Test
    void itsHeartKeepsItBeyondItsLength() throws Exception {
        try (MigrationLock mine = lease("mine", SHORT);
                MigrationLock other = lease("other", SHORT)) {
            assertThat(mine.tryAcquire()).isTrue();
            Instant end = Instant.now().plus(SHORT.multipliedBy(3));
            while (Instant.now().isBefore(end)) {
                assertThat(other.tryAcquire()).isFalse();
                Thread.sleep(50);
            }
            assertThat(mine.isHeld()).isTrue();
        }
    }

    /** The dead one's heart stopped with it. */
    private MigrationLock leftByADeadRun() throws SQLException {
        Connection[] first = {null};
        MigrationLock dead =
                new LeaseLock(
                        table(),
                        () -> {
                            if (first[0] != null) {
                                throw new SQLException("dead", "08000");
                            }
                            first[0] = open();
                            return first[0];
                        },
                        KEY,
                        "dead",
                        SHORT);
        assertThat(dead.tryAcquire()).isTrue();
        first[0].close();
        return dead;
    }

    private static void take(MigrationLock other) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        while (!other.tryAcquire()) {
            assertThat(Instant.now()).as("still held by a dead run").isBefore(end);
            Thread.sleep(20);
        }
    }

    @Test
    void aDeadRunsLeaseRunsOut() throws Exception {
        leftByADeadRun();
        try (MigrationLock other = lease("other", LONG)) {
            assertThat(other.tryAcquire()).isFalse();
            assertThat(other.holder().orElseThrow().user()).hasValue("dead");
            take(other);
        }
    }

    @Test
    void aRunThatLostItCanNotWriteTheLedger() throws Exception {
        MigrationLock slow = leftByADeadRun();
        LockFence fence = slow.fence().orElseThrow();
        Connection work = open();
        work.setAutoCommit(false);
        fence.check(work);
        work.commit();
        try (MigrationLock other = lease("other", LONG)) {
            take(other);
            DatabaseException lost =
                    catchThrowableOfType(DatabaseException.class, () -> fence.check(work));
            assertThat(lost.code()).isEqualTo(ErrorCode.LOCK_LOST);
            work.rollback();
            other.fence().orElseThrow().check(work);
            work.rollback();
        }
    }

    @Test
    void whoeverTakesItWaitsForAWriteThatIsUnderWay() throws Exception {
        MigrationLock slow = leftByADeadRun();
        Connection work = open();
        work.setAutoCommit(false);
        slow.fence().orElseThrow().check(work);
        execute(work, "INSERT INTO item (id) VALUES (1)");
        Thread committer =
                new Thread(
                        () -> {
                            try {
                                Thread.sleep(SHORT.multipliedBy(2).toMillis());
                                work.commit();
                            } catch (SQLException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        committer.start();
        try (MigrationLock other = lease("other", LONG)) {
            take(other);
            assertThat(query(connection(), "SELECT count(*) FROM item")).isEqualTo("1");
        }
        committer.join();
    }
}
