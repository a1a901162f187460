package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.config.LedgerConfig;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.HistoryEvent.Actor;
import dev.limbeck.ledger.HistoryEvent.Failure;
import dev.limbeck.ledger.HistoryEvent.Kind;
import dev.limbeck.ledger.HistoryEvent.Outcome;
import dev.limbeck.ledger.HistoryEvent.RecordedScript;
import dev.limbeck.ledger.HistoryEvent.Subject;
import dev.limbeck.ledger.Ledger;
import dev.limbeck.ledger.StoredText;
import dev.limbeck.plan.VersionChange;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Checksum;
import dev.limbeck.script.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The ledger's tables look and behave the same on every database. */
public abstract class LedgerContract extends LiveContract {
    private static final RevisionId ONE = new RevisionId("one1");
    private static final RevisionId TWO = new RevisionId("two2");

    private Ledger ledger(LedgerConfig config) throws SQLException {
        return Ledger.open(connection(), dialect(), config);
    }

    private Ledger ledger() throws SQLException {
        return ledger(LedgerConfig.DEFAULT);
    }

    private static LedgerConfig named(String versionTable) {
        return new LedgerConfig(versionTable, Optional.empty());
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables =
                connection()
                        .getMetaData()
                        .getTables(connection().getCatalog(), null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        LimbeckException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void absentTablesHoldNothingAndReadingMakesNone() throws SQLException {
        List<String> before = tables();
        Ledger ledger = ledger();
        assertThat(ledger.rows().heads()).isEqualTo(HeadSet.empty());
        assertThat(ledger.events()).isEmpty();
        assertThat(ledger.lastNumber()).isZero();
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void versionTableHasTheShapeThatAlembicGivesIts() throws SQLException {
        Ledger ledger = ledger();
        assertThat(ledger.createVersionTable()).isTrue();
        assertThat(ledger.createVersionTable()).isFalse();
        String table = dialect().identifiers().fold("limbeck_version");
        try (ResultSet columns =
                connection()
                        .getMetaData()
                        .getColumns(connection().getCatalog(), null, table, "%")) {
            assertThat(columns.next()).isTrue();
            assertThat(columns.getString("COLUMN_NAME")).isEqualToIgnoringCase("version_num");
            assertThat(columns.getInt("COLUMN_SIZE")).isEqualTo(32);
            assertThat(columns.getString("IS_NULLABLE")).isEqualTo("NO");
            assertThat(columns.next()).isFalse();
        }
        try (ResultSet key =
                connection()
                        .getMetaData()
                        .getPrimaryKeys(connection().getCatalog(), ledger.schema(), table)) {
            assertThat(key.next()).isTrue();
            assertThat(key.getString("PK_NAME"))
                    .isEqualToIgnoringCase(subject().primaryKeyName("limbeck_version_pkc"));
        }
    }

    @Test
    void peopleCanTypeTheNamesWithoutQuotes() throws SQLException {
        Ledger ledger = ledger();
        ledger.create();
        ledger.change(new VersionChange.Insert(ONE));
        assertThat(query(connection(), "SELECT version_num FROM limbeck_version"))
                .isEqualTo("one1");
        assertThat(
                        query(
                                connection(),
                                "SELECT count(*) FROM limbeck_history WHERE revision = 'x' AND"
                                        + " kind = 'applied' AND started_at IS NULL"))
                .isEqualTo("0");
    }

    @Test
    void versionTableIsMadeUnderJustTheNameThatIsConfigured() throws SQLException {
        String name = "x; DROP TABLE item; -- \"'`";
        Ledger ledger = ledger(named(name));
        ledger.create();
        ledger.change(new VersionChange.Insert(ONE));
        assertThat(ledger.rows().heads().ids()).containsExactly(ONE);
        assertThat(tables()).contains(name);
        assertThat(query(connection(), "SELECT count(*) FROM item")).isEqualTo("0");
    }

    @Test
    void aNameWithCapitalsMeansExactlyItself() throws SQLException {
        ledger(named("Versions")).createVersionTable();
        assertThat(tables()).contains("Versions");
    }

    @Test
    void aTableThatAlembicMadeIsTakenOver() throws SQLException {
        execute(
                connection(),
                "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL, CONSTRAINT"
                        + " alembic_version_pkc PRIMARY KEY (version_num))",
                "INSERT INTO alembic_version VALUES ('one1')");
        Ledger ledger = ledger(named("alembic_version"));
        assertThat(ledger.createVersionTable()).isFalse();
        ledger.change(new VersionChange.Update(ONE, TWO));
        assertThat(query(connection(), "SELECT version_num FROM alembic_version"))
                .isEqualTo("two2");
    }

    @Test
    void rowsThatOthersWroteAreReadWhateverTheyAre() throws SQLException {
        execute(
                connection(),
                "CREATE TABLE limbeck_version (version_num varchar(200))",
                "INSERT INTO limbeck_version VALUES ('two2')",
                "INSERT INTO limbeck_version VALUES ('one1')",
                "INSERT INTO limbeck_version VALUES ('one1')",
                "INSERT INTO limbeck_version VALUES ('not a revision')",
                "INSERT INTO limbeck_version VALUES (NULL)");
        var rows = ledger().rows();
        assertThat(rows.heads().ids()).containsExactly(ONE, TWO);
        assertThat(rows.illegible()).containsExactly("", "not a revision");
        assertThat(rows.repeated()).containsExactly("one1");
    }

    @Test
    void everyChangeTouchesExactlyOneRow() throws SQLException {
        Ledger ledger = ledger();
        ledger.create();
        ledger.change(new VersionChange.Insert(ONE));
        ledger.change(new VersionChange.Update(ONE, TWO));
        assertThat(ledger.rows().heads().ids()).containsExactly(TWO);
        assertRefused(
                ErrorCode.VERSION_ROWS_CHANGED,
                () -> ledger.change(new VersionChange.Update(ONE, TWO)));
        assertRefused(
                ErrorCode.VERSION_ROWS_CHANGED, () -> ledger.change(new VersionChange.Delete(ONE)));
        assertRefused(
                ErrorCode.VERSION_ROWS_CHANGED, () -> ledger.change(new VersionChange.Insert(TWO)));
        ledger.change(new VersionChange.Delete(TWO));
        assertThat(ledger.rows().heads()).isEqualTo(HeadSet.empty());
    }

    @Test
    void aRowThatStandsThereTwiceIsNotChangedUnnoticed() throws SQLException {
        execute(
                connection(),
                "CREATE TABLE limbeck_version (version_num varchar(32))",
                "INSERT INTO limbeck_version VALUES ('one1')",
                "INSERT INTO limbeck_version VALUES ('one1')");
        Ledger ledger = ledger();
        connection().setAutoCommit(false);
        assertRefused(
                ErrorCode.VERSION_ROWS_CHANGED,
                () -> ledger.change(new VersionChange.Update(ONE, TWO)));
        connection().rollback();
        connection().setAutoCommit(true);
        assertThat(ledger.rows().repeated()).containsExactly("one1");
    }

    @Test
    void changesAndEventsRollBackTogether() throws SQLException {
        Ledger ledger = ledger();
        ledger.create();
        connection().setAutoCommit(false);
        ledger.change(new VersionChange.Insert(ONE));
        ledger.append(stamp(Kind.STAMPED));
        connection().rollback();
        connection().setAutoCommit(true);
        assertThat(ledger.rows().heads()).isEqualTo(HeadSet.empty());
        assertThat(ledger.events()).isEmpty();
    }

    private static HistoryEvent stamp(Kind kind) {
        return new HistoryEvent(
                0,
                kind,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Actor("", "", "", 0, ""),
                Instant.parse("2026-11-23T10:00:00.123Z"),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
    }

    private static HistoryEvent full(String script) {
        return new HistoryEvent(
                0,
                Kind.FAILED,
                Optional.of(
                        new Subject(
                                "27c6a30d7c24",
                                List.of("1975ea83b712", "9a1b2c3d4e5f"),
                                List.of("billing", "ae1027a6ac00"),
                                List.of("search"),
                                "add größe 😀 'quoted'\\n",
                                Optional.of(Instant.parse("2026-03-29T01:30:00Z")))),
                Optional.of(
                        new RecordedScript(
                                Direction.UP,
                                Optional.of("migrations/27c6a30d7c24_add.up.sql"),
                                Optional.of(new Checksum("sha256:aa", "tokens-sha256:bb")),
                                7,
                                Optional.of(StoredText.of(script)),
                                Optional.of(StoredText.of("DROP TABLE größe;\n")))),
                List.of("1975ea83b712", "zz99"),
                new Actor("alice", "app", "build-7", 4711, "1.2.3"),
                Instant.parse("2026-11-23T10:00:00.123Z"),
                Duration.ofMillis(1234),
                Optional.of(
                        new Failure(
                                3,
                                "INSERT …\n\n('x')",
                                "column \"x\" does not exist",
                                Outcome.ROLLED_BACK)),
                Optional.of("finished by hand"));
    }

    private static String large(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        while (text.length() < 300_000) {
            text.append("INSERT INTO t VALUES (").append(random.nextLong()).append(");\n");
        }
        return text.toString();
    }

    @Test
    void historyGivesBackWhatWasWritten() throws SQLException {
        Ledger ledger = ledger();
        ledger.create();
        String script = large(7);
        ledger.append(full(script));
        ledger.append(stamp(Kind.STAMPED));
        assertThat(ledger.events())
                .containsExactly(full(script).numbered(1), stamp(Kind.STAMPED).numbered(2));
        assertThat(ledger.events().get(0).script().orElseThrow().text().orElseThrow().text())
                .contains(script);
    }

    @Test
    void momentsAreStoredInUniversalTime() throws SQLException {
        Ledger ledger = ledger();
        ledger.create();
        ledger.append(stamp(Kind.STAMPED));
        assertThat(query(connection(), "SELECT started_at FROM limbeck_history"))
                .startsWith("2026-11-23 10:00:00.123");
    }

    @Test
    void ledgersThatShareASchemaCountForThemselves() throws SQLException {
        Ledger first = ledger();
        Ledger second = ledger(named("alembic_version"));
        first.create();
        second.create();
        first.append(stamp(Kind.STAMPED));
        first.append(stamp(Kind.RESOLVED));
        second.append(stamp(Kind.REPAIRED));
        assertThat(first.events()).extracting(HistoryEvent::number).containsExactly(1L, 2L);
        assertThat(second.events()).extracting(HistoryEvent::kind).containsExactly(Kind.REPAIRED);
        assertThat(first.lockKey()).isNotEqualTo(second.lockKey());
    }

    @Test
    void theLedgerOfANewerToolIsRefused() throws SQLException {
        Ledger ledger = ledger();
        ledger.create();
        ledger.append(stamp(Kind.STAMPED));
        execute(connection(), "UPDATE limbeck_history SET ledger_format = 99");
        assertRefused(ErrorCode.LEDGER_TOO_NEW, ledger::events);
        assertRefused(ErrorCode.LEDGER_TOO_NEW, ledger::digest);
        assertRefused(ErrorCode.LEDGER_TOO_NEW, () -> ledger.append(stamp(Kind.STAMPED)));
        assertThat(ledger.rows().heads()).isEqualTo(HeadSet.empty());
    }

    @Test
    void anEventOfAKindThatIsNotKnownYetIsNamed() throws SQLException {
        Ledger ledger = ledger();
        ledger.create();
        ledger.append(stamp(Kind.STAMPED));
        execute(connection(), "UPDATE limbeck_history SET kind = 'squashed'");
        assertRefused(ErrorCode.LEDGER_TOO_NEW, ledger::events);
        LimbeckException e =
                catchThrowableOfType(
                        LimbeckException.class,
                        () -> ledger.digest().state(RevisionGraph.of(List.of())));
        assertThat(e.code()).isEqualTo(ErrorCode.LEDGER_TOO_NEW);
        assertThat(e.getMessage()).contains("event 1").contains("'squashed'");
        assertThat(e.hint().orElseThrow()).contains("newer version");
    }

    @Test
    void tablesLiveInTheSchemaThatIsConfigured() throws SQLException {
        execute(connection(), "CREATE SCHEMA audit");
        Ledger ledger = ledger(new LedgerConfig("limbeck_version", Optional.of("audit")));
        ledger.create();
        ledger.change(new VersionChange.Insert(ONE));
        assertThat(query(connection(), "SELECT version_num FROM audit.limbeck_version"))
                .isEqualTo("one1");
        assertThat(ledger().rows().heads()).isEqualTo(HeadSet.empty());
    }

    @Test
    void aSchemaThatIsNotThereIsNamed() throws SQLException {
        Ledger ledger = ledger(new LedgerConfig("limbeck_version", Optional.of("nowhere")));
        assertThat(ledger.rows().heads()).isEqualTo(HeadSet.empty());
        assertRefused(ErrorCode.LEDGER_UNUSABLE, ledger::create);
    }

    @Test
    void aTableOfOtherShapeIsNotMistakenForTheVersionTable() throws SQLException {
        execute(connection(), "CREATE TABLE limbeck_version (number integer)");
        assertRefused(ErrorCode.LEDGER_UNUSABLE, () -> ledger().rows());
    }
}
