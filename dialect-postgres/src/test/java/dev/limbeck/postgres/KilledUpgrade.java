package dev.limbeck.postgres;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.report.StepReport;
import dev.limbeck.sql.Statement;
import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A process that upgrades and stops before some statement, until it is killed. */
final class KilledUpgrade {
    static final String READY = "ready";
    static final String FIRST = "aaa1";
    static final String SECOND = "bbb2";
    static final int STATEMENTS = 6;

    private KilledUpgrade() {}

    static void writeRevisions(TemporaryProject project) {
        project.revision(FIRST, "", "CREATE TABLE before (id integer);\n", "DROP TABLE before;\n");
        project.revision(
                SECOND,
                FIRST,
                IntStream.rangeClosed(1, STATEMENTS)
                        .mapToObj(number -> "CREATE TABLE killed" + number + " (id integer);\n")
                        .collect(Collectors.joining()),
                "");
    }

    static Process start(Path folder, TestDatabase database, int statement) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledUpgrade.class.getName(),
                        folder.toString(),
                        database.url(),
                        database.user(),
                        database.password(),
                        String.valueOf(statement))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) {
        var database = new TestDatabase(arguments[1], arguments[2], arguments[3], () -> {});
        int stopBefore = Integer.parseInt(arguments[4]);
        var listener =
                new ExecutionListener() {
                    @Override
                    public void statementStarted(
                            StepReport step, int ordinal, Statement statement) {
                        if (step.revision().id().value().equals(SECOND) && ordinal == stopBefore) {
                            System.out.println(READY);
                            waitToBeKilled();
                        }
                    }
                };
        try (Limbeck limbeck = new TemporaryProject(Path.of(arguments[0])).on(database, listener)) {
            limbeck.upgrade(MovementRequest.to("head").waiting(Duration.ofMinutes(1)));
        }
    }

    private static void waitToBeKilled() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
