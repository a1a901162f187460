package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.dialect.SessionState;
import dev.limbeck.tck.DatabaseUnderTest.SessionChange;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

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
}
