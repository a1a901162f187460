package dev.limbeck.mysql;

import dev.limbeck.dialect.SessionLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The statements that limit a session.
 *
 * <p>The limits of locks have whole seconds: one of tables, one of rows. MariaDB limits the time of
 * any statement, MySQL only that of {@code SELECT}. Each flavor's variable stands in a comment that
 * the other passes over: MySQL those that begin with an M, MariaDB those for MySQL 5.7.
 */
final class MySqlLimits {
    /** The most that every version takes: a year. */
    private static final long LONGEST = 31_536_000;

    /** What a server waits for a table that nobody has set anything: a day here, a year there. */
    private static final long UNSET = 86_400;

    private MySqlLimits() {}

    /**
     * Rows are waited for less than a minute unless somebody said otherwise. MySQL takes no number
     * here that is signed on one way and unsigned on the other.
     */
    static List<String> unlessSet(Duration lockTimeout) {
        return List.of(
                "SET SESSION lock_wait_timeout = CAST(IF(@@SESSION.lock_wait_timeout >= "
                        + UNSET
                        + ", "
                        + Math.max(1, lockTimeout.toSeconds())
                        + ", @@SESSION.lock_wait_timeout) AS UNSIGNED)");
    }

    static List<String> statements(SessionLimits limits) {
        var statements = new ArrayList<String>();
        limits.lockTimeout()
                .ifPresent(
                        time -> {
                            long seconds =
                                    time.isZero()
                                            ? LONGEST
                                            : Math.max(1, time.plusMillis(999).toSeconds());
                            statements.add(
                                    "SET SESSION lock_wait_timeout = "
                                            + seconds
                                            + ", SESSION innodb_lock_wait_timeout = "
                                            + seconds);
                        });
        limits.statementTimeout().ifPresent(time -> statements.add(statementTimeout(time)));
        return List.copyOf(statements);
    }

    /** Both variables mean no limit by 0. */
    private static String statementTimeout(Duration time) {
        long milliseconds = time.isZero() ? 0 : Math.max(1, time.toMillis());
        return String.format(
                Locale.ROOT,
                "SET /*M! SESSION max_statement_time = %d.%03d */"
                        + " /*!50708 SESSION max_execution_time = %d */",
                milliseconds / 1000,
                milliseconds % 1000,
                milliseconds);
    }
}
