package dev.limbeck.script;

import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * The digest of some of a script's statements, by which a later run sees that they are still the
 * ones that ran. Comments, white space and the case of keywords make no difference, and variables
 * count by their names.
 */
public final class StatementDigest {
    private final SqlLexicon lexicon;
    private final TokenDigest digest = new TokenDigest();

    public StatementDigest(SqlLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Returns the digest of one statement, without data that follows it. */
    public static String of(String text, SqlLexicon lexicon) {
        StatementDigest digest = new StatementDigest(lexicon);
        digest.add(text);
        return digest.finish();
    }

    /** Takes in a statement as it stands in the script. */
    public void add(String text) {
        add(SqlTokenizer.significant(text, lexicon));
    }

    /** Takes in a statement's tokens, white space and comments left out. */
    public void add(List<SqlToken> tokens) {
        digest.statement(tokens);
    }

    /** Takes in the data that follows a statement, to its end. */
    public void addData(Reader data) throws IOException {
        digest.data(data);
    }

    /** Takes in the data that follows a statement while somebody else reads it to its end. */
    public Reader listening(Reader data) {
        return new FilterReader(data) {
            private boolean ended;

            @Override
            public int read() throws IOException {
                char[] one = new char[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                if (count >= 0) {
                    digest.part(target, offset, count);
                } else if (!ended) {
                    ended = true;
                    digest.endOfData();
                }
                return count;
            }
        };
    }

    /** Returns the digest of everything taken in; nothing can be added after that. */
    public String finish() {
        return digest.finish();
    }
}
