package dev.limbeck.ddl;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes a name apart that is a text of its own. */
public final class NamePieces {
    private NamePieces() {}

    /**
     * Returns the folded pieces of a written name, as {@link DdlReader#pieces} gives them.
     *
     * @param isName whether a token can be a piece
     */
    public static List<String> of(String written, DdlTools tools, Predicate<SqlToken> isName) {
        List<String> pieces = new ArrayList<>();
        List<SqlToken> tokens = SqlTokenizer.significant(written, tools.lexicon());
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean fits = i % 2 == 0 ? isName.test(token) : token.isSymbol(".");
            if (!fits) {
                return List.of();
            }
            if (i % 2 == 0) {
                pieces.add(piece(token, tools.names()));
            }
        }
        if (pieces.size() == 2 && pieces.get(0).equals(tools.names().defaultSchema())) {
            pieces.set(0, "");
        }
        return tokens.size() % 2 == 1 ? pieces : List.of();
    }

    private static String piece(SqlToken token, NameRules names) {
        return names.kept(
                token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER
                        ? names.quoted(token.text())
                        : names.fold(token.text()));
    }
}
