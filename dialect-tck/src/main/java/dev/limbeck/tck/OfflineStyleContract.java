package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.limbeck.dialect.LedgerType;
import dev.limbeck.dialect.OfflineStyle;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What an offline script says means the same as what a run does. */
public abstract class OfflineStyleContract extends LiveContract {
    @TestFactory
    Stream<DynamicTest> aLiteralMeansItsText() {
        return Stream.of(
                        "plain",
                        "it's",
                        "''",
                        "back\\slash",
                        "\\'",
                        "line\nend",
                        "größe 表😀",
                        "; DROP TABLE item; --",
                        "${variable} $$ %")
                .map(text -> dynamicTest(text, () -> aLiteralMeans(text)));
    }

    private void aLiteralMeans(String text) throws SQLException {
        execute(
                connection(),
                "DELETE FROM item",
                "INSERT INTO item (id, name) VALUES (1, " + style().literal(text) + ")");
        assertThat(query(connection(), "SELECT name FROM item")).isEqualTo(text);
    }

    @Test
    void nowIsThisMomentInUtc() throws SQLException {
        execute(
                connection(),
                "CREATE TABLE moment (happened " + dialect().ledgerType(LedgerType.TIMESTAMP) + ")",
                "INSERT INTO moment (happened) VALUES (" + style().now() + ")");
        try (PreparedStatement select =
                        connection().prepareStatement("SELECT happened FROM moment");
                ResultSet row = select.executeQuery()) {
            row.next();
            LocalDateTime utc = LocalDateTime.now(ZoneOffset.UTC);
            assertThat(row.getObject(1, LocalDateTime.class))
                    .isBetween(utc.minusMinutes(5), utc.plusMinutes(5));
        }
    }

    @Test
    void theUserIsTheSessionsUser() throws SQLException {
        execute(
                connection(),
                "INSERT INTO item (id, name) VALUES (1, " + style().currentUser() + ")");
        assertThat(query(connection(), "SELECT name FROM item"))
                .isEqualToIgnoringCase(connection().getMetaData().getUserName());
    }

    @Test
    void theOpeningSaysHowToRunTheScript() {
        assertThat(style().opening()).first().asString().startsWith("-- run with: ");
    }

    private OfflineStyle style() {
        return dialect().offlineStyle();
    }
}
