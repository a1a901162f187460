package dev.limbeck.mysql.normal;

import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.schema.Expression;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.Locale;
import java.util.stream.Collectors;

/** Brings the bounds of partitions to one spelling. */
final class BoundForm {
    private BoundForm() {}

    static Expression of(Expression bound) {
        String canonical =
                SqlTokenizer.significant(bound.source(), MySqlLexicon.LEXICON).stream()
                        .filter(token -> !token.text().startsWith("_"))
                        .map(BoundForm::word)
                        .collect(Collectors.joining(" "));
        return bound.withCanonical(
                canonical.equals("LESS THAN ( MAXVALUE )") ? "LESS THAN MAXVALUE" : canonical);
    }

    private static String word(SqlToken token) {
        return switch (token.kind()) {
            case STRING -> NeutralText.quoted(MySqlStrings.value(token.text()));
            case WORD -> token.text().toUpperCase(Locale.ROOT);
            default -> token.text();
        };
    }
}
