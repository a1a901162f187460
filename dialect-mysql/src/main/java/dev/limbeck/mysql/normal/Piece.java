package dev.limbeck.mysql.normal;

import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A token, or what stands in parentheses.
 *
 * @param token the token; of parentheses the opening one
 * @param inside what stands in them; null for a token
 */
record Piece(SqlToken token, @Nullable List<Piece> inside) {
    /** Returns the pieces of a text; parentheses that are never closed reach to its end. */
    static List<Piece> of(String text, SqlLexicon lexicon) {
        return read(SqlTokenizer.significant(text, lexicon), new int[] {0});
    }

    private static List<Piece> read(List<SqlToken> tokens, int[] at) {
        List<Piece> pieces = new ArrayList<>();
        while (at[0] < tokens.size()) {
            SqlToken token = tokens.get(at[0]++);
            if (token.isSymbol(")")) {
                break;
            }
            pieces.add(new Piece(token, token.isSymbol("(") ? read(tokens, at) : null));
        }
        return pieces;
    }

    boolean isGroup() {
        return inside != null;
    }

    List<Piece> content() {
        return inside == null ? List.of() : inside;
    }

    boolean is(String word) {
        return !isGroup()
                && (Character.isLetter(word.charAt(0)) ? token.is(word) : token.isSymbol(word));
    }

    boolean isString() {
        return token.kind() == SqlToken.Kind.STRING;
    }

    boolean isNumber() {
        return token.kind() == SqlToken.Kind.NUMBER;
    }

    /** Returns whether it may be a name. */
    boolean isName() {
        return token.kind() == SqlToken.Kind.WORD
                || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }

    /** Returns the name it stands for. */
    String name() {
        return MySqlIdentifiers.read(token.text());
    }

    String upper() {
        return token.kind() == SqlToken.Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : "";
    }

    /** Returns pieces cut at a symbol or word. */
    static List<List<Piece>> split(List<Piece> pieces, String at) {
        List<List<Piece>> parts = new ArrayList<>();
        List<Piece> part = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.is(at)) {
                parts.add(part);
                part = new ArrayList<>();
            } else {
                part.add(piece);
            }
        }
        parts.add(part);
        return parts;
    }

    /** Returns where one of some words first stands; -1 for nowhere. */
    static int find(List<Piece> pieces, int from, String... words) {
        for (int i = from; i < pieces.size(); i++) {
            for (String word : words) {
                if (pieces.get(i).is(word)) {
                    return i;
                }
            }
        }
        return -1;
    }
}
