package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SequenceReader;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.Optional;

/** Reads how sequences and identity columns count, with H2's own words. */
final class CountingGrammar {
    private CountingGrammar() {}

    /** Takes all options there are. */
    static SequenceOptions options(DdlContext context, SequenceOptions before) {
        SequenceOptions options = before;
        Optional<SequenceOptions> next = option(context, options);
        while (next.isPresent()) {
            options = next.get();
            next = option(context, options);
        }
        return options;
    }

    /** Takes one option if one comes next. */
    static Optional<SequenceOptions> option(DdlContext context, SequenceOptions before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("EXHAUSTED")) {
            return Optional.of(before.withCycle(false));
        }
        if (cursor.accept("RESTART")) {
            if (cursor.accept("WITH")) {
                passValue(context);
            }
            return Optional.of(before);
        }
        if (cursor.accept("BELONGS_TO_TABLE")) {
            return Optional.of(before);
        }
        Optional<SequenceOptions> read = SequenceReader.option(context, before);
        return read.map(CountingGrammar::withCache);
    }

    /** A cache of nothing is none. */
    private static SequenceOptions withCache(SequenceOptions options) {
        return options.cache().filter(value -> value.signum() == 0).isPresent()
                ? options.withCache(Optional.of(BigInteger.ONE))
                : options;
    }

    /** Passes over a number, or a query in parentheses: where the counter stands is data. */
    private static void passValue(DdlContext context) {
        if (context.cursor().at("(")) {
            Texts.pass(context.cursor());
        } else {
            context.number();
        }
    }
}
