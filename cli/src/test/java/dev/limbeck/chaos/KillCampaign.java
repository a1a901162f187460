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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills a run at random moments, again and again, and lets an ordinary {@code upgrade} follow: what
 * is there in the end must be what an undisturbed run leaves.
 */
final class KillCampaign {
    private static final Pattern STATEMENT = Pattern.compile("(\\d+)/(\\d+) {2}.*");
    private static final Pattern RESUMING =
            Pattern.compile("resuming \\w+ of (\\w+): (\\d+) of .*");

    /** Of so few blows all may fall when the run is over. */
    private static final int ENOUGH_TO_TELL = 5;

    private final Path folder;
    private final Databases databases;
    private final Blow blow;
    private final Random random;
    private final Consumer<String> progress;

    /** Where empty databases come from. */
    @FunctionalInterface
    interface Databases {
        TestDatabase make() throws SQLException;
    }

    /** What is done to a run. */
    @FunctionalInterface
    interface Blow {
        void strike(Worker worker, TestDatabase database)
                throws IOException, InterruptedException, SQLException;
    }

    /**
     * What came of it.
     *
     * @param undisturbed what an undisturbed run leaves
     * @param resumed how often the next run went on after so many statements, by revision
     */
    record Result(String undisturbed, Map<String, Integer> resumed, int ranBeforeTheBlow) {}

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

    /** Strikes so often; throws at the first end that is not the undisturbed one. */
    Result run(int kills) throws IOException, InterruptedException, SQLException {
        int[] sent = {0};
        String undisturbed;
        try (TestDatabase database = databases.make()) {
            ChaosProject.configure(folder, database);
            String output = upgrade(database);
            output.lines()
                    .filter(line -> STATEMENT.matcher(line).matches())
                    .forEach(l -> sent[0]++);
            undisturbed = Snapshot.of(database);
        }
        Map<String, Integer> resumed = new TreeMap<>();
        int late = 0;
        for (int kill = 1; kill <= kills; kill++) {
            try (TestDatabase database = databases.make()) {
                ChaosProject.configure(folder, database);
                int at = 1 + random.nextInt(sent[0]);
                int pause = random.nextInt(15);
                if (!strike(database, at, pause)) {
                    late++;
                }
                String output = upgrade(database);
                Matcher resuming = RESUMING.matcher("");
                output.lines()
                        .filter(line -> resuming.reset(line).matches())
                        .forEach(
                                line ->
                                        resumed.merge(
                                                resuming.group(1) + " after " + resuming.group(2),
                                                1,
                                                Integer::sum));
                String found = Snapshot.of(database);
                progress.accept(
                        kill
                                + " of "
                                + kills
                                + ", at statement "
                                + at
                                + "; too late "
                                + late
                                + "; "
                                + resumed);
                if (!found.equals(undisturbed)) {
                    throw new AssertionError(
                            "kill "
                                    + kill
                                    + " at statement "
                                    + at
                                    + " after "
                                    + pause
                                    + " ms led elsewhere.\nUndisturbed:\n"
                                    + undisturbed
                                    + "\nFound:\n"
                                    + found
                                    + "\nThe run after it said:\n"
                                    + output);
                }
            }
        }
        if (late == kills && kills >= ENOUGH_TO_TELL) {
            throw new AssertionError("no blow fell while a run was at work");
        }
        return new Result(undisturbed, resumed, late);
    }

    /** Strikes some time after a statement was sent; false where the run was faster. */
    private boolean strike(TestDatabase database, int at, int pause)
            throws IOException, InterruptedException, SQLException {
        try (Worker worker = Worker.start()) {
            if (blow == PROCESS) {
                worker.beginToDie(folder, at, pause * 1_000, "upgrade", "-v", "--wait", "60s");
                return worker.end(line -> {}) < 0;
            }
            worker.begin(folder, "upgrade", "-v", "--wait", "60s");
            for (int seen = 0; seen < at; seen++) {
                if (!sendsAnother(worker)) {
                    return false;
                }
            }
            Thread.sleep(pause);
            blow.strike(worker, database);
            return true;
        }
    }

    /** Reads up to the next statement that is sent; false where the run is over before. */
    private static boolean sendsAnother(Worker worker) throws IOException {
        for (Optional<String> line = worker.next(); line.isPresent(); line = worker.next()) {
            if (STATEMENT.matcher(line.get()).matches()) {
                return true;
            }
            if (line.get().startsWith("exit ")) {
                return false;
            }
        }
        return false;
    }

    /** Upgrades in this process; returns what was said. */
    private String upgrade(TestDatabase database) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream output = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code =
                Worker.run(
                        folder,
                        output,
                        List.of("upgrade", "-v", "--wait", "60s", "--connect-wait", "60s"));
        String said = bytes.toString(StandardCharsets.UTF_8);
        if (code != 0) {
            throw new AssertionError(
                    "the upgrade of " + database + " ended with " + code + ":\n" + said);
        }
        return said;
    }

    /** The process that runs the upgrade kills itself. */
    static final Blow PROCESS = (worker, database) -> worker.kill();

    /** Returns databases in files of a folder. */
    static Databases h2Files(Path folder) {
        return () -> {
            try {
                Path file = Files.createTempDirectory(folder, "db").resolve("app");
                return new TestDatabase("jdbc:h2:file:" + file, "sa", "", () -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
