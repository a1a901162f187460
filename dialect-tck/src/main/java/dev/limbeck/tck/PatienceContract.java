package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.config.LimitsConfig;
import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.StatementFailedException;
import dev.limbeck.execute.ExecutionListener;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements wait and run no longer than they may; what got no lock is tried again. */
public abstract class PatienceContract extends LiveContract {
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir Path folder;

    @BeforeEach
    void aRow() throws SQLException {
        execute(connection(), "INSERT INTO item (id, name) VALUES (1, 'before')");
    }

    private TemporaryProject contender(int retries) {
        return new TemporaryProject(folder)
                .up("rev1", "", "UPDATE item SET name = 'after' WHERE id = 1;\n")
                .limits(new LimitsConfig(Optional.of(SHORT), Optional.empty(), retries));
    }

    private Connection holdingTheRow() throws SQLException {
        Connection holder = database().connection();
        holder.setAutoCommit(false);
        execute(holder, "UPDATE item SET name = 'theirs' WHERE id = 1");
        return holder;
    }

    /** Lets go of the row when an attempt has failed. */
    private static final class LettingGo implements ExecutionListener {
        private final Connection holder;
        private final List<String> reasons = new ArrayList<>();

        LettingGo(Connection holder) {
            this.holder = holder;
        }

        @Override
        public void retrying(String reason, int attempt, int of, Duration pause) {
            reasons.add(attempt + " of " + of + ": " + reason);
            try {
                holder.rollback();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void whatGotNoLockIsTriedAgain() throws SQLException {
        assumeCan(Capability.LOCK_TIMEOUT);
        try (Connection holder = holdingTheRow()) {
            LettingGo listener = new LettingGo(holder);
            try (Limbeck limbeck = contender(3).on(database(), listener)) {
                assertThat(limbeck.upgrade(MovementRequest.to("head")).steps()).hasSize(1);
                assertThat(limbeck.events()).hasSize(1);
            }
            assertThat(listener.reasons).hasSize(1).first().asString().startsWith("2 of 4: ");
        }
        assertThat(query(connection(), "SELECT name FROM item")).isEqualTo("after");
    }

    @Test
    void attemptsHaveAnEndThatSaysWhatWaited() throws SQLException {
        assumeCan(Capability.LOCK_TIMEOUT);
        try (Connection holder = holdingTheRow();
                Limbeck limbeck = contender(1).on(database())) {
            StatementFailedException failure =
                    catchThrowableOfType(
                            StatementFailedException.class,
                            () -> limbeck.upgrade(MovementRequest.to("head")));
            assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_TIMED_OUT);
            assertThat(failure.where().orElseThrow().line()).isEqualTo(6);
            assertThat(failure.hint().orElseThrow()).contains("--lock-timeout");
            assertThat(limbeck.rows().isEmpty()).isTrue();
            holder.rollback();
            assertThat(limbeck.upgrade(MovementRequest.to("head")).steps()).hasSize(1);
        }
    }

    @Test
    void aStatementRunsNoLongerThanItMay() throws SQLException {
        assumeCan(Capability.STATEMENT_TIMEOUT);
        TemporaryProject project =
                new TemporaryProject(folder).up("rev1", "", subject().slowQuery() + ";\n");
        try (Limbeck limbeck = project.on(database())) {
            SessionLimits limits = new SessionLimits(Optional.empty(), Optional.of(SHORT));
            assertThatThrownBy(() -> limbeck.upgrade(MovementRequest.to("head").limited(limits)))
                    .hasMessageContaining(ErrorCode.STATEMENT_TIMED_OUT.id());
        }
    }

    @Test
    void aScriptSaysItselfHowLong() throws SQLException {
        assumeCan(Capability.STATEMENT_TIMEOUT);
        TemporaryProject project =
                new TemporaryProject(folder)
                        .up(
                                "rev1",
                                "",
                                "-- limbeck: statement-timeout 300ms\n"
                                        + subject().slowQuery()
                                        + ";\n");
        try (Limbeck limbeck = project.on(database())) {
            assertThatThrownBy(() -> limbeck.upgrade(MovementRequest.to("head")))
                    .hasMessageContaining(ErrorCode.STATEMENT_TIMED_OUT.id());
        }
    }

    @Test
    void theNextScriptIsNotHeldToIt() throws SQLException {
        assumeCan(Capability.LOCK_TIMEOUT);
        TemporaryProject project =
                new TemporaryProject(folder)
                        .up("rev1", "", "-- limbeck: lock-timeout 100ms\nDELETE FROM item;\n")
                        .up("rev2", "rev1", "INSERT INTO item (id) VALUES (2);\n");
        try (Limbeck limbeck = project.on(database())) {
            assertThat(limbeck.upgrade(MovementRequest.to("head")).steps()).hasSize(2);
        }
        assertThat(query(connection(), "SELECT id FROM item")).isEqualTo("2");
    }
}
