package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.SessionLimits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
        assertThat(statements).isNotEmpty();
        execute(connection(), statements.toArray(String[]::new));
    }
}
