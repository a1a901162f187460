package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.Limbeck;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.HistoryEvent.Kind;
import dev.limbeck.report.MovementReport;
import dev.limbeck.revision.RevisionId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows of the version table that are written without running anything. */
public abstract class StampContract extends ProjectContract {
    @Test
    void aStampWritesRowsAndHistoryAndRunsNothing() throws SQLException {
        threeRevisions();
        MovementReport report = stamp("bbb2");
        assertThat(report.to().ids()).containsExactly(new RevisionId("bbb2"));
        assertThat(rows()).containsExactly("bbb2");
        assertThat(has("account")).isFalse();
        assertThat(events()).extracting(HistoryEvent::kind).containsExactly(Kind.STAMPED);
        assertThat(events().get(0).heads()).containsExactly("bbb2");
        assertThat(events().get(0).subject()).isEqualTo(Optional.empty());
    }

    @Test
    void aPurgeTakesAwayWhateverStoodThere() throws SQLException {
        threeRevisions();
        execute(
                connection(),
                "CREATE TABLE limbeck_version (version_num varchar(200))",
                "INSERT INTO limbeck_version VALUES ('no such')",
                "INSERT INTO limbeck_version VALUES ('bbb2')",
                "INSERT INTO limbeck_version VALUES ('bbb2')");
        try (Limbeck limbeck = project.on(database())) {
            limbeck.purgeAndStamp(List.of("ccc3"));
        }
        assertThat(query(connection(), "SELECT count(*) FROM limbeck_version")).isEqualTo("1");
        assertThat(rows()).containsExactly("ccc3");
    }

    @Test
    void theVersionTableIsMadeOnce() {
        try (Limbeck limbeck = project.on(database())) {
            assertThat(limbeck.ensureVersionTable()).isTrue();
            assertThat(limbeck.ensureVersionTable()).isFalse();
        }
    }
}
