package dev.limbeck.oracle;

import dev.limbeck.dialect.LeaseTable;
import dev.limbeck.oracle.text.OracleIdentifiers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The table of leases in a schema.
 *
 * @param schema the schema's name
 */
record OracleLeases(String schema) implements LeaseTable {
    static final String TABLE = "LIMBECK_LOCK";

    private static final int NAME_IS_TAKEN = 955;

    /** Returns who asks for a lease, for others to read. */
    static String owner() {
        return "process " + ProcessHandle.current().pid() + " on " + thisMachine();
    }

    private static String thisMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }

    @Override
    public String name() {
        return OracleIdentifiers.INSTANCE.quote(schema) + ".limbeck_lock";
    }

    @Override
    public String clock() {
        return "SELECT ROUND((CAST(SYS_EXTRACT_UTC(SYSTIMESTAMP) AS DATE) - DATE '1970-01-01')"
                + " * 86400) * 1000 + TO_NUMBER(TO_CHAR(SYSTIMESTAMP, 'FF3')) FROM dual";
    }

    @Override
    public void create(Connection connection) throws SQLException {
        if (isThere(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE "
                            + name()
                            + " (lock_key varchar2(64 CHAR) NOT NULL,"
                            + " token number(19) NOT NULL, owner varchar2(255 CHAR),"
                            + " since number(19) NOT NULL, expires number(19) NOT NULL,"
                            + " CONSTRAINT limbeck_lock_pkc PRIMARY KEY (lock_key))");
        } catch (SQLException e) {
            // Somebody was faster: then the table is there.
            if (e.getErrorCode() != NAME_IS_TAKEN) {
                throw e;
            }
        }
    }

    private boolean isThere(Connection connection) throws SQLException {
        try (PreparedStatement question =
                connection.prepareStatement(
                        "SELECT 1 FROM all_tables WHERE owner = ? AND table_name = ?")) {
            question.setString(1, schema);
            question.setString(2, TABLE);
            try (ResultSet row = question.executeQuery()) {
                return row.next();
            }
        }
    }
}
