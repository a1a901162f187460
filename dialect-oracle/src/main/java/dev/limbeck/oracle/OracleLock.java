package dev.limbeck.oracle;

import dev.limbeck.dialect.ConnectionSource;
import dev.limbeck.dialect.LeaseLock;
import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;

/**
 * A lock of {@code DBMS_LOCK}, which the work connection's session holds over its commits and takes
 * with it. Where the package isn't granted, a lease stands in for it.
 *
 * <p>Who holds such a lock is told by {@code V$LOCK}, which few users may read.
 */
final class OracleLock implements MigrationLock {
    /** Locks of users have numbers below 2<sup>30</sup>. */
    private static final int NUMBERS = 1 << 30;

    private static final int TAKEN = 0;
    private static final int TAKEN_BY_OTHERS = 1;
    private static final int TAKEN_BEFORE = 4;

    private static final Duration LEASE = Duration.ofSeconds(30);

    /** {@code ALL_OBJECTS} lists packages of others only where they may be run. */
    private static final String IS_GRANTED =
            "SELECT COUNT(*) FROM all_objects WHERE owner = 'SYS' AND object_name = 'DBMS_LOCK'"
                    + " AND object_type = 'PACKAGE'";

    private static final String REQUEST =
            "BEGIN ? := SYS.DBMS_LOCK.REQUEST(id => ?, lockmode => SYS.DBMS_LOCK.X_MODE,"
                    + " timeout => 0, release_on_commit => FALSE); END;";

    private static final String RELEASE = "BEGIN ? := SYS.DBMS_LOCK.RELEASE(id => ?); END;";

    private static final String HOLDER =
            "SELECT s.sid, s.username, s.machine, s.program FROM v$lock l"
                    + " JOIN v$session s ON s.sid = l.sid"
                    + " WHERE l.type = 'UL' AND l.id1 = ? AND l.lmode = 6";

    private final Connection work;
    private final int number;

    private OracleLock(Connection work, int number) {
        this.work = work;
        this.number = number;
    }

    static MigrationLock of(Connection work, ConnectionSource further, LockKey key)
            throws SQLException {
        return isGranted(work)
                ? new OracleLock(work, Math.floorMod(key.number(), NUMBERS))
                : new LeaseLock(
                        new OracleLeases(key.schema()), further, key, OracleLeases.owner(), LEASE);
    }

    private static boolean isGranted(Connection work) throws SQLException {
        try (Statement statement = work.createStatement();
                ResultSet row = statement.executeQuery(IS_GRANTED)) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        int answer = call(REQUEST);
        return switch (answer) {
            case TAKEN, TAKEN_BEFORE -> true;
            case TAKEN_BY_OTHERS -> false;
            default -> throw refused("REQUEST", answer);
        };
    }

    /** No view that everybody reads tells of one's own locks; to ask for it once more does. */
    @Override
    public boolean isHeld() throws SQLException {
        int answer = call(REQUEST);
        if (answer == TAKEN) {
            close();
        }
        return answer == TAKEN_BEFORE;
    }

    @Override
    public Optional<LockHolder> holder() throws SQLException {
        try (PreparedStatement question = work.prepareStatement(HOLDER)) {
            question.setInt(1, number);
            try (ResultSet row = question.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new LockHolder(
                                        row.getString(1),
                                        Optional.ofNullable(row.getString(2)),
                                        Optional.ofNullable(row.getString(3)),
                                        Optional.ofNullable(row.getString(4)),
                                        Optional.empty()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            if (OracleErrors.isHidden(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        if (!work.isClosed()) {
            int answer = call(RELEASE);
            if (answer != TAKEN && answer != TAKEN_BEFORE) {
                throw refused("RELEASE", answer);
            }
        }
    }

    private static SQLException refused(String function, int answer) {
        return new SQLException("DBMS_LOCK." + function + " answers " + answer);
    }

    private int call(String block) throws SQLException {
        try (CallableStatement call = work.prepareCall(block)) {
            call.registerOutParameter(1, Types.INTEGER);
            call.setInt(2, number);
            call.execute();
            return call.getInt(1);
        }
    }
}
