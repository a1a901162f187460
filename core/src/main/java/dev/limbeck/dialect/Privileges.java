package dev.limbeck.dialect;

import java.sql.SQLException;
import java.util.Optional;

/** What the user of a session may do, as far as the server tells. */
@FunctionalInterface
public interface Privileges {
    /** Of a server that tells nothing. */
    Privileges UNKNOWN = need -> Optional.empty();

    /**
     * Returns what the user lacks for something, in the server's own words: {@code CREATE on schema
     * app}. Empty where the user may do it, where what it is done to isn't there, and where the
     * server does not tell.
     */
    Optional<String> lacking(Need need) throws SQLException;
}
