package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Partitioning.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads how tables are cut into partitions. */
final class PartitionGrammar {
    private static final Set<String> IGNORED =
            Set.of("TABLESPACE", "MAX_ROWS", "MIN_ROWS", "NODEGROUP");

    private PartitionGrammar() {}

    /** Takes the clause from behind {@code PARTITION BY}. */
    static Function<ExpressionScope, Partitioning> read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        String linear = cursor.accept("LINEAR") ? "linear " : "";
        String word = cursor.word().toLowerCase(Locale.ROOT);
        boolean columns = cursor.accept("COLUMNS");
        String method = linear + word + (columns ? " columns" : "");
        boolean named = columns || word.equals("key");
        if (word.equals("key") && cursor.accept("ALGORITHM")) {
            cursor.accept("=");
            context.number();
        }
        List<String> names = named ? names(context) : List.of();
        Optional<SourceText> text =
                named ? Optional.empty() : Optional.of(Texts.parenthesized(cursor));
        int count = 0;
        if (cursor.accept("PARTITIONS")) {
            count = Integer.parseInt(context.number());
        }
        Options options = subpartition(cursor);
        List<Partition> partitions =
                cursor.at("(") ? partitions(context) : numbered(word, Math.max(1, count));
        return scope -> {
            List<IndexPart> keys = new ArrayList<>();
            names.forEach(name -> keys.add(IndexPart.column(name)));
            text.ifPresent(
                    source -> keys.add(IndexPart.expression(context.expression(source, scope))));
            return new Partitioning(method, keys, partitions, options);
        };
    }

    private static List<String> names(DdlContext context) {
        TokenCursor cursor = context.cursor();
        List<String> names = new ArrayList<>();
        cursor.expect("(");
        while (!cursor.accept(")")) {
            names.add(context.name());
            cursor.accept(",");
        }
        return names;
    }

    private static Options subpartition(TokenCursor cursor) {
        if (!cursor.accept("SUBPARTITION", "BY")) {
            return Options.none();
        }
        int from = cursor.offset();
        while (!cursor.at("(")) {
            cursor.next();
        }
        Texts.pass(cursor);
        if (cursor.accept("SUBPARTITIONS")) {
            cursor.next();
        }
        return Options.none().with("subpartition", cursor.slice(from, cursor.lastEnd()));
    }

    private static List<Partition> numbered(String method, int count) {
        List<Partition> partitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            partitions.add(new Partition(PartName.of("p" + i), Optional.empty(), Options.none()));
        }
        boolean counted = method.equals("hash") || method.equals("key");
        return counted ? partitions : List.of();
    }

    /** Takes partitions in parentheses. */
    static List<Partition> partitions(DdlContext context) {
        TokenCursor cursor = context.cursor();
        List<Partition> all = new ArrayList<>();
        cursor.expect("(");
        do {
            cursor.expect("PARTITION");
            all.add(partition(context));
        } while (cursor.accept(","));
        cursor.expect(")");
        return all;
    }

    private static Partition partition(DdlContext context) {
        TokenCursor cursor = context.cursor();
        PartName name = PartName.of(context.name());
        Optional<Expression> bound = Optional.empty();
        if (cursor.accept("VALUES")) {
            int from = cursor.offset();
            if (cursor.accept("LESS", "THAN")) {
                if (!cursor.accept("MAXVALUE")) {
                    Texts.pass(cursor);
                }
            } else {
                cursor.expect("IN");
                Texts.pass(cursor);
            }
            bound = Optional.of(Expression.of(cursor.slice(from, cursor.lastEnd())));
        }
        return new Partition(name, bound, options(context));
    }

    private static Options options(DdlContext context) {
        TokenCursor cursor = context.cursor();
        Options options = Options.none();
        while (!cursor.at(",") && !cursor.at(")")) {
            cursor.accept("STORAGE");
            if (cursor.accept("ENGINE")) {
                cursor.accept("=");
                cursor.next();
            } else if (cursor.accept("COMMENT")) {
                cursor.accept("=");
                options = options.with("comment", MySqlStrings.value(cursor.next().text()));
            } else if (cursor.atAny(IGNORED)) {
                cursor.next();
                cursor.accept("=");
                cursor.next();
            } else {
                throw cursor.unexpected();
            }
        }
        return options;
    }
}
