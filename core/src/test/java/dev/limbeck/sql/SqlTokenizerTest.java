package dev.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTokenizerTest {
    private static final SqlLexicon STANDARD = SqlLexicon.standard("standard");

    private static final SqlLexicon DOLLARS =
            STANDARD.with(
                    LexicalFeature.DOLLAR_QUOTES,
                    LexicalFeature.TAGGED_DOLLAR_QUOTES,
                    LexicalFeature.DOLLAR_IN_WORDS,
                    LexicalFeature.NUMBERED_PARAMETERS,
                    LexicalFeature.UNICODE_STRINGS,
                    LexicalFeature.ESCAPE_STRINGS,
                    LexicalFeature.FREE_OPERATORS);

    private static String show(String text, SqlLexicon lexicon) {
        return SqlTokenizer.significant(text, lexicon).stream()
                .map(token -> token.kind().name().charAt(0) + "<" + token.text() + ">")
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            textBlock =
                    """
                    a1 _b C      ¦ W<a1> W<_b> W<C>
                    1 1.5 .5 1.  ¦ N<1> N<1.5> N<.5> N<1.>
                    1e5 1E-3 1e  ¦ N<1e5> N<1E-3> N<1> W<e>
                    0xFF 1_000   ¦ N<0xFF> N<1_000>
                    1..2 a.b.1   ¦ N<1> S<..> N<2> W<a> S<.> W<b> S<.> N<1>
                    t.5          ¦ W<t> S<.> N<5>
                    'a''b' "c""d"¦ S<'a''b'> Q<"c""d">
                    x'1F' n'a'   ¦ S<x'1F'> S<n'a'>
                    xy'a'        ¦ W<xy> S<'a'>
                    a<=b<>c      ¦ W<a> S<<=> W<b> S<<>> W<c>
                    a||b::c:=d   ¦ W<a> S<||> W<b> S<::> W<c> S<:=> W<d>
                    a=-1         ¦ W<a> S<=> S<-> N<1>
                    (a,b);       ¦ S<(> W<a> S<,> W<b> S<)> S<;>
                    a--b         ¦ W<a>
                    a/*b*/c      ¦ W<a> W<c>
                    a/*b/*c*/d*/ ¦ W<a> W<d> S<*> S</>
                    é ß1 名前     ¦ W<é> W<ß1> W<名前>
                    """)
    void standardTextIsCutSo(String text, String tokens) {
        assertThat(show(text, STANDARD)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            textBlock =
                    """
                    $1 $$a$$ $t$b$$c$t$   ¦ P<$1> S<$$a$$> S<$t$b$$c$t$>
                    a$b$c $a b            ¦ W<a$b$c> S<$> W<a> W<b>
                    E'\\'' U&'a' u&"b"     ¦ S<E'\\''> S<U&'a'> Q<u&"b">
                    U&1 e 'a'             ¦ W<U> S<&> N<1> W<e> S<'a'>
                    a@>-1 b->>'c' d*-1    ¦ W<a> S<@>-> N<1> W<b> S<->>> S<'c'> W<d> S<*> S<-> N<1>
                    a#-b c ?& d           ¦ W<a> S<#-> W<b> W<c> S<?&> W<d>
                    1*/*c*/2 a<--b        ¦ N<1> S<*> N<2> W<a> S<<>
                    """)
    void textWithDollarsAndFreeOperatorsIsCutSo(String text, String tokens) {
        assertThat(show(text, DOLLARS)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            textBlock =
                    """
                    'a\\'b' "c" `d``e`        ¦ S<'a\\'b'> S<"c"> Q<`d``e`>
                    2fa a$b ?                ¦ W<2fa> W<a$b> P<?>
                    1--1                     ¦ N<1> S<-> S<-> N<1>
                    /*!50001 a */ b          ¦ E</*!50001> W<a> E<*/> W<b>
                    /*!a 'b*/' /* c */ **/ d ¦ E</*!> W<a> S<'b*/'> S<*> E<*/> W<d>
                    @a := @@b                ¦ S<@> W<a> S<:=> S<@@> W<b>
                    a # b                    ¦ W<a>
                    a <=> \\N                 ¦ W<a> S<<=>> S<\\> W<N>
                    """)
    void textWithBackslashesIsCutSo(String text, String tokens) {
        assertThat(show(text, Lexicons.ESCAPING)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            textBlock =
                    """
                    q'[a'b]' NQ'!c!'    ¦ S<q'[a'b]'> S<NQ'!c!'>
                    :a :1 b:=c v$x#     ¦ P<:a> P<:1> W<b> S<:=> W<c> W<v$x#>
                    a => b ** c .. d    ¦ W<a> S<=>> W<b> S<**> W<c> S<..> W<d>
                    """)
    void textWithAlternativeQuotesIsCutSo(String text, String tokens) {
        assertThat(show(text, Lexicons.SLASHED)).isEqualTo(tokens);
    }

    @Test
    void continuedStringKeepsItsEscapes() {
        assertThat(show("E'a'\n 'b\\'c' 'd\\'", DOLLARS)).isEqualTo("S<E'a'> S<'b\\'c'> S<'d\\'>");
    }

    @Test
    void commentsAndWhiteSpaceAreTokensToo() {
        List<SqlToken> tokens = SqlTokenizer.tokenize("a -- b\r\n/*c*/\t", STANDARD);
        assertThat(tokens)
                .extracting(SqlToken::kind)
                .containsExactly(
                        SqlToken.Kind.WORD,
                        SqlToken.Kind.WHITE_SPACE,
                        SqlToken.Kind.COMMENT,
                        SqlToken.Kind.WHITE_SPACE,
                        SqlToken.Kind.COMMENT,
                        SqlToken.Kind.WHITE_SPACE);
        assertThat(tokens.get(2).text()).isEqualTo("-- b");
        assertThat(tokens.get(2).offset()).isEqualTo(2);
        assertThat(tokens.get(2).end()).isEqualTo(6);
    }

    @Test
    void whatIsNotClosedReachesToTheEnd() {
        for (String opening : List.of("'a b", "\"a b", "/* a b")) {
            assertThat(SqlTokenizer.tokenize(opening, STANDARD)).hasSize(1);
        }
        assertThat(SqlTokenizer.tokenize("$x$ a $x", DOLLARS)).hasSize(1);
    }
}
