package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.config.LedgerConfig;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.HistoryEvent.Subject;
import dev.limbeck.ledger.Ledger;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StepReport;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.tck.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs at once do no harm to one another. */
public abstract class ConcurrencyContract extends LiveContract {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int REVISIONS = 8;

    @TempDir Path folder;

    private TemporaryProject line(Path root) {
        var project = new TemporaryProject(root);
        String parent = "";
        for (int number = 1; number <= REVISIONS; number++) {
            String id = "rev" + number;
            project.revision(
                    id,
                    parent,
                    "CREATE TABLE t" + number + " (id integer);\n",
                    "DROP TABLE t" + number + ";\n");
            parent = id;
        }
        return project;
    }

    private static <T> List<T> atOnce(int count, Callable<T> work) throws Exception {
        var start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<T>> results =
                    IntStream.range(0, count)
                            .mapToObj(
                                    number ->
                                            threads.submit(
                                                    () -> {
                                                        start.await();
                                                        return work.call();
                                                    }))
                            .toList();
            start.countDown();
            var values = new ArrayList<T>();
            for (Future<T> result : results) {
                values.add(result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            return values;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void severalRunsOnAnEmptyDatabaseRunEachRevisionOnce() throws Exception {
        TemporaryProject project = line(folder);
        List<MovementReport> reports =
                atOnce(
                        4,
                        () -> {
                            try (Limbeck limbeck = project.on(database())) {
                                return limbeck.upgrade(
                                        MovementRequest.to("head").waiting(PATIENCE));
                            }
                        });
        assertThat(reports.stream().mapToInt(report -> report.steps().size()).sum())
                .isEqualTo(REVISIONS);
        assertThat(reports)
                .allSatisfy(
                        report ->
                                assertThat(report.to().ids())
                                        .containsExactly(new RevisionId("rev" + REVISIONS)));
        try (Limbeck limbeck = project.on(database())) {
            assertThat(limbeck.events())
                    .extracting(event -> event.subject().map(Subject::revision).orElse(""))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, REVISIONS)
                                    .mapToObj(number -> "rev" + number)
                                    .toList());
            assertThat(limbeck.events()).extracting(HistoryEvent::number).doesNotHaveDuplicates();
        }
    }

    @Test
    void oneInstanceServesSeveralThreads() throws Exception {
        TemporaryProject project = line(folder);
        try (Limbeck limbeck = project.on(database())) {
            List<Integer> steps =
                    atOnce(
                            3,
                            () ->
                                    limbeck.upgrade(MovementRequest.to("head").waiting(PATIENCE))
                                            .steps()
                                            .size());
            assertThat(steps.stream().mapToInt(Integer::intValue).sum()).isEqualTo(REVISIONS);
        }
    }

    @Test
    void instancesOnTwoDatabasesDoNotDisturbEachOther() throws Exception {
        TemporaryProject first = line(folder.resolve("first"));
        TemporaryProject second =
                new TemporaryProject(folder.resolve("second"))
                        .revision("only", "", "CREATE TABLE alone (id integer);\n", "");
        try (TestDatabase other = subject().newDatabase();
                Limbeck one = first.on(database());
                Limbeck two = second.on(other)) {
            List<Integer> steps =
                    atOnce(
                            2,
                            new Callable<>() {
                                private boolean taken;

                                @Override
                                public Integer call() {
                                    return (takeFirst() ? one : two)
                                            .upgrade(MovementRequest.to("head"))
                                            .steps()
                                            .size();
                                }

                                private synchronized boolean takeFirst() {
                                    boolean isFirst = !taken;
                                    taken = true;
                                    return isFirst;
                                }
                            });
            assertThat(steps).containsExactlyInAnyOrder(REVISIONS, 1);
        }
    }

    /** Holds the project's lock from a connection of its own while some work is done. */
    private void whileLocked(Callable<?> work) throws Exception {
        try (Connection holder = database().connection();
                MigrationLock lock =
                        dialect()
                                .lock(
                                        holder,
                                        database()::connection,
                                        Ledger.open(holder, dialect(), LedgerConfig.DEFAULT)
                                                .lockKey())) {
            assertThat(lock.tryAcquire()).isTrue();
            work.call();
        }
    }

    @Test
    void aTakenLockIsToldWithItsHolder() throws Exception {
        TemporaryProject project = line(folder);
        var waitedFor = new CopyOnWriteArrayList<String>();
        var listener =
                new ExecutionListener() {
                    @Override
                    public void waitingForLock(String holder) {
                        waitedFor.add(holder);
                    }
                };
        whileLocked(
                () -> {
                    try (Limbeck limbeck = project.on(database(), listener)) {
                        var e =
                                catchThrowableOfType(
                                        DatabaseException.class,
                                        () ->
                                                limbeck.upgrade(
                                                        MovementRequest.to("head")
                                                                .waiting(Duration.ofMillis(200))));
                        assertThat(e.code()).isEqualTo(ErrorCode.LOCK_TIMEOUT);
                        assertThat(e.getMessage()).contains("200 ms").contains("session ");
                        assertThat(waitedFor).hasSize(1);
                        assertThat(waitedFor.get(0)).startsWith("session ");
                        assertThat(limbeck.current().entries()).isEmpty();
                        assertThat(limbeck.planUpgrade(MovementRequest.to("head")).steps())
                                .hasSize(REVISIONS);
                    }
                    return null;
                });
        try (Limbeck limbeck = project.on(database())) {
            assertThat(limbeck.upgrade(MovementRequest.to("head")).steps()).hasSize(REVISIONS);
        }
    }

    @Test
    void whatMovedWhileWaitingIsPlannedAnew() throws Exception {
        TemporaryProject project = line(folder);
        var plans = new CopyOnWriteArrayList<Integer>();
        var moved = new CountDownLatch(1);
        var listener =
                new ExecutionListener() {
                    @Override
                    public void planned(MovementReport plan) {
                        plans.add(plan.steps().size());
                        if (plans.size() == 1) {
                            stampBehindTheBack(project);
                            moved.countDown();
                        }
                    }
                };
        try (Limbeck limbeck = project.on(database(), listener)) {
            MovementReport report = limbeck.upgrade(MovementRequest.to("head"));
            assertThat(moved.getCount()).isZero();
            assertThat(plans).containsExactly(REVISIONS, 2);
            assertThat(report.steps())
                    .extracting(StepReport::state)
                    .containsExactly(StepReport.State.DONE, StepReport.State.DONE);
            assertThat(report.from().ids()).containsExactly(new RevisionId("rev6"));
        }
    }

    private void stampBehindTheBack(TemporaryProject project) {
        try (Limbeck other = project.on(database())) {
            other.stamp(List.of("rev6"));
        }
    }

    @Test
    void theLockIsFreeAfterAFailure() throws SQLException {
        TemporaryProject project =
                new TemporaryProject(folder).up("bad1", "", "INSERT INTO missing VALUES (1);\n");
        try (Limbeck limbeck = project.on(database())) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThat(
                                catchThrowableOfType(
                                        RuntimeException.class,
                                        () -> limbeck.upgrade(MovementRequest.to("head"))))
                        .hasMessageNotContaining("lock");
            }
        }
    }
}
