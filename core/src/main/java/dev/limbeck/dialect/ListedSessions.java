package dev.limbeck.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Sessions of a server that lists them in a view. */
public final class ListedSessions implements ServerSessions {
    private final Connection connection;
    private final String own;
    private final String working;

    /**
     * Makes what asks a view.
     *
     * @param own a query of one row: the asking session's key
     * @param working a query that takes a key and gives one row, what that session is doing, where
     *     it is at work and is not the asking one
     */
    public ListedSessions(Connection connection, String own, String working) {
        this.connection = connection;
        this.own = own;
        this.working = working;
    }

    @Override
    public String own() throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(own);
                ResultSet row = question.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public Optional<String> working(String key) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(working)) {
            question.setString(1, key);
            try (ResultSet row = question.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
