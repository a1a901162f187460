package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.LeaseLock;
import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A migration lock belongs to one session at a time, says to which, and ends with it. */
public abstract class LockContract extends LiveContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Client ours;
    private Client theirs;
    private LockKey key;

    @BeforeEach
    final void openClients() throws SQLException {
        ours = new Client(database(), dialect());
        theirs = new Client(database(), dialect());
        key = key("limbeck_version");
    }

    @AfterEach
    final void closeClients() throws SQLException {
        if (ours != null) {
            ours.close();
        }
        if (theirs != null) {
            theirs.close();
        }
    }

    private LockKey key(String versionTable) throws SQLException {
        String schema =
                connection().getMetaData().supportsSchemasInTableDefinitions()
                        ? connection().getSchema()
                        : connection().getCatalog();
        return new LockKey(String.valueOf(schema), versionTable);
    }

    /** What is no lock of the session is a lease, which {@link LeaseContract} knows more about. */
    @Test
    void aLeaseIsTakenExactlyWhereTheCapabilityIsAbsent() throws SQLException {
        try (MigrationLock lock = ours.lock(key)) {
            assertThat(lock instanceof LeaseLock).isNotEqualTo(can(Capability.SESSION_LOCK));
        }
    }

    @Test
    void onlyOneSessionHasIt() throws SQLException {
        try (MigrationLock mine = ours.lock(key);
                MigrationLock other = theirs.lock(key)) {
            assertThat(mine.isHeld()).isFalse();
            assertThat(mine.tryAcquire()).isTrue();
            assertThat(mine.isHeld()).isTrue();
            assertThat(other.tryAcquire()).isFalse();
            assertThat(other.isHeld()).isFalse();
        }
    }

    @Test
    void takenTwiceItIsGivenBackOnce() throws SQLException {
        try (MigrationLock other = theirs.lock(key)) {
            try (MigrationLock mine = ours.lock(key)) {
                assertThat(mine.tryAcquire()).isTrue();
                assertThat(mine.tryAcquire()).isTrue();
            }
            assertThat(other.tryAcquire()).isTrue();
        }
    }

    @Test
    void closingGivesItBackAndMayBeRepeated() throws SQLException {
        MigrationLock mine = ours.lock(key);
        try (MigrationLock other = theirs.lock(key)) {
            mine.tryAcquire();
            mine.close();
            mine.close();
            assertThat(mine.isHeld()).isFalse();
            assertThat(other.tryAcquire()).isTrue();
        }
    }

    @Test
    void closingOneThatWasNotWonTakesItFromNobody() throws SQLException {
        try (MigrationLock mine = ours.lock(key)) {
            mine.tryAcquire();
            try (MigrationLock other = theirs.lock(key)) {
                assertThat(other.tryAcquire()).isFalse();
            }
            assertThat(mine.isHeld()).isTrue();
            try (MigrationLock other = theirs.lock(key)) {
                assertThat(other.tryAcquire()).isFalse();
            }
        }
    }

    @Test
    void endsWithTheSession() throws Exception {
        assumeTrue(can(Capability.SESSION_LOCK), "a lease ends when it has expired");
        MigrationLock mine = ours.lock(key);
        assertThat(mine.tryAcquire()).isTrue();
        try (MigrationLock other = theirs.lock(key)) {
            for (Connection each : ours.opened()) {
                subject().kill(each);
            }
            Instant end = Instant.now().plus(PATIENCE);
            while (!other.tryAcquire()) {
                assertThat(Instant.now()).as("still held by a dead session").isBefore(end);
                Thread.sleep(10);
            }
        }
    }

    @Test
    void othersAreToldWhoHasIt() throws SQLException {
        try (MigrationLock mine = ours.lock(key);
                MigrationLock other = theirs.lock(key)) {
            assertThat(other.holder()).isEmpty();
            mine.tryAcquire();
            LockHolder holder = other.holder().orElseThrow();
            assertThat(holder.session()).matches("\\d+");
            // Some drivers tell the user with the host it comes from: app@localhost.
            assertThat(connection().getMetaData().getUserName().replaceFirst("@.*", ""))
                    .isEqualToIgnoringCase(holder.user().orElseThrow());
            assertThat(holder.host().isPresent() || !can(Capability.SESSION_LOCK)).isTrue();
            // Not every server remembers when a session began.
            holder.since()
                    .ifPresent(
                            moment ->
                                    assertThat(moment)
                                            .isBetween(
                                                    Instant.now().minusSeconds(3600),
                                                    Instant.now().plusSeconds(60)));
        }
    }

    @Test
    void nobodyIsNamedOnceItIsFree() throws SQLException {
        try (MigrationLock other = theirs.lock(key)) {
            try (MigrationLock mine = ours.lock(key)) {
                mine.tryAcquire();
                assertThat(other.holder()).isPresent();
            }
            assertThat(other.holder()).isEmpty();
        }
    }

    @Test
    void eachKeyIsALockOfItsOwn() throws SQLException {
        LockKey second = key("alembic_version");
        try (MigrationLock mine = ours.lock(key);
                MigrationLock other = theirs.lock(second)) {
            assertThat(mine.tryAcquire()).isTrue();
            assertThat(other.tryAcquire()).isTrue();
            if (can(Capability.SESSION_LOCK)) {
                assertThat(mine.holder().orElseThrow().session())
                        .isNotEqualTo(other.holder().orElseThrow().session());
            }
            try (MigrationLock third = ours.lock(second)) {
                assertThat(third.tryAcquire()).isFalse();
            }
        }
    }

    @Test
    void waitingLeavesNoTransactionOpen() throws SQLException {
        try (MigrationLock mine = ours.lock(key);
                MigrationLock other = theirs.lock(key)) {
            mine.tryAcquire();
            other.tryAcquire();
            other.holder();
            assertThat(ours.work().getAutoCommit()).isTrue();
            assertThat(theirs.work().getAutoCommit()).isTrue();
        }
    }

    @Test
    void aTransactionOfTheWorkConnectionDoesNotGiveItBack() throws SQLException {
        try (MigrationLock mine = ours.lock(key);
                MigrationLock other = theirs.lock(key)) {
            mine.tryAcquire();
            ours.work().setAutoCommit(false);
            execute(ours.work(), "INSERT INTO item (id) VALUES (1)");
            ours.work().rollback();
            execute(ours.work(), "CREATE TABLE made (id integer)");
            ours.work().commit();
            ours.work().setAutoCommit(true);
            assertThat(mine.isHeld()).isTrue();
            assertThat(other.tryAcquire()).isFalse();
        }
    }

    @Test
    void ddlRunsWhileAnotherSessionWaits() throws Exception {
        var statements =
                new ArrayList<>(
                        List.of(
                                "CREATE TABLE made (id integer PRIMARY KEY)",
                                "ALTER TABLE made ADD COLUMN name varchar(10)",
                                "CREATE INDEX made_name ON made (name)",
                                "DROP TABLE made",
                                "CREATE INDEX item_name ON item (name)",
                                "ALTER TABLE item ADD COLUMN more integer"));
        statements.addAll(subject().outsideTransactions());
        try (MigrationLock mine = ours.lock(key)) {
            assertThat(mine.tryAcquire()).isTrue();
            var waiter = new Waiter();
            waiter.start();
            try {
                for (String statement : statements) {
                    runWithin(PATIENCE, statement);
                }
            } finally {
                waiter.stop();
            }
            assertThat(mine.isHeld()).isTrue();
        }
    }

    private void runWithin(Duration patience, String statement) throws Exception {
        CompletableFuture<Void> run =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                execute(ours.work(), statement);
                            } catch (SQLException e) {
                                throw new IllegalStateException(statement, e);
                            }
                        });
        try {
            run.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("blocked by a session that waits: " + statement, e);
        }
    }

    /** Another session that asks for the lock again and again. */
    private final class Waiter {
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final AtomicBoolean enough = new AtomicBoolean();
        private final AtomicInteger refusals = new AtomicInteger();
        private Future<?> polling = CompletableFuture.completedFuture(null);

        void start() throws InterruptedException {
            polling = thread.submit(this::poll);
            Instant end = Instant.now().plus(PATIENCE);
            while (refusals.get() == 0 && !polling.isDone()) {
                assertThat(Instant.now()).isBefore(end);
                Thread.sleep(1);
            }
        }

        private Void poll() throws SQLException, InterruptedException {
            try (MigrationLock other = theirs.lock(key)) {
                while (!enough.get()) {
                    assertThat(other.tryAcquire()).isFalse();
                    assertThat(other.holder()).isPresent();
                    refusals.incrementAndGet();
                    Thread.sleep(5);
                }
            }
            return null;
        }

        void stop() throws InterruptedException, ExecutionException {
            enough.set(true);
            thread.shutdown();
            polling.get();
        }
    }
}
