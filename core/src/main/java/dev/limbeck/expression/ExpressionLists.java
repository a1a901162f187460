package dev.limbeck.expression;

import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;

/** Cuts lists of expressions into their items. */
public final class ExpressionLists {
    private ExpressionLists() {}

    /** Returns the items between the commas that stand in no parentheses. */
    public static List<List<SqlToken>> split(List<SqlToken> tokens) {
        List<List<SqlToken>> items = new ArrayList<>();
        List<SqlToken> item = new ArrayList<>();
        int depth = 0;
        for (SqlToken token : tokens) {
            depth += token.isSymbol("(") || token.isSymbol("[") ? 1 : 0;
            depth -= token.isSymbol(")") || token.isSymbol("]") ? 1 : 0;
            if (depth == 0 && token.isSymbol(",")) {
                items.add(item);
                item = new ArrayList<>();
            } else {
                item.add(token);
            }
        }
        if (!item.isEmpty()) {
            items.add(item);
        }
        return items;
    }
}
