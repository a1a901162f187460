package dev.limbeck.mysql;

import dev.limbeck.dialect.OfflineStyle;
import dev.limbeck.mysql.text.MySqlLiterals;
import dev.limbeck.sql.Statement;
import java.util.List;

/**
 * Scripts for {@code mysql} and {@code mariadb}, which stop at the first error unless told
 * otherwise.
 */
enum MySqlClientStyle implements OfflineStyle {
    INSTANCE;

    /** What a unit of several statements ends in; the first that does not stand in it. */
    private static final List<String> DELIMITERS = List.of("$$", "//", "@@", "$limbeck$");

    @Override
    public List<String> opening() {
        return List.of(
                "-- run with: mysql --comments --default-character-set=utf8mb4 DATABASE < FILE",
                "-- or with mariadb; never with --force, which goes on after an error",
                "SET NAMES utf8mb4;",
                "SET @limbeck_sql_mode = @@SESSION.sql_mode,"
                        + " @limbeck_time_zone = @@SESSION.time_zone;");
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
        if (!statement.isProcedural()) {
            return text + ";";
        }
        String delimiter =
                DELIMITERS.stream()
                        .filter(each -> !text.contains(each))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "a statement that holds each of " + DELIMITERS));
        return "DELIMITER " + delimiter + "\n" + text + delimiter + "\nDELIMITER ;";
    }

    /** A division by zero is NULL here; a number beyond the greatest is an error in any mode. */
    @Override
    public String failingUnless(String condition) {
        return "18446744073709551615 + CASE WHEN " + condition + " THEN 0 ELSE 1 END";
    }

    @Override
    public String literal(String text) {
        return MySqlLiterals.string(text);
    }

    @Override
    public String now() {
        return "UTC_TIMESTAMP(6)";
    }

    @Override
    public String currentUser() {
        return "USER()";
    }

    @Override
    public List<String> resetSession() {
        return List.of(
                "UNLOCK TABLES;",
                "SET NAMES utf8mb4, SESSION sql_mode = @limbeck_sql_mode,"
                        + " SESSION time_zone = @limbeck_time_zone,"
                        + " SESSION foreign_key_checks = 1, SESSION unique_checks = 1;");
    }
}
