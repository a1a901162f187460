package dev.limbeck.execute;

import dev.limbeck.sql.SourceSpan;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.TextPosition;
import java.util.List;

/** Finds where a script that was edited first does something else than the text that ran. */
final class FirstDifference {
    private static final SourceSpan TOP = new SourceSpan(0, 0, 1, 1);

    private FirstDifference() {}

    /** Returns the place in the script as it is now; its end where text was taken away there. */
    static TextPosition of(String ran, String now, SqlLexicon lexicon) {
        List<SqlToken> before = SqlTokenizer.significant(ran, lexicon);
        List<SqlToken> after = SqlTokenizer.significant(now, lexicon);
        int same = 0;
        while (same < before.size()
                && same < after.size()
                && before.get(same).text().equalsIgnoreCase(after.get(same).text())) {
            same++;
        }
        int offset = same < after.size() ? after.get(same).offset() : now.stripTrailing().length();
        return TextPosition.in(now, TOP, offset);
    }
}
