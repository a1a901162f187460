package dev.limbeck.postgres;

import dev.limbeck.dialect.TransactionRefusal;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which statements PostgreSQL runs only outside a transaction.
 *
 * <p>Refused is what fails in every case. Where it depends on the database ({@code REINDEX TABLE}
 * and {@code CLUSTER} of a partitioned table, {@code DROP SUBSCRIPTION} of one with a slot, a
 * {@code CALL} or {@code DO} that commits) the server is the judge, and the transaction makes that
 * safe. {@code ALTER TYPE … ADD VALUE} and {@code REFRESH MATERIALIZED VIEW CONCURRENTLY} are fine.
 */
final class TransactionRules {
    private static final Set<String> FALSE = Set.of("FALSE", "OFF", "0", "'FALSE'", "'OFF'", "'0'");

    private static final Pattern CONCURRENTLY =
            Pattern.compile("\\bCONCURRENTLY\\b", Pattern.CASE_INSENSITIVE);

    private final List<SqlToken> tokens;
    private final int majorVersion;

    private TransactionRules(List<SqlToken> tokens, int majorVersion) {
        this.tokens = tokens;
        this.majorVersion = majorVersion;
    }

    static Optional<TransactionRefusal> refusal(List<SqlToken> statement, int majorVersion) {
        if (statement.isEmpty()) {
            return Optional.empty();
        }
        var rules = new TransactionRules(statement, majorVersion);
        return rules.transactionControl()
                .map(TransactionRefusal::transactionControl)
                .or(() -> rules.outsideOnly().map(TransactionRefusal::outsideOnly));
    }

    /** Returns whether a statement is one that works beside others and waits for them to end. */
    static boolean isConcurrent(String statement) {
        // Few statements have the word, so few are cut into tokens.
        if (!CONCURRENTLY.matcher(statement).find()) {
            return false;
        }
        var tokens = SqlTokenizer.significant(statement, PostgresLexicon.LEXICON);
        return !tokens.isEmpty()
                && new TransactionRules(tokens, 0)
                        .outsideOnly()
                        .filter(words -> words.endsWith("CONCURRENTLY"))
                        .isPresent();
    }

    private Optional<String> transactionControl() {
        return switch (word(0)) {
            case "BEGIN", "END", "ABORT" -> Optional.of(word(0));
            case "START", "PREPARE" -> when(is(1, "TRANSACTION"), word(0) + " TRANSACTION");
            case "COMMIT" -> when(!is(1, "PREPARED"), "COMMIT");
            // Back to a savepoint the transaction goes on.
            case "ROLLBACK" -> when(!is(1, "PREPARED") && !has("TO"), "ROLLBACK");
            default -> Optional.empty();
        };
    }

    private Optional<String> outsideOnly() {
        return switch (word(0)) {
            case "VACUUM" -> Optional.of("VACUUM");
            case "COMMIT", "ROLLBACK" -> when(is(1, "PREPARED"), word(0) + " PREPARED");
            case "DISCARD" -> when(is(1, "ALL"), "DISCARD ALL");
            case "CLUSTER" -> when(clustersEverything(), "CLUSTER without a table");
            case "CREATE" -> create();
            case "DROP" -> drop();
            case "ALTER" -> alter();
            case "REINDEX" -> reindex();
            default -> Optional.empty();
        };
    }

    private boolean clustersEverything() {
        int next = is(1, "VERBOSE") ? 2 : afterParentheses(1);
        return next == tokens.size();
    }

    private Optional<String> create() {
        int index = is(1, "UNIQUE") ? 2 : 1;
        return switch (word(index)) {
            case "DATABASE", "TABLESPACE" -> Optional.of("CREATE " + word(index));
            case "INDEX" -> when(is(index + 1, "CONCURRENTLY"), "CREATE INDEX CONCURRENTLY");
            case "SUBSCRIPTION" ->
                    when(
                            !switchedOff("CONNECT") && !switchedOff("CREATE_SLOT"),
                            "CREATE SUBSCRIPTION that makes a replication slot");
            default -> Optional.empty();
        };
    }

    private Optional<String> drop() {
        return switch (word(1)) {
            case "DATABASE", "TABLESPACE" -> Optional.of("DROP " + word(1));
            case "INDEX" -> when(is(2, "CONCURRENTLY"), "DROP INDEX CONCURRENTLY");
            default -> Optional.empty();
        };
    }

    private Optional<String> alter() {
        return switch (word(1)) {
            case "SYSTEM" -> Optional.of("ALTER SYSTEM");
            case "DATABASE" ->
                    when(is(3, "SET") && is(4, "TABLESPACE"), "ALTER DATABASE … SET TABLESPACE");
            case "TABLE" ->
                    when(
                            has("DETACH") && is(tokens.size() - 1, "CONCURRENTLY"),
                            "ALTER TABLE … DETACH PARTITION … CONCURRENTLY");
            case "SUBSCRIPTION" -> alterSubscription();
            default -> Optional.empty();
        };
    }

    private Optional<String> alterSubscription() {
        boolean publications =
                is(4, "PUBLICATION") && Set.of("SET", "ADD", "DROP").contains(word(3));
        boolean refreshes = is(3, "REFRESH") || (publications && !switchedOff("REFRESH"));
        // The option is newer than the statement; before, the server knows no such word.
        boolean failover = majorVersion >= 17 && is(3, "SET") && has("FAILOVER");
        return when(refreshes, "ALTER SUBSCRIPTION with refresh")
                .or(() -> when(failover, "ALTER SUBSCRIPTION … SET (failover)"));
    }

    private Optional<String> reindex() {
        int kind = afterParentheses(1);
        boolean concurrently =
                is(kind + 1, "CONCURRENTLY") || (kind > 1 && switchedOn("CONCURRENTLY"));
        return Set.of("SCHEMA", "DATABASE", "SYSTEM").contains(word(kind))
                ? Optional.of("REINDEX " + word(kind))
                : when(concurrently, "REINDEX CONCURRENTLY");
    }

    private boolean switchedOff(String option) {
        return option(option).filter(FALSE::contains).isPresent();
    }

    private boolean switchedOn(String option) {
        return option(option).filter(value -> !FALSE.contains(value)).isPresent();
    }

    /** Returns the word after an option in parentheses; without a value that is what follows it. */
    private Optional<String> option(String option) {
        for (int i = 1; i < tokens.size(); i++) {
            boolean first = tokens.get(i - 1).isSymbol("(") || tokens.get(i - 1).isSymbol(",");
            if (first && is(i, option)) {
                return Optional.of(word(word(i + 1).equals("=") ? i + 2 : i + 1));
            }
        }
        return Optional.empty();
    }

    private int afterParentheses(int start) {
        if (start >= tokens.size() || !tokens.get(start).isSymbol("(")) {
            return start;
        }
        int end = start;
        while (end < tokens.size() && !tokens.get(end).isSymbol(")")) {
            end++;
        }
        return end + 1;
    }

    private boolean has(String word) {
        return tokens.stream().anyMatch(token -> token.is(word));
    }

    private boolean is(int index, String word) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
    }

    private String word(int index) {
        return index < tokens.size() ? tokens.get(index).text().toUpperCase(Locale.ROOT) : "";
    }

    private static Optional<String> when(boolean condition, String words) {
        return condition ? Optional.of(words) : Optional.empty();
    }
}
