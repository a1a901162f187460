package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.oracle.text.OracleText;
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
import java.util.function.Function;

/** Reads how a table is cut into partitions. */
final class PartitionGrammar {

    private PartitionGrammar() {}

    /** Takes a partitioning, from behind {@code PARTITION BY}. */
    static Function<ExpressionScope, Partitioning> read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        String method = cursor.word().toLowerCase(Locale.ROOT);
        Options options = Options.none();
        if (method.equals("reference")) {
            cursor.expect("(");
            options = options.with(OracleOptions.REFERENCE, context.name());
            cursor.expect(")");
        }
        List<String> columns =
                cursor.at("(") && !method.equals("reference") && !method.equals("system")
                        ? context.names().list()
                        : List.of();
        boolean more = true;
        while (more) {
            if (cursor.accept("INTERVAL")) {
                options = options.with(OracleOptions.INTERVAL, Texts.parenthesized(cursor).text());
            } else if (cursor.accept("AUTOMATIC")) {
                options = options.with(OracleOptions.AUTOMATIC, "");
            } else if (cursor.accept("STORE", "IN")) {
                Texts.pass(cursor);
            } else if (cursor.accept("SUBPARTITION", "BY")) {
                options = options.with(OracleOptions.SUBPARTITION, subpartition(cursor));
            } else {
                more = false;
            }
        }
        List<Partition> partitions = partitions(context);
        Options said = options;
        return scope ->
                new Partitioning(
                        method, columns.stream().map(IndexPart::column).toList(), partitions, said);
    }

    private static List<Partition> partitions(DdlContext context) {
        TokenCursor cursor = context.cursor();
        List<Partition> partitions = new ArrayList<>();
        if (cursor.accept("PARTITIONS")) {
            int count = Integer.parseInt(context.number());
            for (int i = 0; i < count; i++) {
                partitions.add(new Partition(PartName.unknown(), Optional.empty(), Options.none()));
            }
            if (cursor.accept("STORE", "IN")) {
                Texts.pass(cursor);
            }
        } else if (cursor.accept("(")) {
            do {
                cursor.expect("PARTITION");
                partitions.add(partition(context));
            } while (cursor.accept(","));
            cursor.expect(")");
        }
        return partitions;
    }

    /** Takes how partitions are cut again, up to their own list. */
    private static String subpartition(TokenCursor cursor) {
        int from = cursor.offset();
        cursor.word();
        Texts.pass(cursor);
        if (cursor.accept("SUBPARTITION", "TEMPLATE")) {
            if (cursor.at("(")) {
                Texts.pass(cursor);
            } else {
                cursor.next();
            }
        } else if (cursor.accept("SUBPARTITIONS")) {
            cursor.next();
        }
        return OracleText.spaced(cursor.slice(from, cursor.lastEnd()));
    }

    /** Takes a partition, from behind the word {@code PARTITION}. */
    static Partition partition(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean named = context.names().isNext() && !cursor.at("VALUES");
        PartName name = named ? PartName.of(context.name()) : PartName.unknown();
        Optional<Expression> bound = Optional.empty();
        if (cursor.accept("VALUES")) {
            int from = cursor.offset();
            cursor.accept("LESS", "THAN");
            Texts.pass(cursor);
            bound = Optional.of(Expression.of(cursor.slice(from, cursor.lastEnd())));
        }
        Options options = Options.none();
        boolean more = true;
        while (more) {
            if (cursor.accept("READ", "ONLY")) {
                options = options.with(OracleOptions.READ_ONLY, "");
            } else if (cursor.at("(") || cursor.at("SUBPARTITIONS")) {
                options = options.with(OracleOptions.SUBPARTITION, subpartitions(cursor));
            } else {
                more =
                        cursor.accept("READ", "WRITE")
                                || cursor.accept("INDEXING", "ON")
                                || cursor.accept("INDEXING", "OFF")
                                || PhysicalClauses.pass(cursor);
            }
        }
        return new Partition(name, bound, options);
    }

    private static String subpartitions(TokenCursor cursor) {
        int from = cursor.offset();
        if (cursor.accept("SUBPARTITIONS")) {
            cursor.next();
        } else {
            Texts.pass(cursor);
        }
        return OracleText.spaced(cursor.slice(from, cursor.lastEnd()));
    }
}
