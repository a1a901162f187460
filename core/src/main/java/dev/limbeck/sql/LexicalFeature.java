package dev.limbeck.sql;

/** One trait of how a database, or the client its scripts are written for, reads text. */
public enum LexicalFeature {
    /** {@code 'it\'s'}: a backslash escapes in ordinary strings. */
    BACKSLASH_ESCAPES,
    /** {@code E'it\'s'}: a backslash escapes in strings with the prefix. */
    ESCAPE_STRINGS,
    /** {@code U&'\0041'} and {@code U&"\0041"} are one token each. */
    UNICODE_STRINGS,
    /** {@code q'[it's]'} and {@code nq'{…}'}, with any delimiter. */
    ALTERNATIVE_QUOTES,
    /** {@code "…"} is a string, not an identifier. */
    DOUBLE_QUOTED_STRINGS,
    /** {@code `…`} is an identifier. */
    BACKTICK_IDENTIFIERS,
    /** {@code [ … ]} is an identifier. */
    BRACKET_IDENTIFIERS,
    /** {@code $$…$$} is a string. */
    DOLLAR_QUOTES,
    /** {@code $tag$…$tag$} is a string. */
    TAGGED_DOLLAR_QUOTES,
    /** {@code a$b} is one word. */
    DOLLAR_IN_WORDS,
    /** {@code a#b} is one word. */
    HASH_IN_WORDS,
    /** {@code 2fa} is one word, not a number and a word. */
    DIGITS_BEGIN_WORDS,
    /** A run of operator characters is one operator, as where users define operators. */
    FREE_OPERATORS,
    /** {@code ?} is a parameter. */
    QUESTION_MARK_PARAMETERS,
    /** {@code :name} is a parameter. */
    NAMED_PARAMETERS,
    /** {@code $1} is a parameter. */
    NUMBERED_PARAMETERS,
    /** A block comment ends only when the ones opened inside it have ended. */
    NESTED_COMMENTS,
    /** {@code --} begins a comment only before a blank, a control character or the end. */
    DASH_COMMENTS_NEED_BLANK,
    /** {@code #} begins a comment. */
    HASH_COMMENTS,
    /** {@code //} begins a comment. */
    SLASH_COMMENTS,
    /** <code>/*!50001 … *&#47;</code> is code, not comment. */
    EXECUTABLE_COMMENTS,
    /** A terminator inside parentheses does not end the statement. */
    PARENTHESES_HOLD_STATEMENTS,
    /** {@code COPY … FROM STDIN;} is followed by its data, up to a line that is {@code \.}. */
    INLINE_COPY_DATA,
    /** A line that holds only {@code /} ends a statement. */
    SLASH_LINE_ENDS_STATEMENT,
    /** A client command goes on in the next line where its line ends in a dash after a blank. */
    DASH_CONTINUES_COMMANDS
}
