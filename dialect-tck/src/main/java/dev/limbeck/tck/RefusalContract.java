package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.ComparisonRequest;
import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.execute.Resolution;
import dev.limbeck.report.StepReport;
import dev.limbeck.sql.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a dialect can't do is refused by its code, and refused only there. */
public abstract class RefusalContract extends ProjectContract {
    private static final Optional<Duration> LONG = Optional.of(Duration.ofMinutes(5));

    private static Optional<ErrorCode> refusal(ThrowingCallable attempt) {
        return Optional.ofNullable(catchThrowableOfType(LimbeckException.class, attempt))
                .map(LimbeckException::code);
    }

    private Optional<ErrorCode> limited(SessionLimits limits) {
        project.revision("aaa1", "", "INSERT INTO item (id) VALUES (1);\n", "DELETE FROM item;\n");
        try (Limbeck limbeck = project.on(database())) {
            return refusal(() -> limbeck.upgrade(MovementRequest.to("head").limited(limits)));
        }
    }

    private void assertRefused(Optional<ErrorCode> refusal, boolean capable, ErrorCode code) {
        assertThat(refusal).isEqualTo(capable ? Optional.empty() : Optional.of(code));
    }

    @Test
    void waitingForLocksIsLimitedOrThatIsRefused() throws SQLException {
        assertRefused(
                limited(new SessionLimits(LONG, Optional.empty())),
                can(Capability.LOCK_TIMEOUT),
                ErrorCode.LIMIT_NOT_SUPPORTED);
    }

    @Test
    void runningIsLimitedOrThatIsRefused() throws SQLException {
        assertRefused(
                limited(new SessionLimits(Optional.empty(), LONG)),
                can(Capability.STATEMENT_TIMEOUT),
                ErrorCode.LIMIT_NOT_SUPPORTED);
    }

    @Test
    void schemasAreComparedOrThatIsRefused() throws SQLException {
        try (Limbeck limbeck = project.on(database())) {
            Side database = new Side.Database();
            assertRefused(
                    refusal(() -> limbeck.compare(ComparisonRequest.of(database, database))),
                    dialect().schemas(product()).isPresent(),
                    ErrorCode.SCHEMAS_NOT_SUPPORTED);
        }
    }

    /** The process is gone: nothing of ours runs any more. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private static final ExecutionListener KILLING =
            new ExecutionListener() {
                @Override
                public void statementStarted(StepReport step, int number, Statement statement) {
                    throw new Killed();
                }
            };

    @Test
    void aStatementInDoubtIsLookedUpOrLeftToAPerson() throws SQLException {
        String off = can(Capability.TRANSACTIONAL_DDL) ? "-- limbeck: transaction off\n" : "";
        project.revision(
                "aaa1", "", off + "CREATE TABLE made (id integer);\n", "DROP TABLE made;\n");
        try (Limbeck limbeck = project.on(database(), KILLING)) {
            Killed killed =
                    catchThrowableOfType(
                            Killed.class, () -> limbeck.upgrade(MovementRequest.to("head")));
            assertThat(killed).as("the run was to be killed").isNotNull();
        }
        try (Limbeck limbeck = project.on(database())) {
            boolean looksUp = dialect().schemas(product()).isPresent();
            assertRefused(
                    refusal(() -> limbeck.upgrade(MovementRequest.to("head"))),
                    looksUp,
                    ErrorCode.STATEMENT_UNSETTLED);
            if (!looksUp) {
                execute(connection(), "CREATE TABLE made (id integer)");
                limbeck.resolve("aaa1", Resolution.APPLIED);
            }
        }
        assertThat(rows()).containsExactly("aaa1");
        assertThat(query(connection(), "SELECT count(*) FROM made")).isEqualTo("0");
    }
}
