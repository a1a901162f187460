package dev.limbeck.postgres.render;

import dev.limbeck.diff.EnumChange;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.text.SqlText;
import dev.limbeck.sql.SqlToken;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether a statement uses a value of an enum type that is just being added. */
final class NewValue {
    private NewValue() {}

    /**
     * Returns whether a statement writes the value as a string and speaks of the type or of a
     * column of it.
     *
     * @param head what stands before an action of a statement
     */
    static boolean isUsed(EnumChange.AddValue change, String text, Optional<String> head) {
        List<SqlToken> tokens = SqlText.tokens(head.map(words -> words + " ").orElse("") + text);
        if (tokens.isEmpty() || tokens.get(0).is("COMMENT")) {
            return false;
        }
        boolean executes = tokens.stream().anyMatch(token -> token.is("sql"));
        Set<String> names = new HashSet<>();
        boolean written = collect(tokens, SqlNames.literal(change.value()), executes, names);
        boolean bound = names.contains("partition") && names.contains("values");
        return written
                && (names.contains(change.type().name())
                        || (bound
                                && change.users().columns().stream()
                                        .anyMatch(use -> names.contains(use.table().name())))
                        || change.users().columns().stream()
                                .anyMatch(
                                        use ->
                                                names.contains(use.column().name())
                                                        && (names.contains(use.table().name())
                                                                || names.contains("select"))));
    }

    /** Collects the names in a text and returns whether the value stands in it. */
    private static boolean collect(
            List<SqlToken> tokens, String literal, boolean executes, Set<String> names) {
        boolean written = false;
        for (SqlToken token : tokens) {
            switch (token.kind()) {
                case WORD -> names.add(PostgresIdentifiers.read(token.text()));
                case QUOTED_IDENTIFIER ->
                        names.add(
                                token.text()
                                        .substring(1, token.text().length() - 1)
                                        .replace("\"\"", "\""));
                case STRING -> {
                    written |= token.text().equals(literal);
                    if (executes && token.text().startsWith("$")) {
                        written |=
                                collect(SqlText.tokens(inside(token.text())), literal, true, names);
                    }
                }
                default -> {}
            }
        }
        return written;
    }

    private static String inside(String quoted) {
        int tag = quoted.indexOf('$', 1) + 1;
        return quoted.length() >= 2 * tag ? quoted.substring(tag, quoted.length() - tag) : "";
    }
}
