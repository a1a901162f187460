package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.Strings;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.SqlText;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;

/** What definitions are made of: names, and words that count but for their spelling. */
final class Pieces {
    private static final String DEFAULT_SCHEMA = "public.";

    private Pieces() {}

    /** Takes a name with whatever qualifies it and returns it as it is written best. */
    static String name(TokenCursor cursor) {
        StringBuilder name = new StringBuilder(piece(cursor));
        while (cursor.accept(".")) {
            name.append('.').append(piece(cursor));
        }
        String whole = name.toString();
        return whole.startsWith(DEFAULT_SCHEMA) ? whole.substring(DEFAULT_SCHEMA.length()) : whole;
    }

    private static String piece(TokenCursor cursor) {
        SqlToken token = cursor.peek();
        if (token.kind() != SqlToken.Kind.WORD && token.kind() != SqlToken.Kind.QUOTED_IDENTIFIER) {
            throw cursor.unexpected();
        }
        return PostgresIdentifiers.write(PostgresIdentifiers.read(cursor.next().text()));
    }

    /** Takes names with commas between them. */
    static List<String> names(TokenCursor cursor) {
        List<String> names = new ArrayList<>();
        do {
            names.add(name(cursor));
        } while (cursor.accept(","));
        return names;
    }

    /** Takes the value of a setting: a word, a number, a string. */
    static String value(TokenCursor cursor) {
        SqlToken token = cursor.next();
        return token.kind() == SqlToken.Kind.STRING
                ? Strings.value(token.text())
                : PostgresIdentifiers.INSTANCE.fold(token.text());
    }

    /** Takes what stands in parentheses, with them. */
    static String parenthesized(TokenCursor cursor) {
        int open = cursor.offset();
        Texts.pass(cursor);
        return cursor.slice(open, cursor.lastEnd());
    }

    /** Takes all up to a semicolon that stands in no parentheses, or to the end. */
    static String statement(TokenCursor cursor) {
        int start = cursor.offset();
        int depth = 0;
        while (!cursor.atEnd() && (depth > 0 || !cursor.at(";"))) {
            depth += SqlText.depth(cursor.next());
        }
        return cursor.slice(start, cursor.lastEnd());
    }

    /** Returns a text as it counts: words in lower case, blanks and the default schema left out. */
    static String canonical(String text) {
        TokenCursor cursor = new TokenCursor(text, PostgresLexicon.LEXICON);
        List<String> words = new ArrayList<>();
        while (!cursor.atEnd()) {
            if (!cursor.accept("public", ".")) {
                SqlToken token = cursor.next();
                words.add(
                        token.kind() == SqlToken.Kind.WORD
                                ? PostgresIdentifiers.INSTANCE.fold(token.text())
                                : token.text());
            }
        }
        return String.join(" ", words);
    }
}
