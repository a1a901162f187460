package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SequenceReader;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import java.util.Locale;
import java.util.Optional;

/** Reads sequences, and how identity columns count. */
final class SequenceGrammar {

    private SequenceGrammar() {}

    /** Takes a sequence, from behind the word {@code SEQUENCE}. */
    static void create(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE SEQUENCE");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        QualifiedName name = Made.name(context);
        if (cursor.accept("SHARING")) {
            cursor.expect("=");
            cursor.word();
        }
        SequenceOptions counting = SequenceOptions.defaults();
        while (!cursor.atEnd()) {
            counting = required(context, counting);
        }
        Sequence made = Sequence.of(name).withCounting(counting);
        if (!ifNotExists || context.schema().find(made.id()).isEmpty()) {
            Made.put(context, made, false);
        }
    }

    /** Takes what is changed of a sequence, from behind the word {@code SEQUENCE}. */
    static void alter(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER SEQUENCE");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.SEQUENCE);
        Optional<Sequence> before = context.schema().sequence(name);
        if (before.isEmpty() && !ifExists) {
            throw context.missing(written.offset(), "sequence " + name);
        }
        SequenceOptions counting =
                before.map(Sequence::counting).orElse(SequenceOptions.defaults());
        while (!cursor.atEnd()) {
            counting = required(context, counting);
        }
        if (before.isPresent() && !counting.equals(before.get().counting())) {
            context.change(
                    new ObjectChange.Alter(before.get(), before.get().withCounting(counting)));
        }
    }

    private static SequenceOptions required(DdlContext context, SequenceOptions before) {
        return option(context, before).orElseThrow(() -> context.cursor().unexpected());
    }

    /** Takes one option if one comes next. */
    static Optional<SequenceOptions> option(DdlContext context, SequenceOptions before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("ORDER")) {
            return Optional.of(
                    before.withOptions(before.options().with(OracleOptions.ORDERED, "")));
        }
        if (cursor.accept("NOORDER")) {
            return Optional.of(before.withOptions(before.options().without(OracleOptions.ORDERED)));
        }
        if (cursor.accept("RESTART")) {
            // Where it goes on is data.
            if (cursor.accept("START")) {
                cursor.expect("WITH");
                context.number();
            }
            return Optional.of(before);
        }
        if (cursor.accept("START", "WITH", "LIMIT", "VALUE")) {
            return Optional.of(before);
        }
        for (String word : new String[] {"KEEP", "SCALE", "SHARD", "SESSION"}) {
            Optional<SequenceOptions> said = setting(cursor, before, word);
            if (said.isPresent()) {
                return said;
            }
        }
        if (cursor.accept("NOKEEP")
                || cursor.accept("NOSCALE")
                || cursor.accept("NOSHARD")
                || cursor.accept("GLOBAL")) {
            return Optional.of(before);
        }
        return SequenceReader.option(context, before);
    }

    private static Optional<SequenceOptions> setting(
            TokenCursor cursor, SequenceOptions before, String word) {
        if (!cursor.accept(word)) {
            return Optional.empty();
        }
        boolean extended = cursor.accept("EXTEND");
        boolean plain = !extended && cursor.accept("NOEXTEND");
        Options options =
                before.options()
                        .with(word.toLowerCase(Locale.ROOT), extended && !plain ? "extend" : "");
        return Optional.of(before.withOptions(options));
    }
}
