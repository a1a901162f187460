package dev.limbeck.postgres;

import dev.limbeck.sql.LexicalFeature;
import dev.limbeck.sql.SqlLexicon;

/** How PostgreSQL, and psql before it, read text. */
public final class PostgresLexicon {
    /**
     * The lexicon with {@code standard_conforming_strings} on, as every supported version has it.
     */
    public static final SqlLexicon LEXICON =
            SqlLexicon.standard("postgres")
                    .with(
                            LexicalFeature.ESCAPE_STRINGS,
                            LexicalFeature.UNICODE_STRINGS,
                            LexicalFeature.DOLLAR_QUOTES,
                            LexicalFeature.TAGGED_DOLLAR_QUOTES,
                            LexicalFeature.DOLLAR_IN_WORDS,
                            LexicalFeature.FREE_OPERATORS,
                            LexicalFeature.NUMBERED_PARAMETERS,
                            LexicalFeature.NESTED_COMMENTS,
                            LexicalFeature.PARENTHESES_HOLD_STATEMENTS,
                            LexicalFeature.INLINE_COPY_DATA);

    private PostgresLexicon() {}
}
