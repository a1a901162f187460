package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.ComparisonRequest;
import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.proof.DownProof.Verdict;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** What the scripts of the sample say they do is what they do. */
@ParameterizedClass(name = "{0}")
@EngineSource({"h2", "mariadb"})
class SampleSchemaTest {
    @Parameter TestServer server;

    /** Also holds what a replay makes of each revision against what the server made of it. */
    @Test
    void everyRevisionIsVerifiedOnTheServer() throws SQLException {
        try (TestDatabase database = server.newDatabase();
                Limbeck limbeck = SampleProject.read().against(database)) {
            assertThat(limbeck.verifyOn(database.url(), List.of()))
                    .hasSameSizeAs(limbeck.migrations().all())
                    .allSatisfy(
                            proof -> {
                                assertThat(proof.differences()).as(proof.reason()).isEmpty();
                                assertThat(proof.verdict()).isEqualTo(Verdict.PROVED);
                            });
        }
    }

    @Test
    void theDesiredSchemaIsWhereTheChainArrives() throws SQLException {
        try (TestDatabase database = server.newDatabase();
                Limbeck limbeck = SampleProject.read().against(database)) {
            limbeck.upgrade(MovementRequest.to("head"));
            assertThat(limbeck.check(ComparisonRequest.standard()).changes()).isEmpty();
        }
    }
}
