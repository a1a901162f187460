package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SequenceReader;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.model.IdentitySequences;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.sql.SqlToken;
import java.util.Optional;

/** Reads {@code CREATE SEQUENCE} and {@code ALTER SEQUENCE}. */
public final class SequenceGrammar {
    /** Takes a sequence, from behind the word {@code SEQUENCE}. */
    public void create(DdlContext context, Persistence persistence) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE SEQUENCE");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        if (persistence == Persistence.TEMPORARY) {
            Rest.pass(cursor);
            return;
        }
        QualifiedName name = context.made(written);
        Sequence sequence = Sequence.of(name).withPersistence(persistence);
        sequence = options(context, sequence);
        if (ifNotExists && context.schema().sequence(name).isPresent()) {
            return;
        }
        context.element(0, sequence.id());
        context.change(new ObjectChange.Create(sequence));
    }

    /** Takes options to the end of the statement. */
    private static Sequence options(DdlContext context, Sequence before) {
        TokenCursor cursor = context.cursor();
        Sequence sequence = before;
        while (!cursor.atEnd()) {
            Optional<SequenceOptions> options = SequenceReader.option(context, sequence.counting());
            if (options.isPresent()) {
                sequence = sequence.withCounting(options.get());
            } else if (cursor.accept("OWNED", "BY")) {
                sequence = sequence.withOwnedBy(owner(context));
            } else if (cursor.accept("RESTART")) {
                restart(context);
            } else {
                throw cursor.unexpected();
            }
        }
        return sequence;
    }

    private static void restart(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean value =
                cursor.accept("WITH")
                        || cursor.at("-")
                        || cursor.peek().kind() == SqlToken.Kind.NUMBER;
        if (value) {
            context.number();
        }
    }

    private static Optional<Sequence.OwningColumn> owner(DdlContext context) {
        if (context.cursor().accept("NONE")) {
            return Optional.empty();
        }
        WrittenName written = context.written();
        if (!written.isQualified()) {
            throw context.cursor().problem(written.offset(), "a column is missing");
        }
        QualifiedName table = context.relation(written.owner());
        return Optional.of(new Sequence.OwningColumn(table, written.name()));
    }

    /** Takes what is altered, from behind the word {@code SEQUENCE}. */
    public void alter(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER SEQUENCE");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.SEQUENCE);
        Optional<Sequence> found = context.schema().sequence(name);
        if (found.isEmpty()) {
            missing(context, written, name, ifExists);
            return;
        }
        alter(context, found.get());
    }

    /** The sequence behind an identity is no object of its own. */
    private static void missing(
            DdlContext context, WrittenName written, QualifiedName name, boolean ifExists) {
        if (!ifExists && !IdentitySequences.isOne(context, name)) {
            throw context.missing(written.offset(), "sequence " + name);
        }
        Rest.pass(context.cursor());
    }

    /** Takes what is altered, from behind the name. */
    public void alter(DdlContext context, Sequence before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("RENAME", "TO")) {
            QualifiedName newName = before.name().sibling(context.name());
            context.change(new ObjectChange.Rename(before.id(), newName));
        } else if (cursor.accept("SET", "SCHEMA")) {
            String schema = context.schemaName(context.name());
            context.change(
                    new ObjectChange.Rename(
                            before.id(), QualifiedName.of(schema, before.name().name())));
        } else if (cursor.accept("OWNER", "TO")) {
            context.names().label();
        } else if (cursor.accept("SET", "LOGGED")) {
            change(context, before, before.withPersistence(Persistence.PERMANENT));
        } else if (cursor.accept("SET", "UNLOGGED")) {
            change(context, before, before.withPersistence(Persistence.UNLOGGED));
        } else {
            change(context, before, options(context, before));
        }
    }

    private static void change(DdlContext context, Sequence before, Sequence after) {
        if (!before.equals(after)) {
            context.change(new ObjectChange.Alter(before, after));
        }
    }
}
