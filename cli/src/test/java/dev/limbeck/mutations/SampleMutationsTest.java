package dev.limbeck.mutations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.mutations.Mutation.Kind;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Which faults in the sample the commands find that need no database.
 *
 * <p>An ordinary build makes a few on H2. {@code -Dlimbeck.mutations=200} makes so many on every
 * engine, and {@code -Dlimbeck.seed} others.
 */
class SampleMutationsTest {
    private static final int FEW = 12;
    private static final int MUTATIONS = Integer.getInteger("limbeck.mutations", FEW);
    private static final long SEED = Integer.getInteger("limbeck.seed", 1);
    private static final Path SAMPLE = Path.of("..", "migrations").toAbsolutePath().normalize();
    private static final Set<Kind> SHOWN_BY_SCHEMA =
            Set.of(Kind.COLUMN_RENAMED, Kind.STATEMENT_DROPPED, Kind.TYPE_CHANGED);

    @TempDir Path folder;

    @ParameterizedTest
    @EngineSource({"h2", "postgres", "mysql", "mariadb"})
    void mostFaultsAreFoundWithoutADatabase(TestServer server) throws IOException, SQLException {
        String name = server.engine().product();
        assumeTrue(name.equals("h2") || MUTATIONS > FEW, "only with -Dlimbeck.mutations");
        MutationCampaign.copy(SAMPLE, folder);
        MutationCampaign campaign = new MutationCampaign(folder, name, new RealRun(server));

        Verdict sound = campaign.verdict();
        assertThat(sound.validate()).as("what is said of the sample").isEmpty();
        assertThat(sound.verify()).as("what is not proved of the sample").isEmpty();
        assertFound(campaign.run(MUTATIONS, SEED));
    }

    /** Where no server judges, a change without a meaning counts as a fault that nobody found. */
    @Test
    void mostFaultsAreFoundForAServerThatCannotBeHad() throws IOException, SQLException {
        assumeTrue(MUTATIONS > FEW, "only with -Dlimbeck.mutations");
        MutationCampaign.copy(SAMPLE, folder);

        assertFound(new MutationCampaign(folder, "oracle", null).run(MUTATIONS, SEED));
    }

    private static void assertFound(MutationFigures figures) {
        System.out.println(figures.table());
        for (Kind kind : SHOWN_BY_SCHEMA) {
            assertThat(figures.found(kind)).as(kind.words()).isGreaterThanOrEqualTo(0.9);
        }
    }
}
