package dev.limbeck.analysis.calcite;

import dev.limbeck.sql.SqlToken;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names in a statement, whatever they mean; keywords too.
 *
 * @param bare what stands by itself
 * @param qualified what stands behind a name and a point, by that name
 */
record WrittenNames(Set<String> bare, Map<String, Set<String>> qualified) {
    static WrittenNames of(List<SqlToken> tokens, Spelling spelling) {
        Set<String> bare = new HashSet<>();
        Map<String, Set<String>> qualified = new HashMap<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (!isName(tokens.get(at))) {
                continue;
            }
            String key = spelling.key(tokens.get(at).text());
            if (at > 1 && tokens.get(at - 1).isSymbol(".") && isName(tokens.get(at - 2))) {
                qualified
                        .computeIfAbsent(
                                spelling.key(tokens.get(at - 2).text()), unused -> new HashSet<>())
                        .add(key);
            } else {
                bare.add(key);
            }
        }
        return new WrittenNames(bare, qualified);
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }
}
