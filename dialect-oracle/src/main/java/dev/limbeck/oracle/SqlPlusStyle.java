package dev.limbeck.oracle;

import dev.limbeck.dialect.OfflineStyle;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Scripts for SQL*Plus and what reads its scripts.
 *
 * <p>It takes a semicolon at the end of any line for the end of a statement, in strings and
 * comments too; so a text in which a line ends so is sent by a slash.
 */
enum SqlPlusStyle implements OfflineStyle {
    INSTANCE;

    /** What a literal of SQL holds at most is 4,000 bytes. */
    private static final int LONGEST_PIECE = 1000;

    private static final Pattern TERMINATOR_IN_LINE = Pattern.compile(";[ \\t]*(?=\\R)");
    private static final Pattern SLASH_LINE = Pattern.compile("(?m)^[ \\t]*/[ \\t]*$");
    private static final Pattern BLANK_STRIP = Pattern.compile("[ \\t]+$");

    @Override
    public List<String> opening() {
        return List.of(
                "-- run with: sqlplus -L USER@SERVICE @FILE",
                "WHENEVER SQLERROR EXIT SQL.SQLCODE ROLLBACK",
                "WHENEVER OSERROR EXIT FAILURE ROLLBACK",
                "SET DEFINE OFF",
                "SET SQLBLANKLINES ON",
                "SET SQLPREFIX OFF",
                "SET AUTOCOMMIT OFF",
                "ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;");
    }

    /** No command is needed: a transaction begins with the first statement that changes rows. */
    @Override
    public String begin() {
        return "-- one transaction, up to COMMIT";
    }

    @Override
    public String commit() {
        return "COMMIT;";
    }

    @Override
    public String sent(Statement statement, String text) {
        if (SLASH_LINE.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "SQL*Plus would run a statement at the line in it that holds only /");
        }
        if (statement.isProcedural()) {
            return text + "\n/" + compiled(text);
        }
        return TERMINATOR_IN_LINE.matcher(text).find()
                ? "SET SQLTERMINATOR OFF\n" + text + "\n/\nSET SQLTERMINATOR ON"
                : text + terminator(text);
    }

    /** A comment at the end would swallow a semicolon behind it. */
    private static String terminator(String text) {
        String last = text.substring(text.lastIndexOf('\n') + 1);
        return last.contains("--") ? "\n;" : ";";
    }

    /** A unit that was made with errors is no error to SQL*Plus. */
    private static String compiled(String text) {
        return CompiledUnit.madeBy(BLANK_STRIP.matcher(text).replaceAll(""))
                .map(unit -> "\n" + unit.assertion() + "\n/")
                .orElse("");
    }

    @Override
    public String failingUnless(String condition) {
        return "1 / CASE WHEN " + condition + " THEN 1 ELSE 0 END";
    }

    /** A text too long for a literal is put together of pieces, each on a line of its own. */
    @Override
    public String literal(String text) {
        if (text.length() <= LONGEST_PIECE) {
            return OracleText.quoted(text);
        }
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + LONGEST_PIECE);
            boolean splitsPair =
                    to < text.length() && Character.isHighSurrogate(text.charAt(to - 1));
            to -= splitsPair ? 1 : 0;
            pieces.add("TO_CLOB(" + OracleText.quoted(text.substring(from, to)) + ")");
            from = to;
        }
        return "\n    " + String.join("\n    || ", pieces);
    }

    @Override
    public String now() {
        return "SYS_EXTRACT_UTC(SYSTIMESTAMP)";
    }

    @Override
    public String currentUser() {
        return "SYS_CONTEXT('USERENV', 'SESSION_USER')";
    }

    /**
     * The schema that the session began with is the user's. No command brings back the roles of the
     * log-in.
     */
    @Override
    public List<String> resetSession() {
        return List.of(
                "BEGIN EXECUTE IMMEDIATE 'ALTER SESSION SET CURRENT_SCHEMA = '"
                        + " || DBMS_ASSERT.ENQUOTE_NAME(SYS_CONTEXT('USERENV', 'SESSION_USER'),"
                        + " FALSE); END;\n/");
    }
}
