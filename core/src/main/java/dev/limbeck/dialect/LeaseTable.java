package dev.limbeck.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** The table in which leases stand, as one database writes it. */
public interface LeaseTable {
    /** Returns the table's name as it stands in a statement, with its schema. */
    String name();

    /** Returns a query for the server's time in milliseconds since 1970. */
    String clock();

    /**
     * Makes the table where it is absent, also where somebody else makes it at the same moment:
     * {@code lock_key} (text of 64, primary key), {@code token}, {@code since}, {@code expires} (64
     * bits), {@code owner} (text of 255).
     */
    void create(Connection connection) throws SQLException;
}
