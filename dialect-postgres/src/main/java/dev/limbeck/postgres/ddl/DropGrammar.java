package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.ObjectKindTest;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.Cascade;
import dev.limbeck.diff.PartChange;
import dev.limbeck.postgres.ddl.clause.IndexGrammar;
import dev.limbeck.postgres.ddl.clause.Refused;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.ddl.clause.StatementTypes;
import dev.limbeck.postgres.ddl.table.JointDrop;
import dev.limbeck.postgres.ddl.table.OtherRelations;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code DROP}, from behind the word. */
final class DropGrammar {
    private static final Map<String, PartKind> PARTS =
            Map.of(
                    "TRIGGER", PartKind.TRIGGER,
                    "POLICY", PartKind.POLICY,
                    "RULE", PartKind.ATTACHMENT);

    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("DROP");
        for (Map.Entry<String, PartKind> entry : PARTS.entrySet()) {
            if (cursor.accept(entry.getKey())) {
                part(context, entry.getValue());
                return;
            }
        }
        if (cursor.accept("INDEX")) {
            indexes(context);
        } else if (cursor.accept("OWNED")) {
            cursor.expect("BY");
            Rest.pass(cursor);
            String reason = "what a role owns is dropped";
            StatementNotes.unknown(context, Optional.empty(), reason);
        } else if (!objects(context) && !outside(context)) {
            throw cursor.unexpected();
        }
    }

    /** Takes what belongs to no schema of a database. */
    static boolean outside(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean outside =
                cursor.at("DATABASE")
                        || cursor.at("ROLE")
                        || cursor.at("USER")
                        || cursor.at("GROUP")
                        || cursor.at("TABLESPACE");
        if (outside) {
            Rest.pass(cursor);
        }
        return outside;
    }

    private static boolean objects(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("MATERIALIZED", "VIEW")) {
            named(context, kind -> kind == ObjectKind.MATERIALIZED_VIEW);
        } else if (cursor.accept("TABLE")) {
            named(context, kind -> kind == ObjectKind.TABLE);
        } else if (cursor.accept("VIEW")) {
            named(context, kind -> kind == ObjectKind.VIEW);
        } else if (cursor.accept("SEQUENCE")) {
            named(context, kind -> kind == ObjectKind.SEQUENCE);
        } else if (cursor.accept("DOMAIN")) {
            named(context, kind -> kind == ObjectKind.DOMAIN);
        } else if (cursor.accept("TYPE")) {
            named(context, kind -> StatementTypes.isType(kind) && !kind.isRelation());
        } else if (cursor.accept("SCHEMA")) {
            listed(context, DropGrammar::namespace);
        } else if (cursor.accept("EXTENSION")) {
            listed(context, DropGrammar::extension);
        } else if (cursor.accept("FUNCTION")
                || cursor.accept("PROCEDURE")
                || cursor.accept("ROUTINE")) {
            listed(context, DropGrammar::routine);
        } else {
            Optional<OpaqueKind> opaque = OpaqueKind.read(cursor);
            opaque.ifPresent(kind -> listed(context, c -> opaque(c, kind)));
            return opaque.isPresent();
        }
        return true;
    }

    /** Takes a name and finds the object it names. */
    @FunctionalInterface
    private interface Lookup {
        /** Returns the object; empty where it isn't there. */
        Optional<ObjectId> find(DdlContext context);
    }

    private static void named(DdlContext context, ObjectKindTest kinds) {
        listed(context, c -> named(c, c.written(), kinds));
    }

    private static Optional<ObjectId> named(
            DdlContext context, WrittenName written, ObjectKindTest kinds) {
        if (IndexGrammar.isTemporary(context, written)) {
            context.session(context.session().withoutTemporary(written.name()));
            return Optional.of(TEMPORARY);
        }
        QualifiedName name = context.existingOf(written, kinds);
        return context.schema().named(name).stream()
                .map(SchemaObject::id)
                .filter(id -> kinds.accepts(id.kind()))
                .findFirst();
    }

    /** Stands for a table of the session, of which the schema knows nothing. */
    private static final ObjectId TEMPORARY =
            ObjectId.of(ObjectKind.TABLE, QualifiedName.of("pg_temp", "any"));

    private static Optional<ObjectId> namespace(DdlContext context) {
        int offset = context.cursor().offset();
        String name = context.schemaName(context.name());
        if (name.isEmpty()) {
            StatementNotes.notModelled(context, offset, "dropping the default schema");
            return Optional.of(TEMPORARY);
        }
        return context.schema().find(ObjectId.namespace(name)).map(SchemaObject::id);
    }

    private static Optional<ObjectId> extension(DdlContext context) {
        QualifiedName name = QualifiedName.of(context.name());
        return name.name().equals("plpgsql")
                ? Optional.of(TEMPORARY)
                : context.schema()
                        .find(ObjectId.of(ObjectKind.EXTENSION, name))
                        .map(SchemaObject::id);
    }

    private static Optional<ObjectId> routine(DdlContext context) {
        return RoutineGrammar.find(context, context.written()).map(SchemaObject::id);
    }

    private static Optional<ObjectId> opaque(DdlContext context, OpaqueKind kind) {
        return kind.existing(context).map(SchemaObject::id);
    }

    private static void listed(DdlContext context, Lookup lookup) {
        TokenCursor cursor = context.cursor();
        boolean ifExists = cursor.accept("IF", "EXISTS");
        List<ObjectId> dropped = new ArrayList<>();
        do {
            int offset = cursor.offset();
            int from = cursor.mark();
            context.at(offset);
            Optional<ObjectId> found = lookup.find(context);
            String name = cursor.slice(offset, cursor.lastEnd());
            if (found.isEmpty() && !ifExists && cursor.mark() > from) {
                throw context.missing(offset, "'" + name + "'");
            }
            found.filter(id -> !id.equals(TEMPORARY)).ifPresent(dropped::add);
        } while (cursor.accept(","));
        boolean cascade = cascade(cursor);
        if (cascade) {
            dropped.forEach(id -> cascade(context, id));
        } else {
            new JointDrop(context).drop(dropped);
        }
    }

    private static boolean cascade(TokenCursor cursor) {
        boolean cascade = cursor.accept("CASCADE");
        if (!cascade) {
            cursor.accept("RESTRICT");
        }
        return cascade;
    }

    private static void cascade(DdlContext context, ObjectId id) {
        if (context.schema().find(id).isPresent()) {
            context.changeAll(Cascade.drop(context.schema(), context.tools().rules(), id));
        }
    }

    private static void part(DdlContext context, PartKind kind) {
        TokenCursor cursor = context.cursor();
        boolean ifExists = cursor.accept("IF", "EXISTS");
        int offset = cursor.offset();
        String name = context.name();
        context.at(offset);
        cursor.expect("ON");
        WrittenName written = context.written();
        cascade(cursor);
        Optional<Relation> relation = context.schema().relation(context.relation(written));
        Optional<TablePart> part = relation.flatMap(found -> found.part(kind, name));
        boolean temporary = IndexGrammar.isTemporary(context, written);
        if (part.isEmpty() && !ifExists && !temporary) {
            throw context.missing(offset, kind.label() + " " + name + " of " + written.name());
        }
        part.ifPresent(
                gone -> context.change(new PartChange.Drop(relation.orElseThrow().id(), gone)));
    }

    private static void indexes(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("DROP INDEX");
        cursor.accept("CONCURRENTLY");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        List<OtherRelations.Found> found = new ArrayList<>();
        do {
            WrittenName written = context.written();
            context.at(written.offset());
            Optional<OtherRelations.Found> index = OtherRelations.find(context, written);
            if (index.isEmpty() && !ifExists) {
                throw context.missing(written.offset(), "index " + written.name());
            }
            if (index.filter(one -> one.part().kind() != PartKind.INDEX).isPresent()) {
                throw Refused.stillUsed(
                        written.offset(),
                        "index " + written.name() + " can't be dropped, its constraint can",
                        index.get().owner());
            }
            index.ifPresent(found::add);
        } while (cursor.accept(","));
        boolean cascade = cascade(cursor);
        for (OtherRelations.Found index : found) {
            if (cascade) {
                context.changeAll(
                        Cascade.dropPart(
                                context.schema(),
                                context.tools().rules(),
                                index.owner(),
                                index.part()));
            } else {
                context.change(new PartChange.Drop(index.owner(), index.part()));
            }
        }
    }
}
