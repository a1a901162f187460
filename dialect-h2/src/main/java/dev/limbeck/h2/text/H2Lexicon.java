package dev.limbeck.h2.text;

import dev.limbeck.sql.LexicalFeature;
import dev.limbeck.sql.SqlLexicon;

/** How H2 reads text. */
public final class H2Lexicon {
    /** The lexicon of H2 2.x in its regular mode. */
    public static final SqlLexicon LEXICON =
            SqlLexicon.standard("h2")
                    .with(
                            LexicalFeature.UNICODE_STRINGS,
                            LexicalFeature.BACKTICK_IDENTIFIERS,
                            LexicalFeature.DOLLAR_QUOTES,
                            LexicalFeature.DOLLAR_IN_WORDS,
                            LexicalFeature.NESTED_COMMENTS,
                            LexicalFeature.SLASH_COMMENTS,
                            LexicalFeature.QUESTION_MARK_PARAMETERS,
                            LexicalFeature.NUMBERED_PARAMETERS);

    private H2Lexicon() {}
}
