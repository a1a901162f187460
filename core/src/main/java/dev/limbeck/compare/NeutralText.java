package dev.limbeck.compare;

import dev.limbeck.ddl.Strings;
import dev.limbeck.expression.ExpressionForm;
import dev.limbeck.expression.GrammarWords;
import dev.limbeck.expression.OwnColumns;
import dev.limbeck.expression.QueryForm;
import dev.limbeck.expression.SchemaRelations;
import dev.limbeck.expression.SqlGrammar;
import dev.limbeck.expression.SqlGrammar.Strength;
import dev.limbeck.expression.SqlType;
import dev.limbeck.expression.TypeSystem;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Expressions without a vendor's way of writing them. Two that have the same text mean the same;
 * two that have not may do so all the same.
 */
final class NeutralText {
    private static final SqlLexicon NEUTRAL = SqlLexicon.standard("neutral");

    private static final Set<String> RESERVED =
            GrammarWords.upper(
                    "all and any as asc between both by case collate cross desc distinct else end"
                            + " exists except false for from group having in inner intersect is"
                            + " join leading left like limit natural not null offset on or order"
                            + " outer right select some table then trailing true union using when"
                            + " where with");

    private static final SqlGrammar GRAMMAR =
            new SqlGrammar(
                    NEUTRAL,
                    word -> word.toLowerCase(Locale.ROOT),
                    strengths(),
                    Map.of("!=", "<>", "LIKE", "~~", "NOT LIKE", "!~~"),
                    RESERVED,
                    RESERVED,
                    Map.of(
                            "CURRENT_TIMESTAMP", "current_timestamp",
                            "LOCALTIMESTAMP", "localtimestamp",
                            "CURRENT_DATE", "current_date",
                            "CURRENT_TIME", "current_time",
                            "CURRENT_USER", "current_user"),
                    Map.of("now", "current_timestamp", "char_length", "length"),
                    Map.of(),
                    List.of(List.of("double", "precision"), List.of("character", "varying")),
                    Set.of(),
                    "",
                    Map.of("=", "<>", "<>", "=", "<", ">=", ">=", "<", ">", "<=", "<=", ">"),
                    false);

    private final SqlLexicon lexicon;
    private final NeutralNames names;

    NeutralText(SqlLexicon lexicon, NeutralNames names) {
        this.lexicon = lexicon;
        this.names = names;
    }

    /** Returns a condition in normal form. */
    String condition(String text) {
        return form().condition(standard(text), OwnColumns.none()).canonical();
    }

    /** Returns a value in normal form. */
    String value(String text) {
        return form().value(standard(text), OwnColumns.none(), Optional.empty()).canonical();
    }

    /** Returns the neutral name that a token stands for. */
    String name(SqlToken token) {
        return token.kind() == Kind.QUOTED_IDENTIFIER
                ? names.of(Strings.identifier(token.text()))
                : token.text().toLowerCase(Locale.ROOT);
    }

    private static ExpressionForm form() {
        TypeSystem types = TypeSystem.unknown();
        return new ExpressionForm(
                GRAMMAR,
                types,
                new QueryForm(
                        GRAMMAR,
                        types,
                        new SchemaRelations(
                                Schema.empty(), type -> SqlType.UNKNOWN, word -> word)));
    }

    /**
     * Returns the tokens of an expression without the types that constants are cast to, and without
     * casts to texts of any length, which servers put around columns that are texts anyway.
     */
    List<SqlToken> tokens(String text) {
        List<SqlToken> kept = new ArrayList<>();
        List<SqlToken> tokens = SqlTokenizer.significant(text, lexicon);
        int i = 0;
        while (i < tokens.size()) {
            int end = i;
            if (tokens.get(i).isSymbol("::")) {
                int behind = Casts.end(tokens, i);
                boolean idle = endsConstant(kept) || Casts.isText(tokens.subList(i + 1, behind));
                end = idle ? behind : i;
            } else if (Casts.endOfCall(tokens, i) > i) {
                kept.add(tokens.get(i + Casts.CONSTANT));
                end = Casts.endOfCall(tokens, i);
            }
            if (end == i) {
                kept.add(tokens.get(i));
                end = i + 1;
            }
            i = end;
        }
        return kept;
    }

    /** Returns whether the last token is a constant, or the list of an array. */
    private static boolean endsConstant(List<SqlToken> tokens) {
        if (tokens.isEmpty()) {
            return false;
        }
        SqlToken last = tokens.get(tokens.size() - 1);
        return Casts.isConstant(last) || last.isSymbol("]");
    }

    private String standard(String text) {
        return tokens(text).stream().map(this::standard).collect(Collectors.joining(" "));
    }

    private String standard(SqlToken token) {
        return token.kind() == Kind.QUOTED_IDENTIFIER
                ? '"' + name(token).replace("\"", "\"\"") + '"'
                : token.text();
    }

    private static Map<String, Strength> strengths() {
        Map<String, Strength> strengths = new HashMap<>();
        GrammarWords.put(strengths, Strength.COMPARISON, "< > = <= >= <> !=");
        GrammarWords.put(strengths, Strength.SUM, "+ -");
        GrammarWords.put(strengths, Strength.PRODUCT, "* / %");
        return Map.copyOf(strengths);
    }
}
