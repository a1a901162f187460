package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.Cascade;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code DROP}. */
final class DropGrammar {
    private final DdlContext context;
    private final TokenCursor cursor;

    DropGrammar(DdlContext context) {
        this.context = context;
        this.cursor = context.cursor();
    }

    /** Takes a statement, from behind {@code DROP}. */
    void read() {
        if (cursor.accept("TABLE")) {
            table();
        } else if (cursor.accept("VIEW")) {
            object(ObjectKind.VIEW);
        } else if (cursor.accept("SEQUENCE")) {
            object(ObjectKind.SEQUENCE);
        } else if (cursor.accept("MATERIALIZED", "VIEW", "LOG")) {
            StatementNotes.notModelled(context, 0, "a log of a materialized view");
            StatementNotes.pass(cursor);
        } else if (cursor.accept("MATERIALIZED", "VIEW")) {
            object(ObjectKind.MATERIALIZED_VIEW);
        } else if (cursor.accept("PUBLIC", "SYNONYM")) {
            SynonymGrammar.drop(context, true);
        } else if (cursor.accept("SYNONYM")) {
            SynonymGrammar.drop(context, false);
        } else if (cursor.accept("INDEX")) {
            part(PartKind.INDEX);
        } else if (cursor.accept("TRIGGER")) {
            part(PartKind.TRIGGER);
        } else if (cursor.accept("PROCEDURE")) {
            routine(Routine.Type.PROCEDURE);
        } else if (cursor.accept("FUNCTION")) {
            routine(Routine.Type.FUNCTION);
        } else if (cursor.accept("USER")) {
            user();
        } else {
            other();
        }
    }

    private void other() {
        if (cursor.accept("PACKAGE", "BODY")) {
            opaque("package body");
        } else if (cursor.accept("TYPE", "BODY")) {
            opaque("type body");
        } else if (cursor.at("PACKAGE") || cursor.at("TYPE")) {
            unit(cursor.word().toLowerCase(Locale.ROOT));
        } else if (cursor.at("JAVA")
                || cursor.at("DATABASE", "LINK")
                || cursor.at("PUBLIC", "DATABASE")
                || cursor.atAny(CreateGrammar.NOT_READ)
                || cursor.atAny(StatementGrammar.NOT_MODELLED)) {
            StatementGrammar.notModelled(context);
        } else {
            throw cursor.unexpected();
        }
    }

    private void tail() {
        cursor.accept("FORCE");
        cursor.accept("VALIDATE");
        cursor.accept("PRESERVE", "TABLE");
        cursor.accept("ONLINE");
        cursor.requireEnd();
    }

    private void drop(
            Optional<? extends SchemaObject> found,
            WrittenName written,
            String what,
            boolean ifExists) {
        context.at(written.offset());
        if (found.isEmpty() && !ifExists) {
            throw context.missing(written.offset(), what + " " + written.name());
        }
        found.ifPresent(object -> context.change(new ObjectChange.Drop(object)));
    }

    /** Views and programs that use a table stay when it goes, and are broken. */
    private void table() {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        boolean cascade = cursor.accept("CASCADE", "CONSTRAINTS");
        cursor.accept("PURGE");
        cursor.requireEnd();
        context.at(written.offset());
        if (context.session().isTemporary(QualifiedName.of(written.name()))) {
            context.session(context.session().withoutTemporary(written.name()));
            return;
        }
        QualifiedName name = context.relation(written);
        Optional<Table> table = context.schema().table(name);
        if (table.isPresent() && cascade) {
            releaseFrom(name);
        }
        drop(context.schema().table(name), written, "table", ifExists);
    }

    private void releaseFrom(QualifiedName name) {
        for (Table other : context.schema().tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.table().equals(name) && !other.name().equals(name)) {
                    context.change(new PartChange.Drop(other.id(), key));
                }
            }
        }
    }

    private void object(ObjectKind kind) {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        QualifiedName name = context.existingOf(written, each -> each == kind);
        cursor.accept("CASCADE", "CONSTRAINTS");
        tail();
        drop(context.schema().find(ObjectId.of(kind, name)), written, kind.label(), ifExists);
    }

    private void part(PartKind kind) {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        cursor.accept("DEFERRED", "INVALIDATION");
        tail();
        context.at(written.offset());
        Optional<AlterGrammar.Found> found = AlterGrammar.find(context, kind, written);
        if (found.isPresent()) {
            context.change(new PartChange.Drop(found.get().owner(), found.get().part()));
            return;
        }
        Optional<SchemaObject> system =
                context.schema().find(ProgramGrammar.opaque(context.made(written), kind.label()));
        drop(system, written, kind.label(), ifExists);
    }

    private void routine(Routine.Type type) {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        tail();
        QualifiedName name = context.made(written);
        drop(
                context.schema().routines(name).stream()
                        .filter(routine -> routine.type() == type)
                        .findFirst(),
                written,
                type.label(),
                ifExists);
    }

    /** The body of a package or of a type goes with it. */
    private void unit(String kind) {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        tail();
        QualifiedName name = context.made(written);
        context.at(written.offset());
        context.schema()
                .find(ProgramGrammar.opaque(name, kind + " body"))
                .ifPresent(body -> context.change(new ObjectChange.Drop(body)));
        drop(context.schema().find(ProgramGrammar.opaque(name, kind)), written, kind, ifExists);
    }

    private void opaque(String kind) {
        if (cursor.at(kind.toUpperCase(Locale.ROOT))) {
            cursor.next();
        }
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        StatementNotes.pass(cursor);
        QualifiedName name = context.made(written);
        drop(context.schema().find(ProgramGrammar.opaque(name, kind)), written, kind, ifExists);
    }

    private void user() {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        boolean cascade = cursor.accept("CASCADE");
        context.at(written.offset());
        ObjectId id = ObjectId.namespace(written.name());
        Optional<SchemaObject> there = context.schema().find(id);
        if (there.isPresent() && cascade) {
            context.changeAll(Cascade.drop(context.schema(), context.tools().rules(), id));
        } else {
            drop(there, written, "user", ifExists);
        }
    }
}
