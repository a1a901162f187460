package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.tck.DatabaseUnderTest.FailingStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A server's error says what kind of trouble it is and points at the culprit. */
public abstract class ErrorContract extends LiveContract {
    private static final Duration SHORT = Duration.ofMillis(200);

    @TestFactory
    Stream<DynamicTest> pointsAtTheCulprit() {
        return Stream.concat(
                        subject().failingStatements().stream(),
                        subject().failingStatements().stream().map(ErrorContract::behindWideText))
                .map(each -> DynamicTest.dynamicTest(each.text(), () -> pointsAtCulprit(each)));
    }

    /**
     * Puts characters of two, three and four bytes, and one of two halves, before the statement.
     */
    private static FailingStatement behindWideText(FailingStatement statement) {
        return new FailingStatement("/* größe € 😀 */\n" + statement.text());
    }

    private void pointsAtCulprit(FailingStatement failing) {
        String sent = failing.sent();
        ServerError error = dialect().describe(failure(connection(), sent), sent);
        assertThat(error.kind()).isEqualTo(ServerError.Kind.STATEMENT);
        assertThat(error.message()).isNotBlank().doesNotContain("[*]");
        if (error.place().offset().isPresent()) {
            assertThat(sent.substring(error.place().offset().getAsInt()))
                    .startsWith(failing.culprit());
            assertThat(error.place().offset()).hasValue(failing.offset());
        } else {
            long line = sent.substring(0, failing.offset()).lines().count();
            assertThat(error.place().line()).hasValue((int) Math.max(line, 1));
        }
        error.place().token().ifPresent(token -> assertThat(token).isEqualTo(failing.culprit()));
    }

    @Test
    void anErrorWithoutAPlaceHasItsWords() {
        SQLException error = failure(connection(), "DROP TABLE no_such_table");
        ServerError described = dialect().describe(error);
        assertThat(described.message()).containsIgnoringCase("no_such_table");
    }

    @Test
    void anErrorOfSomebodyElseKeepsItsWords() {
        assertThat(dialect().describe(new SQLException("the pool is closed")).message())
                .isEqualTo("the pool is closed");
    }

    @Test
    void theErrorInsideAnotherIsFound() {
        SQLException inner = failure(connection(), "DROP TABLE no_such_table");
        assertThat(dialect().describe(new SQLException("wrapped", inner)))
                .isEqualTo(dialect().describe(inner));
    }

    @Test
    void aLockThatIsNotFreeInTime() throws SQLException {
        assumeCan(Capability.LOCK_TIMEOUT);
        execute(connection(), "INSERT INTO item (id) VALUES (1)");
        connection().setAutoCommit(false);
        execute(connection(), "UPDATE item SET name = 'ours' WHERE id = 1");
        try (Connection other = database().connection()) {
            var limits = new SessionLimits(Optional.of(SHORT), Optional.empty());
            execute(other, dialect().limit(limits).toArray(String[]::new));
            assertKind(
                    failure(other, "UPDATE item SET name = 'theirs' WHERE id = 1"),
                    ServerError.Kind.LOCK_TIMEOUT);
        }
        connection().rollback();
        connection().setAutoCommit(true);
    }

    @Test
    void aStatementThatTakesTooLong() throws SQLException {
        assumeCan(Capability.STATEMENT_TIMEOUT);
        try (Connection other = database().connection()) {
            var limits = new SessionLimits(Optional.empty(), Optional.of(SHORT));
            execute(other, dialect().limit(limits).toArray(String[]::new));
            assertKind(failure(other, subject().slowQuery()), ServerError.Kind.CANCELLED);
        }
    }

    @Test
    void aWrongPassword() {
        assertKind(
                failure(
                        () ->
                                DriverManager.getConnection(
                                                database().url(), database().user(), "not this one")
                                        .close()),
                ServerError.Kind.LOGIN);
    }

    @Test
    void aConnectionThatWasLost() throws SQLException {
        try (Connection lost = database().connection()) {
            subject().kill(lost);
            assertKind(failure(lost, "SELECT 1"), ServerError.Kind.CONNECTION);
        }
    }

    private void assertKind(SQLException error, ServerError.Kind kind) {
        assertThat(dialect().describe(error).kind()).as(error.toString()).isEqualTo(kind);
    }
}
