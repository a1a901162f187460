package dev.limbeck.dialect;

import dev.limbeck.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What can be found out about a statement whose end nobody saw, because the program, the connection
 * or the server was gone.
 */
public enum Recovery {
    /** It takes part in a transaction: what it did and the note that it is done commit together. */
    TRANSACTION,
    /** It sets nothing but the session, and has to run again in every other one. */
    SESSION,
    /** It may run again: twice does no more than once. */
    REPEATABLE,
    /** It commits by itself, and the catalog shows what it did. */
    CATALOG,
    /** It commits by itself, and nobody can tell what it did. */
    UNKNOWN;

    private static final Set<String> SESSION_WORDS = Set.of("SET", "RESET", "USE");
    private static final Set<String> REPEATABLE_WORDS =
            Set.of(
                    "ANALYZE",
                    "VACUUM",
                    "CHECKPOINT",
                    "CLUSTER",
                    "REINDEX",
                    "REFRESH",
                    "OPTIMIZE",
                    "FLUSH",
                    "SHOW",
                    "EXPLAIN",
                    "TRUNCATE");
    private static final Set<String> TRANSACTION_WORDS =
            Set.of("COMMIT", "ROLLBACK", "END", "ABORT", "START", "SAVEPOINT", "RELEASE");
    private static final Set<String> DATA_WORDS =
            Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "WITH", "SELECT", "VALUES");
    private static final Set<String> CALL_WORDS =
            Set.of("CALL", "EXEC", "EXECUTE", "DO", "DECLARE", "BEGIN");

    /**
     * Returns what the words of a statement tell on most databases.
     *
     * @param statement its tokens, white space and comments left out
     * @param rollsBack whether it would run inside a transaction, and roll back with it, whatever
     *     kind of statement it is
     */
    public static Recovery usual(List<SqlToken> statement, boolean rollsBack) {
        String first = statement.isEmpty() ? "" : statement.get(0).text().toUpperCase(Locale.ROOT);
        if (SESSION_WORDS.contains(first)) {
            return SESSION;
        }
        if (TRANSACTION_WORDS.contains(first) || beginsTransaction(first, statement)) {
            return REPEATABLE;
        }
        if (CALL_WORDS.contains(first)) {
            return rollsBack && first.equals("DO") && !mentionsCommit(statement)
                    ? TRANSACTION
                    : UNKNOWN;
        }
        if (rollsBack || DATA_WORDS.contains(first)) {
            return TRANSACTION;
        }
        return REPEATABLE_WORDS.contains(first) ? REPEATABLE : CATALOG;
    }

    /** {@code BEGIN} alone, or with {@code WORK} or a mode behind it, is no procedural block. */
    private static boolean beginsTransaction(String first, List<SqlToken> statement) {
        return first.equals("BEGIN")
                && (statement.size() == 1
                        || statement.get(1).is("WORK")
                        || statement.get(1).is("TRANSACTION")
                        || statement.get(1).is("ISOLATION")
                        || statement.get(1).is("READ"));
    }

    private static boolean mentionsCommit(List<SqlToken> statement) {
        return statement.stream()
                .map(token -> token.text().toUpperCase(Locale.ROOT))
                .anyMatch(text -> text.contains("COMMIT") || text.contains("ROLLBACK"));
    }
}
