package dev.limbeck.interpret;

import dev.limbeck.sql.Directive;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from a statement's words whether it deletes data for good. In doubt it does: a wrong
 * warning costs an option, a missed one costs a table.
 */
public final class LossOfData {
    /** What holds data. */
    private static final Set<String> CONTAINERS =
            Set.of("TABLE", "SCHEMA", "DATABASE", "TABLESPACE", "SEQUENCE", "OWNED");

    /** What takes columns or tables along, if it is told to. */
    private static final Set<String> TAKEN_ALONG =
            Set.of("TYPE", "DOMAIN", "EXTENSION", "USER", "SERVER", "COLLATION");

    /** What {@code DROP} in an {@code ALTER TABLE} may name that is no column. */
    private static final Set<String> NO_COLUMN =
            Set.of(
                    "CONSTRAINT",
                    "DEFAULT",
                    "NOT",
                    "IDENTITY",
                    "EXPRESSION",
                    "PRIMARY",
                    "FOREIGN",
                    "INDEX",
                    "KEY",
                    "CHECK",
                    "UNIQUE",
                    "PERIOD",
                    "SYSTEM");

    /** What runs text that is not cut into tokens. */
    private static final Set<String> WITH_A_BODY =
            Set.of("DO", "BEGIN", "DECLARE", "EXECUTE", "EXEC", "PREPARE");

    private static final Pattern IN_A_BODY =
            Pattern.compile(
                    "(?i)\\b(?:DROP\\s+(?:TABLE|SCHEMA|DATABASE|SEQUENCE|COLUMN)|TRUNCATE|DELETE\\s+FROM)\\b");

    private final List<SqlToken> tokens;

    private LossOfData(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * Returns how a statement deletes data, a sentence without a full stop; empty where it does
     * not.
     *
     * @param tokens its significant tokens
     */
    public static Optional<String> of(
            Statement statement, List<SqlToken> tokens, SqlLexicon lexicon) {
        Optional<String> said =
                statement.directives().stream()
                        .filter(directive -> directive.name().equals("effect"))
                        .map(Directive::argument)
                        .map(text -> new LossOfData(SqlTokenizer.significant(text, lexicon)))
                        .map(LossOfData::reason)
                        .flatMap(Optional::stream)
                        .findFirst();
        return said.or(() -> new LossOfData(tokens).reason());
    }

    private Optional<String> reason() {
        return switch (word(0)) {
            case "DROP" -> dropped();
            case "TRUNCATE" -> Optional.of("TRUNCATE deletes every row");
            case "ALTER" -> altered();
            case "CREATE" -> created();
            default -> WITH_A_BODY.contains(word(0)) ? inBody().or(this::deleted) : deleted();
        };
    }

    private Optional<String> dropped() {
        int at = is(1, "TEMPORARY") ? tokens.size() : 1;
        if (CONTAINERS.contains(word(at))) {
            return Optional.of("DROP " + word(at) + " deletes what it holds");
        }
        return TAKEN_ALONG.contains(word(at)) && has("CASCADE")
                ? Optional.of("DROP " + word(at) + " … CASCADE deletes what depends on it")
                : Optional.empty();
    }

    private Optional<String> altered() {
        int depth = 0;
        for (int i = 1; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            boolean action = depth == 0 && i > 2;
            if (action && is(i, "DROP") && dropsData(i + 1)) {
                String what = word(i + 1);
                return Optional.of(
                        Set.of("PARTITION", "SUBPARTITION", "ATTRIBUTE").contains(what)
                                ? "DROP " + what + " deletes what it holds"
                                : "the dropped column's values are deleted");
            }
            if (action && is(i, "TRUNCATE")) {
                return Optional.of("TRUNCATE deletes every row of a partition");
            }
            if (action && is(i, "SET") && is(i + 1, "UNUSED")) {
                return Optional.of("the values of a column that is set unused are lost");
            }
        }
        return Optional.empty();
    }

    private boolean dropsData(int at) {
        boolean ofTable = is(1, "TABLE") || is(2, "TABLE");
        boolean ofType = is(1, "TYPE") && is(at, "ATTRIBUTE");
        return ofType || (ofTable && at < tokens.size() && !NO_COLUMN.contains(word(at)));
    }

    /** Of what only defines something nothing runs now. */
    private Optional<String> created() {
        return is(1, "OR") && is(2, "REPLACE") && is(3, "TABLE")
                ? Optional.of("CREATE OR REPLACE TABLE deletes the table that was there")
                : Optional.empty();
    }

    private Optional<String> inBody() {
        for (SqlToken token : tokens) {
            if (token.kind() == SqlToken.Kind.STRING) {
                Matcher found = IN_A_BODY.matcher(token.text());
                if (found.find()) {
                    return Optional.of(
                            "its body says "
                                    + found.group()
                                            .replaceAll("\\s+", " ")
                                            .toUpperCase(Locale.ROOT));
                }
            }
        }
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if ((is(i, "DROP") && CONTAINERS.contains(word(i + 1))) || is(i, "TRUNCATE")) {
                return Optional.of("its body says " + word(i));
            }
        }
        return Optional.empty();
    }

    /** Finds a {@code DELETE FROM} without {@code WHERE}, also inside a {@code WITH}. */
    private Optional<String> deleted() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (is(i, "DELETE") && is(i + 1, "FROM") && !hasCondition(i + 2)) {
                return Optional.of("DELETE without WHERE deletes every row");
            }
        }
        return Optional.empty();
    }

    private boolean hasCondition(int start) {
        int depth = 0;
        for (int i = start; i < tokens.size() && depth >= 0; i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0 && is(i, "WHERE")) {
                return true;
            }
        }
        return false;
    }

    private boolean has(String word) {
        return tokens.stream().anyMatch(token -> token.is(word));
    }

    private boolean is(int index, String word) {
        return index < tokens.size() && tokens.get(index).is(word);
    }

    private String word(int index) {
        return index < tokens.size() && tokens.get(index).kind() == SqlToken.Kind.WORD
                ? tokens.get(index).text().toUpperCase(Locale.ROOT)
                : "";
    }
}
