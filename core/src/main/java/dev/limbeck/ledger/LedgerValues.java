package dev.limbeck.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moves values between columns of the ledger and JDBC. */
final class LedgerValues {
    private LedgerValues() {}

    static void bind(PreparedStatement statement, int index, LedgerColumn column, Object value)
            throws SQLException {
        switch (column.type()) {
            case REVISION, NAME, TEXT -> statement.setString(index, (String) value);
            case NUMBER -> statement.setLong(index, (Long) value);
            // A moment without zone, so that neither the driver's zone nor the session's comes in.
            case TIMESTAMP ->
                    statement.setObject(
                            index, LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC));
        }
    }

    static @Nullable Object read(ResultSet row, LedgerColumn column, int index)
            throws SQLException {
        return switch (column.type()) {
            case REVISION, NAME, TEXT -> row.getString(index);
            case NUMBER -> {
                long number = row.getLong(index);
                yield row.wasNull() ? null : number;
            }
            case TIMESTAMP -> {
                LocalDateTime moment = row.getObject(index, LocalDateTime.class);
                yield moment == null ? null : moment.toInstant(ZoneOffset.UTC);
            }
        };
    }
}
