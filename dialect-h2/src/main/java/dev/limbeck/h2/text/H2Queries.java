package dev.limbeck.h2.text;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be told of a query by its tokens. */
public final class H2Queries {
    private H2Queries() {}

    /** Returns whether each item of the select list plainly has the name that it shall yield. */
    public static boolean yields(String query, List<String> names) {
        List<Optional<String>> items = items(query);
        if (items.size() != names.size()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!items.get(i).equals(Optional.of(names.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the name at the end of each item of the outermost select list. */
    private static List<Optional<String>> items(String query) {
        List<Optional<String>> items = new ArrayList<>();
        Optional<String> last = Optional.empty();
        int depth = 0;
        boolean inList = false;
        for (SqlToken token : SqlTokenizer.significant(query, H2Lexicon.LEXICON)) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (!inList) {
                if (depth == 0 && token.is("WITH")) {
                    return List.of();
                }
                inList = depth == 0 && token.is("SELECT");
            } else if (depth == 0 && (token.isSymbol(",") || token.is("FROM"))) {
                items.add(last);
                if (token.is("FROM")) {
                    return items;
                }
                last = Optional.empty();
            } else {
                last = H2Names.isName(token) ? Optional.of(H2Names.read(token)) : Optional.empty();
            }
        }
        items.add(last);
        return items;
    }
}
