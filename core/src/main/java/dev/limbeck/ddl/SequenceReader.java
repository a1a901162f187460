package dev.limbeck.ddl;

import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.Optional;

/** Reads how a sequence or an identity counts. */
public final class SequenceReader {
    private SequenceReader() {}

    /**
     * Takes one option if one comes next.
     *
     * @param before what was said so far
     * @return what is said with it; empty where no option comes next
     */
    public static Optional<SequenceOptions> option(DdlContext context, SequenceOptions before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("AS")) {
            return Optional.of(before.withType(Optional.of(context.tools().types().read(context))));
        }
        if (cursor.accept("START")) {
            cursor.accept("WITH");
            return Optional.of(before.withStart(Optional.of(number(context))));
        }
        if (cursor.accept("INCREMENT")) {
            cursor.accept("BY");
            return Optional.of(before.withIncrement(Optional.of(number(context))));
        }
        if (cursor.accept("MINVALUE")) {
            return Optional.of(before.withMinimum(Optional.of(number(context))));
        }
        if (cursor.accept("MAXVALUE")) {
            return Optional.of(before.withMaximum(Optional.of(number(context))));
        }
        if (cursor.accept("NO", "MINVALUE") || cursor.accept("NOMINVALUE")) {
            return Optional.of(before.withMinimum(Optional.empty()));
        }
        if (cursor.accept("NO", "MAXVALUE") || cursor.accept("NOMAXVALUE")) {
            return Optional.of(before.withMaximum(Optional.empty()));
        }
        if (cursor.accept("NO", "CACHE") || cursor.accept("NOCACHE")) {
            return Optional.of(before.withCache(Optional.of(BigInteger.ONE)));
        }
        if (cursor.accept("CACHE")) {
            return Optional.of(before.withCache(Optional.of(number(context))));
        }
        if (cursor.accept("NO", "CYCLE") || cursor.accept("NOCYCLE")) {
            return Optional.of(before.withCycle(false));
        }
        return cursor.accept("CYCLE") ? Optional.of(before.withCycle(true)) : Optional.empty();
    }

    private static BigInteger number(DdlContext context) {
        int offset = context.cursor().offset();
        String digits = context.number();
        try {
            return new BigInteger(digits);
        } catch (NumberFormatException e) {
            throw context.cursor().problem(offset, "'" + digits + "' is not a whole number");
        }
    }
}
