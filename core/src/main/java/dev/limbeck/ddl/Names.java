package dev.limbeck.ddl;

import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes names from the tokens of a statement. */
public final class Names {
    private final TokenCursor cursor;
    private final NameRules rules;

    Names(TokenCursor cursor, NameRules rules) {
        this.cursor = cursor;
        this.rules = rules;
    }

    /** Returns whether a name comes next. */
    public boolean isNext() {
        return isName(cursor.peek());
    }

    private boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER
                || (token.kind() == SqlToken.Kind.WORD
                        && !rules.isReserved(token.text().toUpperCase(Locale.ROOT)));
    }

    /** Takes one name. */
    public String name() {
        if (!isNext()) {
            throw cursor.unexpected();
        }
        return of(cursor.next());
    }

    /** Takes one name where even a reserved word is one, behind a point for example. */
    public String label() {
        SqlToken token = cursor.peek();
        if (token.kind() != SqlToken.Kind.WORD && token.kind() != SqlToken.Kind.QUOTED_IDENTIFIER) {
            throw cursor.unexpected();
        }
        return of(cursor.next());
    }

    /** Takes a name with whatever qualifies it. */
    public WrittenName written() {
        int offset = cursor.offset();
        List<String> pieces = new ArrayList<>();
        pieces.add(name());
        while (cursor.accept(".")) {
            pieces.add(label());
        }
        return new WrittenName(pieces, offset);
    }

    /** Takes names in parentheses. */
    public List<String> list() {
        cursor.expect("(");
        List<String> all = new ArrayList<>();
        do {
            all.add(name());
        } while (cursor.accept(","));
        cursor.expect(")");
        return all;
    }

    /** Returns the name a word or a quoted identifier stands for. */
    public String of(SqlToken token) {
        return rules.kept(
                token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER
                        ? rules.quoted(token.text())
                        : rules.fold(token.text()));
    }
}
