package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.IndexPartReader;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads how tables are cut into partitions. */
public final class Partitions {
    private Partitions() {}

    /** Takes {@code RANGE (at)}, from behind {@code PARTITION BY}. */
    public static Function<ExpressionScope, Partitioning> by(DdlContext context) {
        TokenCursor cursor = context.cursor();
        String method = context.name();
        IndexPartReader reader = IndexGrammar.parts();
        List<Function<ExpressionScope, IndexPart>> keys = new ArrayList<>();
        cursor.expect("(");
        do {
            keys.add(reader.read(context));
        } while (cursor.accept(","));
        cursor.expect(")");
        return scope ->
                Partitioning.by(method, keys.stream().map(key -> key.apply(scope)).toList());
    }

    /** Returns whether a relation is cut into partitions of which there are some. */
    static boolean hasSome(DdlContext context, Relation relation) {
        return relation instanceof Table table
                && table.partitioning().isPresent()
                && !Inheritance.children(context.schema(), table.name()).isEmpty();
    }

    /** Takes {@code FOR VALUES …} or {@code DEFAULT}. */
    public static Expression bound(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("DEFAULT")) {
            return Expression.of("DEFAULT");
        }
        int from = cursor.offset();
        cursor.expect("FOR", "VALUES");
        if (cursor.accept("FROM")) {
            Texts.pass(cursor);
            cursor.expect("TO");
        } else if (!cursor.accept("IN")) {
            cursor.expect("WITH");
        }
        Texts.pass(cursor);
        return Expression.of(cursor.slice(from, cursor.lastEnd()));
    }
}
