package dev.limbeck.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.ServerError;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.junit.jupiter.api.Test;

/** What is peculiar to H2's words; the rest is in the contract. */
class H2ErrorsTest {
    @Test
    void theWholeTextIsNotRepeatedInTheMessage() {
        assertThat(error("SELECT 1 FROM\n'größe 😀' FORM").message())
                .startsWith("Syntax error in SQL statement; expected")
                .doesNotContain("größe");
    }

    @Test
    void charactersThatH2WritesAsEscapesDoNotShiftThePlace() {
        String sent = "SELECT '\\ \t \"\" \u00a0 \u0085',\r\n  FROM item";
        assertThat(error(sent).place().offset()).hasValue(sent.indexOf("FROM"));
    }

    @Test
    void aMarkInTheTextIsNotTakenForH2s() {
        String sent = "SELECT '[*][*]', FROM [*]";
        assertThat(error(sent).place().offset()).hasValue(sent.indexOf("FROM"));
    }

    @Test
    void aNameThatStandsTwiceIsNotGuessed() {
        assertThat(error("SELECT nam FROM INFORMATION_SCHEMA.TABLES WHERE nam = 1").place())
                .isEqualTo(ServerError.Place.UNKNOWN);
    }

    @Test
    void aQuotedNameIsFoundAsItIsWritten() {
        String sent = "SELECT '😀', \"na\"\"m\" FROM INFORMATION_SCHEMA.TABLES";
        ServerError error = error(sent);
        assertThat(error.place().offset()).hasValue(sent.indexOf("\"na"));
        assertThat(error.place().token()).hasValue("\"na\"\"m\"");
    }

    @Test
    void aMessageWithMegabytesOfDataIsRead() {
        ServerError error = error("SELECT CAST('" + "x\"".repeat(500_000) + "' AS integer)");
        assertThat(error.kind()).isEqualTo(ServerError.Kind.STATEMENT);
        assertThat(error.place()).isEqualTo(ServerError.Place.UNKNOWN);
    }

    @Test
    void aFileThatAnotherProcessIsJustOpeningIsInUseAndNoFault() {
        ServerError lost =
                H2Errors.describe(
                        DbException.getJdbcSQLException(
                                ErrorCode.ERROR_OPENING_DATABASE_1, "Lock file recently modified"),
                        "");
        assertThat(lost.kind()).isEqualTo(ServerError.Kind.IN_USE);
        assertThat(lost.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("--wait"));
        ServerError broken =
                H2Errors.describe(
                        DbException.getJdbcSQLException(
                                ErrorCode.ERROR_OPENING_DATABASE_1, "Unexpected page"),
                        "");
        assertThat(broken.kind()).isEqualTo(ServerError.Kind.STATEMENT);
    }

    private static ServerError error(String sent) {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:", "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sent);
        } catch (SQLException e) {
            return H2Errors.describe(e, sent);
        }
        throw new AssertionError("should have failed: " + sent);
    }
}
