package org.example.hsqldb;

import dev.limbeck.dialect.OfflineStyle;
import dev.limbeck.sql.Statement;

import java.util.List;

/** Scripts for HSQLDB's SqlTool. */
enum SqlToolStyle implements OfflineStyle {
    INSTANCE;

    @Override
    public List<String> opening() {
        return List.of(
                "-- run with: java -jar sqltool.jar --autoCommit URLID script.sql", "\\c false");
    }

    @Override
    public String begin() {
        return "START TRANSACTION;";
    }

    @Override
    public String commit() {
        return "COMMIT;";
    }

    @Override
    public String sent(Statement statement, String text) {
        return statement.isProcedural() ? text + "\n.;" : text + ";";
    }

    @Override
    public String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public String now() {
        return "LOCALTIMESTAMP - TIMEZONE()";
    }

    @Override
    public String currentUser() {
        return "CURRENT_USER";
    }

    @Override
    public List<String> resetSession() {
        return List.of("SET INITIAL SCHEMA DEFAULT;", "SET TIME ZONE LOCAL;");
    }
}
