package dev.limbeck.postgres;

import dev.limbeck.dialect.OfflineStyle;
import dev.limbeck.sql.Statement;
import java.util.List;

/** Scripts for psql. */
enum PsqlStyle implements OfflineStyle {
    INSTANCE;

    @Override
    public List<String> opening() {
        return List.of("-- run with: psql -X -f FILE", "\\set ON_ERROR_STOP on");
    }

    @Override
    public String begin() {
        return "BEGIN;";
    }

    @Override
    public String commit() {
        return "COMMIT;";
    }

    @Override
    public String sent(Statement statement, String text) {
        return text + ";";
    }

    @Override
    public String literal(String text) {
        String doubled = text.replace("'", "''");
        // The prefix makes the meaning of a backslash independent of standard_conforming_strings.
        return doubled.indexOf('\\') < 0
                ? "'" + doubled + "'"
                : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    @Override
    public String now() {
        return "(clock_timestamp() AT TIME ZONE 'UTC')";
    }

    @Override
    public String currentUser() {
        return "session_user";
    }

    @Override
    public List<String> resetSession() {
        return List.of("RESET SESSION AUTHORIZATION;", "RESET ROLE;", "RESET ALL;");
    }
}
