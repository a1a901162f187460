package dev.limbeck.h2;

import dev.limbeck.dialect.OfflineStyle;
import dev.limbeck.sql.Statement;
import java.util.List;

/** Scripts for {@code org.h2.tools.RunScript} and the H2 shell. */
enum H2OfflineStyle implements OfflineStyle {
    INSTANCE;

    @Override
    public List<String> opening() {
        return List.of(
                "-- run with: java -cp h2.jar org.h2.tools.RunScript -url URL -user USER -script FILE",
                "SET @LIMBECK_SCHEMA = CURRENT_SCHEMA;");
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
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public String now() {
        // A cast to a type without zone would give the session's wall clock instead.
        return "DATEADD(SECOND, -3600 * EXTRACT(TIMEZONE_HOUR FROM CURRENT_TIMESTAMP)"
                + " - 60 * EXTRACT(TIMEZONE_MINUTE FROM CURRENT_TIMESTAMP), LOCALTIMESTAMP)";
    }

    @Override
    public String currentUser() {
        return "CURRENT_USER";
    }

    @Override
    public List<String> resetSession() {
        return List.of("EXECUTE IMMEDIATE 'SET SCHEMA ' || QUOTE_IDENT(@LIMBECK_SCHEMA);");
    }
}
