package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.Cascade;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.h2.type.H2Domains;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code DROP}. */
final class DropGrammar {
    /** Takes a statement, from behind {@code DROP}. */
    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("TABLE")) {
            tables(context);
        } else if (cursor.accept("ALL", "OBJECTS")) {
            cursor.accept("DELETE", "FILES");
            everything(context);
        } else if (cursor.accept("MATERIALIZED", "VIEW")) {
            object(context, ObjectKind.MATERIALIZED_VIEW, "materialized view");
        } else if (cursor.accept("VIEW")) {
            object(context, ObjectKind.VIEW, "view");
        } else if (cursor.accept("SEQUENCE")) {
            object(context, ObjectKind.SEQUENCE, "sequence");
        } else if (cursor.accept("DOMAIN") || cursor.accept("TYPE")) {
            object(context, ObjectKind.DOMAIN, "domain");
        } else if (cursor.accept("SYNONYM")) {
            object(context, ObjectKind.SYNONYM, "synonym");
        } else if (cursor.accept("ALIAS")) {
            object(context, ObjectKind.ROUTINE, "alias");
        } else if (cursor.at("CONSTANT") || cursor.at("AGGREGATE")) {
            object(context, ObjectKind.OPAQUE, cursor.word().toLowerCase(Locale.ROOT));
        } else if (cursor.accept("SCHEMA")) {
            schema(context);
        } else if (cursor.accept("INDEX")) {
            part(context, PartKind.INDEX);
        } else if (cursor.accept("TRIGGER")) {
            part(context, PartKind.TRIGGER);
        } else if (cursor.at("ROLE") || cursor.at("USER")) {
            StatementNotes.notModelled(context, 0, "a " + cursor.word().toLowerCase(Locale.ROOT));
            StatementNotes.pass(cursor);
        } else {
            throw cursor.unexpected();
        }
    }

    /** Reads what may follow a name; returns whether what depends on it goes too. */
    private static boolean tail(TokenCursor cursor) {
        boolean cascade = cascade(cursor);
        cursor.accept("IF", "EXISTS");
        return cascade;
    }

    private static boolean cascade(TokenCursor cursor) {
        boolean cascade = cursor.accept("CASCADE");
        cursor.accept("CONSTRAINTS");
        cursor.accept("RESTRICT");
        return cascade;
    }

    private static void tables(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("DROP TABLE");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        List<SchemaObject> dropped = new ArrayList<>();
        do {
            WrittenName written = context.written();
            context.at(written.offset());
            if (context.session().isTemporary(QualifiedName.of(written.name()))) {
                context.session(context.session().withoutTemporary(written.name()));
            } else {
                table(context, written, ifExists).ifPresent(dropped::add);
            }
        } while (cursor.accept(","));
        boolean all = tail(cursor);
        drop(context, dropped, all);
    }

    private static Optional<SchemaObject> table(
            DdlContext context, WrittenName written, boolean ifExists) {
        QualifiedName name =
                context.existing(written, candidate -> droppable(context, candidate).isPresent());
        Optional<SchemaObject> found = droppable(context, name);
        if (found.isEmpty() && !ifExists) {
            throw context.missingTable(written.offset(), name);
        }
        return found;
    }

    private static Optional<SchemaObject> droppable(DdlContext context, QualifiedName name) {
        return context.schema()
                .find(ObjectId.table(name))
                .or(
                        () ->
                                context.schema()
                                        .find(
                                                new ObjectId(
                                                        ObjectKind.OPAQUE, name, "linked table")));
    }

    private static void drop(DdlContext context, List<SchemaObject> dropped, boolean cascade) {
        Set<QualifiedName> names = new HashSet<>();
        dropped.forEach(object -> names.add(object.id().name()));
        for (SchemaObject object : dropped) {
            if (cascade) {
                cascade(context, object.id());
            } else if (object instanceof Table table) {
                releaseOthers(context, table, names);
            }
        }
        if (!cascade) {
            for (SchemaObject object : dropped) {
                context.schema()
                        .find(object.id())
                        .ifPresent(now -> context.change(new ObjectChange.Drop(now)));
            }
        }
    }

    /** Tables that go together may refer to each other. */
    private static void releaseOthers(DdlContext context, Table table, Set<QualifiedName> names) {
        for (ForeignKey key : table.foreignKeys()) {
            if (names.contains(key.table()) && !key.table().equals(table.name())) {
                context.change(new PartChange.Drop(table.id(), key));
            }
        }
    }

    private static void cascade(DdlContext context, ObjectId id) {
        if (context.schema().find(id).isPresent()) {
            context.changeAll(Cascade.drop(context.schema(), context.tools().rules(), id));
        }
    }

    private static void object(DdlContext context, ObjectKind kind, String word) {
        TokenCursor cursor = context.cursor();
        cursor.name("DROP " + word.toUpperCase(Locale.ROOT));
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name =
                context.existing(
                        written, candidate -> !found(context, kind, candidate, word).isEmpty());
        boolean cascade = tail(cursor);
        List<SchemaObject> found = found(context, kind, name, word);
        if (found.isEmpty() && !ifExists) {
            throw context.missing(written.offset(), word + " " + name);
        }
        for (SchemaObject object : found) {
            if (cascade && object instanceof Domain domain) {
                releaseColumns(context, domain);
            }
            if (cascade) {
                cascade(context, object.id());
            } else {
                context.change(new ObjectChange.Drop(object));
            }
        }
    }

    private static List<SchemaObject> found(
            DdlContext context, ObjectKind kind, QualifiedName name, String word) {
        List<SchemaObject> found = new ArrayList<>();
        for (SchemaObject object : context.schema().named(name)) {
            boolean fits =
                    kind == ObjectKind.OPAQUE
                            ? object.id().detail().equals(word)
                            : object.id().kind() == kind && isNoOverload(object);
            if (fits || (kind == ObjectKind.DOMAIN && isOpaqueDomain(object))) {
                found.add(object);
            }
        }
        return found;
    }

    private static boolean isNoOverload(SchemaObject object) {
        return !(object instanceof Routine routine) || routine.arguments().isEmpty();
    }

    private static boolean isOpaqueDomain(SchemaObject object) {
        return object.id().kind() == ObjectKind.OPAQUE
                && object.id().detail().equals(H2Domains.OPAQUE);
    }

    /** Columns of a domain that is dropped by force get the type beneath, and its default. */
    private static void releaseColumns(DdlContext context, Domain domain) {
        for (ObjectId user : context.schema().dependents(domain.id())) {
            if (!(context.schema().find(user).orElseThrow() instanceof Table table)) {
                continue;
            }
            for (Column column : table.columns()) {
                if (column.type().name().equals(domain.name())) {
                    Column after =
                            column.withType(domain.type())
                                    .withDefault(column.defaultValue().or(domain::defaultValue));
                    context.change(new ColumnChange.Alter(table.name(), column, after));
                }
            }
        }
    }

    private static void schema(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("DROP SCHEMA");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        int offset = cursor.offset();
        String name = context.name();
        context.at(offset);
        boolean cascade = tail(cursor);
        ObjectId id = ObjectId.namespace(name);
        Optional<SchemaObject> found = context.schema().find(id);
        if (found.isEmpty()) {
            if (!ifExists) {
                throw context.missing(offset, "schema " + name);
            }
        } else if (cascade) {
            cascade(context, id);
        } else {
            context.change(new ObjectChange.Drop(found.get()));
        }
    }

    private static void part(DdlContext context, PartKind kind) {
        TokenCursor cursor = context.cursor();
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        ifExists |= cursor.accept("IF", "EXISTS");
        AlterGrammar.Parts.find(context, kind, written, ifExists)
                .ifPresent(
                        found -> context.change(new PartChange.Drop(found.owner(), found.part())));
    }

    private static void everything(DdlContext context) {
        List<ObjectId> all = new ArrayList<>();
        context.schema().objects().forEach(object -> all.add(object.id()));
        all.forEach(id -> cascade(context, id));
    }
}
