package dev.limbeck.chaos;

import dev.limbeck.tck.server.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Strikes a run at random moments, again and again, and lets an ordinary {@code upgrade} follow:
 * what is there in the end must be what an undisturbed run leaves.
 *
 * <p>Each run is a process of its own. The moment is drawn from the time that an undisturbed
 * process takes from its first statement to its end; a blow that falls when the run is over doesn't
 * count.
 */
final class KillCampaign {
    private static final Pattern STATEMENT = Pattern.compile("(\\d+)/(\\d+) {2}.*");
    private static final Pattern RESUMING =
            Pattern.compile("resuming \\w+ of (\\w+): (\\d+) of .*");
    private static final String EXIT = "exit ";

    /** So many blows may miss for each that falls. */
    private static final int MISSES = 20;

    private final Path folder;
    private final Databases databases;
    private final Blow blow;
    private final Random random;
    private final Consumer<String> progress;

    /** Where empty databases come from. */
    @FunctionalInterface
    interface Databases {
        TestDatabase make() throws SQLException, IOException;
    }

    /** What is done to a run. */
    @FunctionalInterface
    interface Blow {
        /**
         * Strikes, waits until whatever was struck can be used again, and returns the exit code of
         * the run, -1 where its process is gone.
         */
        int strike(Worker worker, TestDatabase database)
                throws IOException, InterruptedException, SQLException;
    }

    /**
     * What came of it.
     *
     * @param undisturbed what an undisturbed run leaves
     * @param inside how many blows fell while a run was at work
     * @param missed how many fell afterwards
     * @param resumed how often the next run went on after so many statements, by revision
     */
    record Result(String undisturbed, int inside, int missed, Map<String, Integer> resumed) {
        /** Returns how many of the runs that followed had a script to finish. */
        int resumptions() {
            return resumed.values().stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public String toString() {
            return inside
                    + " blows inside a run, "
                    + missed
                    + " too late, "
                    + resumptions()
                    + " resumed: "
                    + resumed;
        }
    }

    /**
     * Makes a campaign.
     *
     * @param progress hears of each blow that was survived
     */
    KillCampaign(
            Path folder, Databases databases, Blow blow, long seed, Consumer<String> progress) {
        this.progress = progress;
        this.folder = folder;
        this.databases = databases;
        this.blow = blow;
        this.random = new Random(seed);
    }

    /** Strikes so often inside a run; throws at the first end that is not the undisturbed one. */
    Result run(int blows) throws IOException, InterruptedException, SQLException {
        String undisturbed;
        Duration span;
        try (TestDatabase database = databases.make()) {
            ChaosProject.configure(folder, database);
            span = undisturbedSpan();
            undisturbed = Snapshot.of(database);
        }
        Map<String, Integer> resumed = new TreeMap<>();
        int inside = 0;
        int missed = 0;
        while (inside < blows) {
            long nanos = (long) (random.nextDouble() * span.toNanos());
            if (strikeOnce(nanos, undisturbed, resumed)) {
                inside++;
            } else if (++missed > MISSES * blows) {
                throw new AssertionError("most blows fall when the run is over: " + span);
            }
            progress.accept(new Result(undisturbed, inside, missed, resumed).toString());
        }
        return new Result(undisturbed, inside, missed, resumed);
    }

    /** Strikes a run on a database of its own, upgrades after it, and compares. */
    private boolean strikeOnce(long nanos, String undisturbed, Map<String, Integer> resumed)
            throws IOException, InterruptedException, SQLException {
        try (TestDatabase database = databases.make()) {
            ChaosProject.configure(folder, database);
            boolean inside = strike(database, nanos);
            String output = upgrade(database);
            Matcher resuming = RESUMING.matcher("");
            output.lines()
                    .filter(line -> resuming.reset(line).matches())
                    .map(line -> resuming.group(1) + " after " + resuming.group(2))
                    .forEach(place -> resumed.merge(place, 1, Integer::sum));
            String found = Snapshot.of(database);
            if (!found.equals(undisturbed)) {
                throw new AssertionError(
                        "a blow after %d ms led elsewhere.%nUndisturbed:%n%s%nFound:%n%s%nThen:%n%s"
                                .formatted(
                                        TimeUnit.NANOSECONDS.toMillis(nanos),
                                        undisturbed,
                                        found,
                                        output));
            }
            return inside;
        }
    }

    /** Returns how long a process takes from its first statement to its end. */
    private Duration undisturbedSpan() throws IOException {
        try (Worker worker = Worker.start()) {
            worker.begin(folder, "upgrade", "-v");
            requireStatement(worker);
            long began = System.nanoTime();
            int code = worker.end(line -> {});
            if (code != 0) {
                throw new AssertionError("undisturbed it ends with " + code);
            }
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    /** Strikes some time after the first statement was sent; false where the run was over. */
    private boolean strike(TestDatabase database, long nanos)
            throws IOException, InterruptedException, SQLException {
        try (Worker worker = Worker.start()) {
            worker.begin(folder, "upgrade", "-v");
            requireStatement(worker);
            TimeUnit.NANOSECONDS.sleep(nanos);
            return blow.strike(worker, database) != 0;
        }
    }

    private static void requireStatement(Worker worker) throws IOException {
        StringBuilder said = new StringBuilder();
        for (Optional<String> line = worker.next(); line.isPresent(); line = worker.next()) {
            if (STATEMENT.matcher(line.get()).matches()) {
                return;
            }
            said.append(line.get()).append('\n');
            if (line.get().startsWith(EXIT)) {
                break;
            }
        }
        throw new AssertionError("no statement was sent:\n" + said);
    }

    /** Upgrades in this process, as anybody would; returns what was said. */
    private String upgrade(TestDatabase database) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream output = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Worker.run(folder, output, List.of("upgrade", "-v"));
        String said = bytes.toString(StandardCharsets.UTF_8);
        if (code != 0) {
            throw new AssertionError(
                    "the upgrade of " + database + " ended with " + code + ":\n" + said);
        }
        return said;
    }

    /** The process that runs the upgrade is killed, as by {@code kill -9}. */
    static final Blow PROCESS =
            (worker, database) -> {
                worker.kill();
                return worker.end(line -> {});
            };

    /**
     * Returns databases in files of a folder. Every other one writes each commit at once: else H2
     * loses the last half second, and with it most of a short script.
     */
    static Databases h2Files(Path folder) {
        AtomicInteger made = new AtomicInteger();
        return () -> {
            try {
                Path file = Files.createTempDirectory(folder, "db").resolve("app");
                String delay = made.getAndIncrement() % 2 == 0 ? "" : ";WRITE_DELAY=0";
                return new TestDatabase("jdbc:h2:file:" + file + delay, "sa", "", () -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
