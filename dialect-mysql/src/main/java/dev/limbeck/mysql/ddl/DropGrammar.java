package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.Cascade;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code DROP}. */
final class DropGrammar {
    private static final Set<String> NOT_MODELLED =
            Set.of("USER", "ROLE", "SERVER", "TABLESPACE", "UNDO", "SPATIAL", "LOGFILE", "PACKAGE");

    private final DdlContext context;
    private final TokenCursor cursor;
    private final ServerVersion server;

    DropGrammar(DdlContext context, ServerVersion server) {
        this.context = context;
        this.server = server;
        this.cursor = context.cursor();
    }

    /** Takes a statement, from behind {@code DROP}. */
    void read() {
        if (cursor.accept("TEMPORARY")) {
            StatementNotes.pass(cursor);
        } else if (cursor.accept("TABLE") || cursor.accept("TABLES")) {
            tables();
        } else if (cursor.accept("VIEW")) {
            objects(ObjectKind.VIEW);
        } else if (cursor.accept("SEQUENCE")) {
            objects(ObjectKind.SEQUENCE);
        } else if (cursor.accept("INDEX") || cursor.accept("KEY")) {
            index();
        } else if (cursor.accept("TRIGGER")) {
            trigger();
        } else if (cursor.accept("PROCEDURE")) {
            routine(Routine.Type.PROCEDURE);
        } else if (cursor.accept("FUNCTION")) {
            routine(Routine.Type.FUNCTION);
        } else if (cursor.accept("EVENT")) {
            boolean ifExists = cursor.accept("IF", "EXISTS");
            WrittenName written = context.written();
            QualifiedName name = context.made(written);
            drop(context.schema().find(ProgramGrammar.event(name)), written, "event", ifExists);
        } else if (cursor.accept("DATABASE") || cursor.accept("SCHEMA")) {
            boolean ifExists = cursor.accept("IF", "EXISTS");
            WrittenName written = context.written();
            database(written, ifExists);
        } else if (cursor.atAny(NOT_MODELLED)) {
            StatementNotes.notModelled(context, 0, "a " + cursor.word().toLowerCase(Locale.ROOT));
            StatementNotes.pass(cursor);
        } else if (cursor.at("PREPARE")) {
            StatementNotes.pass(cursor);
        } else {
            throw cursor.unexpected();
        }
    }

    private void tail() {
        cursor.accept("RESTRICT");
        cursor.accept("CASCADE");
        if (cursor.accept("WAIT")) {
            context.number();
        }
        cursor.accept("NOWAIT");
    }

    private void drop(
            Optional<SchemaObject> found, WrittenName written, String what, boolean ifExists) {
        context.at(written.offset());
        if (found.isEmpty() && !ifExists) {
            throw context.missing(written.offset(), what + " " + written.name());
        }
        found.ifPresent(object -> context.change(new ObjectChange.Drop(object)));
    }

    private void tables() {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        List<Table> dropped = new ArrayList<>();
        do {
            WrittenName written = context.written();
            context.at(written.offset());
            QualifiedName name = context.relation(written);
            if (context.session().isTemporary(QualifiedName.of(written.name()))) {
                context.session(context.session().withoutTemporary(written.name()));
                continue;
            }
            Optional<Table> table = context.schema().table(name);
            if (table.isEmpty() && !ifExists) {
                throw context.missingTable(written.offset(), name);
            }
            table.ifPresent(dropped::add);
        } while (cursor.accept(","));
        tail();
        for (Table table : dropped) {
            for (ForeignKey key : table.foreignKeys()) {
                context.change(new PartChange.Drop(table.id(), key));
            }
        }
        for (Table table : dropped) {
            context.change(
                    new ObjectChange.Drop(context.schema().table(table.name()).orElseThrow()));
        }
    }

    private void objects(ObjectKind kind) {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        do {
            WrittenName written = context.written();
            QualifiedName name = context.existingOf(written, each -> each == kind);
            drop(context.schema().find(ObjectId.of(kind, name)), written, kind.label(), ifExists);
        } while (cursor.accept(","));
        tail();
    }

    private void index() {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        int offset = cursor.offset();
        String name = context.name();
        cursor.expect("ON");
        WrittenName on = context.written();
        while (cursor.accept("ALGORITHM") || cursor.accept("LOCK")) {
            cursor.accept("=");
            cursor.word();
        }
        tail();
        QualifiedName table = context.relation(on);
        Table found =
                context.schema()
                        .table(table)
                        .orElseThrow(() -> context.missingTable(on.offset(), table));
        boolean there = found.part(PartKind.INDEX, name).isPresent();
        if (name.equals("PRIMARY")) {
            found.primaryKey()
                    .ifPresent(key -> context.change(new PartChange.Drop(found.id(), key)));
            return;
        }
        if (ifExists && !there) {
            return;
        }
        TablePart part = AlterTable.part(context, found, PartKind.INDEX, name, offset);
        context.at(offset);
        context.change(new PartChange.Drop(found.id(), part));
        AlterTable.settle(context, table, server);
    }

    private void trigger() {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        QualifiedName name = context.made(written);
        context.at(written.offset());
        for (ObjectId owner : context.schema().ownersOf(PartKind.TRIGGER, name)) {
            Table table = context.schema().table(owner.name()).orElseThrow();
            table.part(PartKind.TRIGGER, written.name())
                    .ifPresent(part -> context.change(new PartChange.Drop(owner, part)));
            return;
        }
        if (!ifExists) {
            throw context.missing(written.offset(), "trigger " + written.name());
        }
    }

    private void routine(Routine.Type type) {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        QualifiedName name = context.made(written);
        drop(ProgramGrammar.named(context, name, type), written, type.label(), ifExists);
    }

    private void database(WrittenName written, boolean ifExists) {
        ObjectId id = ObjectId.namespace(written.name());
        context.at(written.offset());
        if (context.schema().find(id).isEmpty() && !ifExists) {
            throw context.missing(written.offset(), "database " + written.name());
        }
        if (context.schema().find(id).isPresent()) {
            context.changeAll(Cascade.drop(context.schema(), context.tools().rules(), id));
        }
    }
}
