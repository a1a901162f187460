package dev.limbeck.h2.model;

import dev.limbeck.h2.text.H2Lexicon;
import dev.limbeck.h2.text.H2Text;
import dev.limbeck.schema.Expression;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;

/** Tables of other databases. They are kept as text, and that without the password in it. */
public final class H2LinkedTables {
    /** Which of the strings is the password. */
    private static final int PASSWORD = 4;

    private H2LinkedTables() {}

    /** Returns the statement that makes one, to be shown and compared. */
    public static Expression definition(String statement) {
        List<SqlToken> tokens = SqlTokenizer.tokenize(statement.strip(), H2Lexicon.LEXICON);
        StringBuilder text = new StringBuilder();
        int strings = 0;
        for (SqlToken token : tokens) {
            boolean string = token.kind() == SqlToken.Kind.STRING;
            strings += string ? 1 : 0;
            if (string && strings == PASSWORD) {
                text.append("''");
            } else if (!token.is("FORCE") && token.kind() != SqlToken.Kind.COMMENT) {
                text.append(token.text());
            }
        }
        String plain = H2Text.plain(text.toString()).strip().replaceAll(" {2,}", " ");
        return Expression.of(plain);
    }
}
