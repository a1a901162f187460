package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.ComparisonRequest;
import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.report.ComparisonReport;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** What the scripts of the sample say they do is what they do, after each revision. */
@ParameterizedClass(name = "{0}")
@EngineSource("h2")
class SampleSchemaTest {
    /** The branches of the sample leave this many revisions at which there is but one head. */
    private static final int AT_LEAST = 35;

    @Parameter TestServer server;

    @Test
    void theChainEqualsTheDatabaseAfterEachRevision() throws SQLException {
        try (TestDatabase database = server.newDatabase();
                Limbeck limbeck = SampleProject.read().against(database)) {
            List<String> order =
                    limbeck.planUpgrade(MovementRequest.to("head")).steps().stream()
                            .map(step -> step.revision().id())
                            .map(Object::toString)
                            .toList();
            int compared = 0;
            for (String revision : order) {
                limbeck.upgrade(MovementRequest.to(revision));
                if (limbeck.rows().ids().size() == 1) {
                    Side chain = new Side.Chain(Optional.of(revision));
                    ComparisonReport report =
                            limbeck.compare(ComparisonRequest.of(chain, new Side.Database()));
                    assertThat(report.sql()).as("at " + revision).isEmpty();
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(AT_LEAST);
            ComparisonReport desired = limbeck.check(ComparisonRequest.standard());
            assertThat(desired.changes()).isEmpty();
        }
    }
}
