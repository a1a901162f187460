package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.limbeck.dialect.LedgerType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What goes into a ledger column comes out again. */
public abstract class LedgerTypeContract extends LiveContract {
    private static final String LONG_TEXT = "größe 表😀 '\"\\\n".repeat(200_000);

    private int tables;

    @Test
    void revisionsHold32Characters() throws SQLException {
        assertThat(roundTrip(LedgerType.REVISION, "x".repeat(32))).isEqualTo("x".repeat(32));
    }

    @TestFactory
    Stream<DynamicTest> namesHold255Characters() {
        return Stream.of("ascii", "größe", "表😀")
                .map(word -> word.repeat(255 / word.length()))
                .map(
                        name ->
                                dynamicTest(
                                        name.substring(0, 5),
                                        () ->
                                                assertThat(roundTrip(LedgerType.NAME, name))
                                                        .isEqualTo(name)));
    }

    @Test
    void textsHoldMegabytes() throws SQLException {
        assertThat(roundTrip(LedgerType.TEXT, LONG_TEXT)).isEqualTo(LONG_TEXT);
    }

    @TestFactory
    Stream<DynamicTest> numbersHold64Bits() {
        return Stream.of(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE)
                .map(number -> dynamicTest("" + number, () -> holdsNumber(number)));
    }

    private void holdsNumber(long number) throws SQLException {
        keep(LedgerType.NUMBER, (insert, index) -> insert.setLong(index, number));
        long kept = kept(row -> row.getLong(1));
        assertThat(kept).isEqualTo(number);
    }

    /**
     * Two of the moments do not exist in some zones, or twice: clocks were put forward, or back.
     */
    @TestFactory
    Stream<DynamicTest> momentsKeepTheirMillisecondsAndKnowNoZone() {
        return Stream.of(
                        "2026-11-23T10:15:30.123",
                        "2026-03-29T02:30:00.001",
                        "2026-10-25T02:30:00.999",
                        "1970-01-01T00:00:00")
                .map(moment -> dynamicTest(moment, () -> holdsMoment(LocalDateTime.parse(moment))));
    }

    private void holdsMoment(LocalDateTime moment) throws SQLException {
        keep(LedgerType.TIMESTAMP, (insert, index) -> insert.setObject(index, moment));
        LocalDateTime kept = kept(row -> row.getObject(1, LocalDateTime.class));
        assertThat(kept).isEqualTo(moment);
    }

    @Test
    void anyOfThemMayBeAbsent() throws SQLException {
        for (LedgerType type : LedgerType.values()) {
            String table = "absent_" + type.name();
            execute(
                    connection(),
                    "CREATE TABLE " + table + " (kept " + dialect().ledgerType(type) + ")",
                    "INSERT INTO " + table + " (kept) VALUES (NULL)");
            assertThat(query(connection(), "SELECT count(*) FROM " + table + " WHERE kept IS NULL"))
                    .isEqualTo("1");
        }
    }

    @Test
    void revisionsCanBeAPrimaryKey() throws SQLException {
        execute(
                connection(),
                "CREATE TABLE heads (version_num "
                        + dialect().ledgerType(LedgerType.REVISION)
                        + " NOT NULL, CONSTRAINT heads_pkc PRIMARY KEY (version_num))",
                "INSERT INTO heads (version_num) VALUES ('ae10')");
        assertThat(query(connection(), "SELECT version_num FROM heads")).isEqualTo("ae10");
    }

    private String roundTrip(LedgerType type, String text) throws SQLException {
        keep(type, (insert, index) -> insert.setString(index, text));
        return kept(row -> row.getString(1));
    }

    /** Sets a parameter. */
    private interface Binding {
        void bind(PreparedStatement insert, int index) throws SQLException;
    }

    /** Reads a column. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private void keep(LedgerType type, Binding binding) throws SQLException {
        String table = "ledger_" + ++tables;
        execute(
                connection(),
                "CREATE TABLE " + table + " (kept " + dialect().ledgerType(type) + ")");
        try (PreparedStatement insert =
                connection().prepareStatement("INSERT INTO " + table + " (kept) VALUES (?)")) {
            binding.bind(insert, 1);
            insert.executeUpdate();
        }
    }

    private <T> T kept(Reading<T> reading) throws SQLException {
        try (PreparedStatement select =
                        connection().prepareStatement("SELECT kept FROM ledger_" + tables);
                ResultSet row = select.executeQuery()) {
            row.next();
            return reading.read(row);
        }
    }
}
