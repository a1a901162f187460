package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.ObjectKindTest;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.postgres.ddl.clause.IndexGrammar;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.model.IdentitySequences;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads on what privileges are granted. */
final class PrivilegeTargets {
    private static final Map<String, ObjectKindTest> ALL_IN_SCHEMA =
            Map.of(
                    "TABLES", ObjectKind::isRelation,
                    "SEQUENCES", kind -> kind == ObjectKind.SEQUENCE,
                    "FUNCTIONS", kind -> kind == ObjectKind.ROUTINE,
                    "PROCEDURES", kind -> kind == ObjectKind.ROUTINE,
                    "ROUTINES", kind -> kind == ObjectKind.ROUTINE);

    /**
     * Takes the objects.
     *
     * @param end the word behind them
     */
    List<SchemaObject> read(DdlContext context, String end) {
        TokenCursor cursor = context.cursor();
        for (Map.Entry<String, ObjectKindTest> entry : ALL_IN_SCHEMA.entrySet()) {
            if (cursor.accept("ALL", entry.getKey(), "IN", "SCHEMA")) {
                return allIn(context, entry.getKey(), entry.getValue());
            }
        }
        List<SchemaObject> objects = new ArrayList<>();
        if (cursor.accept("SCHEMA")) {
            do {
                namespace(context).ifPresent(objects::add);
            } while (cursor.accept(","));
        } else if (cursor.accept("FUNCTION")
                || cursor.accept("PROCEDURE")
                || cursor.accept("ROUTINE")) {
            do {
                objects.add(routine(context));
            } while (cursor.accept(","));
        } else if (cursor.accept("TYPE") || cursor.accept("DOMAIN")) {
            do {
                objects.add(TypeGrammar.existing(context, context.written()));
            } while (cursor.accept(","));
        } else if (isElsewhere(cursor)) {
            StatementNotes.notModelled(context, cursor.offset(), "this privilege");
            Rest.passTo(cursor, end);
        } else {
            relations(context, objects);
        }
        return objects;
    }

    private static boolean isElsewhere(TokenCursor cursor) {
        return cursor.at("DATABASE")
                || cursor.at("TABLESPACE")
                || cursor.at("LANGUAGE")
                || cursor.at("FOREIGN", "DATA")
                || cursor.at("FOREIGN", "SERVER")
                || cursor.at("LARGE", "OBJECT")
                || cursor.at("PARAMETER");
    }

    private static void relations(DdlContext context, List<SchemaObject> objects) {
        TokenCursor cursor = context.cursor();
        boolean sequences = cursor.accept("SEQUENCE");
        if (!sequences) {
            cursor.accept("TABLE");
        }
        do {
            WrittenName written = context.written();
            context.at(written.offset());
            if (!IndexGrammar.isTemporary(context, written)) {
                relation(context, written).ifPresent(objects::add);
            }
        } while (cursor.accept(","));
    }

    private static Optional<SchemaObject> relation(DdlContext context, WrittenName written) {
        Optional<SchemaObject> foreign = foreignTable(context, written);
        if (foreign.isPresent()) {
            return foreign;
        }
        ObjectKindTest kinds = kind -> kind.isRelation() || kind == ObjectKind.SEQUENCE;
        QualifiedName name = context.existingOf(written, kinds);
        Optional<SchemaObject> found =
                context.schema().named(name).stream()
                        .filter(object -> kinds.accepts(object.id().kind()))
                        .findFirst();
        if (found.isEmpty() && IdentitySequences.isOne(context, name)) {
            StatementNotes.notModelled(
                    context, written.offset(), "a privilege on an identity's sequence");
            return Optional.empty();
        }
        return Optional.of(found.orElseThrow(() -> context.missingTable(written.offset(), name)));
    }

    private static Optional<SchemaObject> foreignTable(DdlContext context, WrittenName written) {
        QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.OPAQUE);
        return context.schema()
                .find(new ObjectId(ObjectKind.OPAQUE, name, OpaqueKind.FOREIGN_TABLE.type()));
    }

    private static Optional<SchemaObject> namespace(DdlContext context) {
        int offset = context.cursor().offset();
        String name = context.schemaName(context.name());
        context.at(offset);
        if (name.isEmpty()) {
            StatementNotes.notModelled(context, offset, "a privilege on the default schema");
            return Optional.empty();
        }
        return Optional.of(
                context.schema()
                        .find(ObjectId.namespace(name))
                        .orElseThrow(() -> context.missing(offset, "schema " + name)));
    }

    private static Routine routine(DdlContext context) {
        WrittenName written = context.written();
        context.at(written.offset());
        return RoutineGrammar.existing(context, written);
    }

    private static List<SchemaObject> allIn(
            DdlContext context, String words, ObjectKindTest kinds) {
        List<SchemaObject> objects = new ArrayList<>();
        do {
            String schema = context.schemaName(context.name());
            for (SchemaObject object : context.schema().objects()) {
                boolean meant =
                        object.id().name().schema().equals(schema)
                                && kinds.accepts(object.id().kind())
                                && isMeant(object, words);
                if (meant) {
                    objects.add(object);
                }
            }
        } while (context.cursor().accept(","));
        return objects;
    }

    private static boolean isMeant(SchemaObject object, String words) {
        if (!(object instanceof Routine routine) || words.equals("ROUTINES")) {
            return true;
        }
        return words.equals("FUNCTIONS") == (routine.type() == Routine.Type.FUNCTION);
    }
}
