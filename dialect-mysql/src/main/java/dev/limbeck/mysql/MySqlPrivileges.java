package dev.limbeck.mysql;

import dev.limbeck.dialect.Need;
import dev.limbeck.dialect.Privileges;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What {@code information_schema} lists as granted to the user's own account: on everything, on a
 * database, on a table or on some of its columns. Of a user who has roles it does not tell.
 */
record MySqlPrivileges(Connection connection) implements Privileges {
    private static final String WHO =
            "SELECT CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''',"
                    + " SUBSTRING_INDEX(CURRENT_USER(), '@', -1), ''''),"
                    + " COALESCE(CURRENT_ROLE(), 'NONE'), DATABASE()";

    /**
     * One list after the other: MySQL 8.0.31 gives wrong answers where a query joins them. Names of
     * databases are patterns there.
     */
    private static final List<String> LISTS =
            List.of(
                    "USER_PRIVILEGES WHERE ? LIKE '%' AND ? LIKE '%'",
                    "SCHEMA_PRIVILEGES WHERE ? LIKE TABLE_SCHEMA AND ? LIKE '%'",
                    "TABLE_PRIVILEGES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
                    "COLUMN_PRIVILEGES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?");

    @Override
    public Optional<String> lacking(Need need) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet who = statement.executeQuery(WHO)) {
            who.next();
            if (!who.getString(2).equals("NONE")) {
                return Optional.empty();
            }
            String database =
                    need.object().schema().isEmpty() ? who.getString(3) : need.object().schema();
            for (String list : LISTS) {
                if (lists(list, who.getString(1), word(need.kind()), database, need)) {
                    return Optional.empty();
                }
            }
            return Optional.of(word(need.kind()) + " on database " + database);
        }
    }

    private boolean lists(String list, String user, String word, String database, Need need)
            throws SQLException {
        String question =
                "SELECT 1 FROM information_schema."
                        + list
                        + " AND GRANTEE = ? AND PRIVILEGE_TYPE = ?";
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, database);
            statement.setString(2, need.object().name());
            statement.setString(3, user);
            statement.setString(4, word);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static String word(Need.Kind kind) {
        return switch (kind) {
            case CREATE_VIEW -> "CREATE VIEW";
            case CREATE_ROUTINE -> "CREATE ROUTINE";
            case TRUNCATE -> "DROP";
            case CREATE, ALTER, DROP, INDEX, TRIGGER, INSERT, UPDATE, DELETE -> kind.name();
        };
    }
}
