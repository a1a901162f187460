package dev.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testing.RevisionGraphs;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows say about a database: which revisions are applied, and whether that is all of them. */
class CurrentRowsTest {
    private static final RevisionGraph GRAPH =
            RevisionGraphs.of(
                    "ca01; ca02 <- ca01; ca03 <- ca02;"
                            + " cb01; cb02 <- cb01 & ca02; cb03 <- cb02;"
                            + " cc01; cd01 <- cc01 & ca03");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // rows          | implied tips | unknown | at heads
                "                |              |         | false",
                "ca03            |              |         | false",
                "cb03            | ca02         |         | false",
                "ca02, cb03      |              |         | false",
                "ca03, cb02      |              |         | false",
                "cb03, cd01      | ca03         |         | true",
                "ca03, cb03, cd01|              |         | true",
                "cb03, cd01, gone| ca03         | gone    | false",
                "gone            |              | gone    | false",
            })
    void tellTipsAndWhetherAllIsApplied(
            String rows, String implied, String unknown, boolean atHeads) {
        HeadSet heads = RevisionGraphs.rows(rows == null ? "" : rows);

        assertThat(GRAPH.impliedTips(heads)).isEqualTo(ids(implied));
        assertThat(GRAPH.unknown(heads)).isEqualTo(ids(unknown));
        assertThat(GRAPH.isAtHeads(heads)).isEqualTo(atHeads);
    }

    private static List<RevisionId> ids(String list) {
        return RevisionGraphs.rows(list == null ? "" : list).ids();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cb02       | ca01 ca02 cb01 cb02           | ca03 cb03 cc01 cd01",
                "ca01, cc01 | ca01 cc01                     | ca02 ca03 cb01 cb02 cb03 cd01",
                "gone       | ''                            | ca01 ca02 ca03 cb01 cb02 cb03 cc01 cd01",
            })
    void divideTheRevisionsIntoAppliedAndPending(String rows, String applied, String pending) {
        HeadSet heads = RevisionGraphs.rows(rows);

        assertThat(GRAPH.applied(heads).ids()).isEqualTo(ids(applied.replace(' ', ',')));
        assertThat(GRAPH.pending(heads).ids()).isEqualTo(ids(pending.replace(' ', ',')));
    }
}
