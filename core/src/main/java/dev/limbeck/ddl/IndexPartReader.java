package dev.limbeck.ddl;

import dev.limbeck.schema.Expression;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.sql.SqlToken;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads one part of an index: a column, a call, or an expression in parentheses, and how it is
 * sorted.
 */
public final class IndexPartReader {
    /** Where an expression without parentheses ends. */
    private static final Set<String> AFTER_CALL = Set.of("COLLATE", "ASC", "DESC", "NULLS", "WITH");

    /**
     * What stands between a part and its order on some databases.
     *
     * @param collation its collation
     * @param operatorClass its operator class
     * @param prefixLength how much of a column it holds
     */
    public record Extras(
            Optional<QualifiedName> collation,
            Optional<String> operatorClass,
            OptionalInt prefixLength) {
        public static Extras none() {
            return new Extras(Optional.empty(), Optional.empty(), OptionalInt.empty());
        }
    }

    private final Function<DdlContext, Extras> extras;

    /**
     * Makes one.
     *
     * @param extras takes what stands between the part and its order
     */
    public IndexPartReader(Function<DdlContext, Extras> extras) {
        this.extras = extras;
    }

    /** Takes a part; its expression is read once the columns are known. */
    public Function<ExpressionScope, IndexPart> read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        Optional<String> column = Optional.empty();
        Optional<SourceText> text = Optional.empty();
        if (cursor.at("(")) {
            text = Optional.of(Texts.parenthesized(cursor));
        } else if (isCall(cursor)) {
            text = Optional.of(call(context));
        } else {
            column = Optional.of(context.name());
        }
        Extras found = extras.apply(context);
        boolean descending = !cursor.accept("ASC") && cursor.accept("DESC");
        Optional<IndexPart.Nulls> nulls = nulls(cursor);
        Optional<String> name = column;
        Optional<SourceText> source = text;
        return scope -> {
            Optional<Expression> computed =
                    source.map(written -> context.expression(written, scope));
            return new IndexPart(
                    name,
                    computed,
                    found.collation(),
                    found.operatorClass(),
                    descending,
                    nulls,
                    found.prefixLength());
        };
    }

    /** Takes where nulls sort. */
    public static Optional<IndexPart.Nulls> nulls(TokenCursor cursor) {
        if (cursor.accept("NULLS", "FIRST")) {
            return Optional.of(IndexPart.Nulls.FIRST);
        }
        return cursor.accept("NULLS", "LAST")
                ? Optional.of(IndexPart.Nulls.LAST)
                : Optional.empty();
    }

    private static boolean isCall(TokenCursor cursor) {
        int ahead = 1;
        while (cursor.peek(ahead).isSymbol(".")) {
            ahead += 2;
        }
        SqlToken opening = cursor.peek(ahead);
        return opening.isSymbol("(") || isBareCall(cursor.peek());
    }

    /** Returns whether a word is a call that needs no parentheses. */
    private static boolean isBareCall(SqlToken token) {
        return token.is("CURRENT_USER")
                || token.is("SESSION_USER")
                || token.is("CURRENT_DATE")
                || token.is("CURRENT_CATALOG");
    }

    private static SourceText call(DdlContext context) {
        TokenCursor cursor = context.cursor();
        int from = cursor.offset();
        while (!cursor.at("(") && !cursor.atAny(AFTER_CALL) && !cursor.at(",")) {
            cursor.next();
        }
        if (cursor.at("(")) {
            Texts.pass(cursor);
        }
        return new SourceText(cursor.slice(from, cursor.lastEnd()), from);
    }
}
