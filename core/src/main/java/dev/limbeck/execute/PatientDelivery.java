package dev.limbeck.execute;

import dev.limbeck.script.Script;
import dev.limbeck.sql.Statement;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Sends a statement again that got no lock, where each is committed by itself: what was refused has
 * left nothing behind.
 */
final class PatientDelivery implements StatementDelivery {
    private final LimitedSession limited;
    private final ConflictRetry retry;

    PatientDelivery(LimitedSession limited, ConflictRetry retry) {
        this.limited = limited;
        this.retry = retry;
    }

    @Override
    public void deliver(Script script, Statement statement, String text, Sending sending)
            throws SQLException, IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                limited.send(script, text, sending);
                return;
            } catch (SQLException refused) {
                if (!canBeRepeated(statement) || !retry.again(refused, attempt)) {
                    throw refused;
                }
            }
        }
    }

    /** Data that was read is gone, and a procedure may have committed part of its work. */
    private static boolean canBeRepeated(Statement statement) {
        return !statement.hasInlineData() && !StatementNature.mayStopHalfWay(statement);
    }
}
