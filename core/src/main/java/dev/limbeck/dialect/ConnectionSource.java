package dev.limbeck.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens further connections to the database that is being worked on. */
@FunctionalInterface
public interface ConnectionSource {
    /** Opens a connection; the caller closes it. */
    Connection open() throws SQLException;
}
