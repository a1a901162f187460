package dev.limbeck.mysql.normal;

import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.schema.Expression;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Brings the statement that makes an event to one spelling: the case of words and the quotes around
 * names say nothing before its body.
 */
final class EventForm {
    private EventForm() {}

    static Expression of(Expression definition) {
        List<String> words = new ArrayList<>();
        boolean body = false;
        List<SqlToken> tokens = SqlTokenizer.significant(definition.source(), MySqlLexicon.LEXICON);
        for (SqlToken token : tokens) {
            words.add(body ? token.text() : head(token));
            body |= token.is("DO");
        }
        String text = String.join(" ", words);
        return definition.withCanonical(
                text.replace(" ON COMPLETION NOT PRESERVE", "").replace(" ENABLE DO ", " DO "));
    }

    private static String head(SqlToken token) {
        return switch (token.kind()) {
            case WORD -> token.text().toUpperCase(Locale.ROOT);
            case QUOTED_IDENTIFIER -> MySqlIdentifiers.read(token.text()).toUpperCase(Locale.ROOT);
            case STRING -> NeutralText.quoted(MySqlStrings.value(token.text()));
            default -> token.text();
        };
    }
}
