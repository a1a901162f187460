package dev.limbeck.chaos;

import dev.limbeck.tck.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Lets several processes upgrade the same empty database at once, again and again. */
final class RaceCampaign implements AutoCloseable {
    private final Path folder;
    private final KillCampaign.Databases databases;
    private final List<Worker> workers = new ArrayList<>();

    RaceCampaign(Path folder, KillCampaign.Databases databases, int processes) throws IOException {
        this.folder = folder;
        this.databases = databases;
        for (int i = 0; i < processes; i++) {
            workers.add(Worker.start());
        }
    }

    /**
     * Runs so many rounds. Each process must end with 0, and what is there in the end must be what
     * the first round left; a revision that ran twice would show in the history.
     *
     * @return what each round leaves
     */
    String run(int rounds) throws IOException, SQLException {
        String first = "";
        for (int round = 1; round <= rounds; round++) {
            try (TestDatabase database = databases.make()) {
                ChaosProject.configure(folder, database);
                for (Worker worker : workers) {
                    worker.begin(folder, "upgrade", "heads", "--wait", "300s");
                }
                for (Worker worker : workers) {
                    StringBuilder said = new StringBuilder();
                    int code = worker.end(line -> said.append(line).append('\n'));
                    if (code != 0) {
                        throw new AssertionError(
                                "round " + round + " ended with " + code + ":\n" + said);
                    }
                }
                String found = Snapshot.of(database);
                first = round == 1 ? found : first;
                if (!found.equals(first)) {
                    throw new AssertionError(
                            "round " + round + " left something else:\n" + first + "\n" + found);
                }
            }
        }
        return first;
    }

    @Override
    public void close() throws IOException {
        for (Worker worker : workers) {
            worker.close();
        }
    }
}
