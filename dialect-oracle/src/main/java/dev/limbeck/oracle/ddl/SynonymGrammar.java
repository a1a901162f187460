package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.oracle.text.OracleNames;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Synonym;
import java.util.Optional;

/** Reads synonyms. Those that every user sees live in a schema of their own, {@code PUBLIC}. */
final class SynonymGrammar {
    private SynonymGrammar() {}

    private static QualifiedName name(DdlContext context, boolean shared) {
        if (!shared) {
            return Made.name(context);
        }
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = QualifiedName.of(OracleNames.SHARED_SCHEMA, written.name());
        Made.namespace(context, name);
        return name;
    }

    /** Takes a synonym, from behind the word {@code SYNONYM}. */
    static void create(DdlContext context, boolean replace, boolean shared) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE SYNONYM");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        QualifiedName name = name(context, shared);
        cursor.expect("FOR");
        WrittenName target = context.written();
        if (cursor.accept("@")) {
            StatementNotes.notModelled(context, 0, "a synonym of something in another database");
            StatementNotes.pass(cursor);
            return;
        }
        cursor.requireEnd();
        QualifiedName meant =
                context.existing(target, candidate -> !context.schema().named(candidate).isEmpty());
        Synonym made = new Synonym(name, meant, shared, Details.none());
        if (ifNotExists && context.schema().find(made.id()).isPresent()) {
            return;
        }
        Made.put(context, made, replace);
    }

    /** Takes a synonym that is dropped, from behind the word {@code SYNONYM}. */
    static void drop(DdlContext context, boolean shared) {
        TokenCursor cursor = context.cursor();
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        cursor.accept("FORCE");
        context.at(written.offset());
        QualifiedName name =
                shared
                        ? QualifiedName.of(OracleNames.SHARED_SCHEMA, written.name())
                        : context.existingOf(written, kind -> kind == ObjectKind.SYNONYM);
        Optional<SchemaObject> there = context.schema().find(ObjectId.of(ObjectKind.SYNONYM, name));
        if (there.isEmpty() && !ifExists) {
            throw context.missing(written.offset(), "synonym " + name);
        }
        there.ifPresent(object -> context.change(new ObjectChange.Drop(object)));
    }
}
