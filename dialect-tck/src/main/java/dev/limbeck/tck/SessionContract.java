package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.ServerSessions;
import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.dialect.SessionState;
import dev.limbeck.tck.DatabaseUnderTest.SessionChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sessions can be told apart and limited. */
public abstract class SessionContract extends LiveContract {
    @Test
    void aSessionKeepsItsNumber() throws SQLException {
        String session = dialect().session(connection());
        connection().setAutoCommit(false);
        assertThat(dialect().session(connection())).isEqualTo(session).isNotBlank();
        connection().rollback();
        connection().setAutoCommit(true);
        assertThat(dialect().session(connection())).isEqualTo(session);
    }

    @Test
    void twoSessionsHaveTwoNumbers() throws SQLException {
        try (Connection other = database().connection()) {
            assertThat(dialect().session(other)).isNotEqualTo(dialect().session(connection()));
        }
    }

    @Test
    void noLimitsAreNoStatements() {
        assertThat(dialect().limit(SessionLimits.NONE)).isEmpty();
    }

    @Test
    void limitsAreStatementsThatTheServerTakes() throws SQLException {
        var limits =
                new SessionLimits(
                        Optional.of(Duration.ofSeconds(5)), Optional.of(Duration.ofMinutes(90)));
        var statements = dialect().limit(limits);
        boolean limited = can(Capability.LOCK_TIMEOUT) || can(Capability.STATEMENT_TIMEOUT);
        assertThat(statements.isEmpty()).isNotEqualTo(limited);
        execute(connection(), statements.toArray(String[]::new));
    }

    @TestFactory
    Stream<DynamicTest> whatAScriptSetsCanBeUndone() {
        return subject().sessionChanges().stream()
                .map(change -> dynamicTest(change.statement(), () -> isUndone(change)));
    }

    private void isUndone(SessionChange change) throws SQLException {
        try (Connection session = database().connection()) {
            String before = query(session, change.question());
            SessionState remembered = dialect().remember(session);
            execute(session, change.statement());
            assertThat(query(session, change.question())).isNotEqualTo(before);
            remembered.restore();
            assertThat(query(session, change.question())).isEqualTo(before);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatWasSetBeforeStays() {
        return subject().sessionChanges().stream()
                .map(change -> dynamicTest(change.statement(), () -> stays(change)));
    }

    private void stays(SessionChange change) throws SQLException {
        try (Connection session = database().connection()) {
            execute(session, change.statement());
            String before = query(session, change.question());
            dialect().remember(session).restore();
            assertThat(query(session, change.question())).isEqualTo(before);
        }
    }

    @Test
    void undoingTakesPartInTheTransaction() throws SQLException {
        SessionState remembered = dialect().remember(connection());
        connection().setAutoCommit(false);
        execute(connection(), "INSERT INTO item (id) VALUES (1)");
        remembered.restore();
        connection().rollback();
        connection().setAutoCommit(true);
        assertThat(query(connection(), "SELECT count(*) FROM item")).isEqualTo("0");
    }

    @Test
    void aSessionIsSeenWhileItIsAtWork() throws SQLException, InterruptedException {
        assumeTrue(subject().tellsOfSessions(), "the server does not tell of other sessions");
        ServerSessions sessions = dialect().sessions(connection());
        try (BusySession busy = BusySession.begin(database(), dialect(), subject().slowQuery())) {
            assertThat(becomes(() -> sessions.working(busy.key()).isPresent())).isTrue();
            assertThat(sessions.working(busy.key()).orElseThrow()).startsWith("session ");
            busy.idle();
            assertThat(becomes(() -> sessions.working(busy.key()).isEmpty())).isTrue();
        }
    }

    @Test
    void aSessionThatIsGoneIsNotAtWork() throws SQLException {
        String gone;
        try (Connection other = database().connection()) {
            gone = dialect().sessions(other).own();
        }
        ServerSessions sessions = dialect().sessions(connection());
        assertThat(sessions.working(gone)).isEmpty();
        assertThat(sessions.working(sessions.own())).as("the asking session").isEmpty();
    }

    /** Something that soon is so. */
    @FunctionalInterface
    private interface Soon {
        boolean isSo() throws SQLException;
    }

    private static boolean becomes(Soon expected) throws SQLException, InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (expected.isSo()) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }
}
