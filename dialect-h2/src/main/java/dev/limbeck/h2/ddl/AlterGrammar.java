package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.h2.text.SystemNames;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.TablePart;
import java.util.List;
import java.util.Optional;

/** Reads {@code ALTER} of everything but tables. */
final class AlterGrammar {
    /** Takes a statement, from behind {@code ALTER}. */
    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("DOMAIN")) {
            DomainGrammar.alter(context);
        } else if (cursor.accept("SEQUENCE")) {
            sequence(context);
        } else if (cursor.accept("VIEW")) {
            view(context);
        } else if (cursor.accept("INDEX")) {
            index(context);
        } else if (cursor.accept("SCHEMA")) {
            schema(context);
        } else if (cursor.accept("USER")) {
            StatementNotes.notModelled(context, 0, "a user");
            StatementNotes.pass(cursor);
        } else {
            throw cursor.unexpected();
        }
    }

    private static void sequence(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER SEQUENCE");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.SEQUENCE);
        Optional<Sequence> found = context.schema().sequence(name);
        if (found.isEmpty()) {
            if (!ifExists) {
                throw context.missing(written.offset(), "sequence " + name);
            }
            StatementNotes.pass(cursor);
            return;
        }
        SequenceOptions options = CountingGrammar.options(context, found.get().counting());
        Sequence after = found.get().withCounting(options);
        if (!after.equals(found.get())) {
            context.change(new ObjectChange.Alter(found.get(), after));
        }
    }

    private static void view(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER VIEW");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.VIEW);
        ObjectId id = ObjectId.of(ObjectKind.VIEW, name);
        boolean there = context.schema().find(id).isPresent();
        if (!there && !ifExists) {
            throw context.missing(written.offset(), "view " + name);
        }
        if (cursor.accept("RECOMPILE")) {
            return;
        }
        cursor.expect("RENAME", "TO");
        QualifiedName newName = name.sibling(context.written().name());
        if (there) {
            context.change(new ObjectChange.Rename(id, newName));
        }
    }

    private static void index(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER INDEX");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        cursor.expect("RENAME", "TO");
        PartName newName = PartName.of(context.written().name());
        Parts.find(context, PartKind.INDEX, written, ifExists)
                .ifPresent(
                        found ->
                                context.change(
                                        new PartChange.Rename(
                                                found.owner(), found.part(), newName)));
    }

    private static void schema(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER SCHEMA");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        int offset = cursor.offset();
        String name = context.name();
        context.at(offset);
        cursor.expect("RENAME", "TO");
        QualifiedName newName = QualifiedName.of(context.name());
        ObjectId id = ObjectId.namespace(name);
        if (context.schema().find(id).isPresent() || !ifExists) {
            context.change(new ObjectChange.Rename(id, newName));
        }
    }

    /** Parts that statements name without their tables. */
    static final class Parts {
        /** A part and the relation it belongs to. */
        record Found(ObjectId owner, TablePart part) {}

        private Parts() {}

        /** Returns a part by its name. */
        static Optional<Found> find(
                DdlContext context, PartKind kind, WrittenName written, boolean mayMiss) {
            List<String> schemas =
                    written.isQualified()
                            ? List.of(context.schemaName(written.qualifier()))
                            : context.session().path();
            for (String schema : schemas) {
                QualifiedName name = QualifiedName.of(schema, written.name());
                for (PartKind candidate : kinds(kind)) {
                    for (ObjectId owner : context.schema().ownersOf(candidate, name)) {
                        return found(context, owner, candidate, written.name());
                    }
                }
            }
            boolean made = SystemNames.of(written.name()).origin() == PartName.Origin.ARBITRARY;
            if (made) {
                StatementNotes.unknown(
                        context,
                        Optional.empty(),
                        "which " + kind.label() + " bears the name " + written.name());
            } else if (!mayMiss) {
                throw context.missing(written.offset(), kind.label() + " " + written.name());
            }
            return Optional.empty();
        }

        private static List<PartKind> kinds(PartKind kind) {
            return kind == PartKind.TRIGGER
                    ? List.of(PartKind.TRIGGER, PartKind.ATTACHMENT)
                    : List.of(kind);
        }

        private static Optional<Found> found(
                DdlContext context, ObjectId owner, PartKind kind, String name) {
            SchemaObject object = context.schema().find(owner).orElseThrow();
            return ((Relation) object).part(kind, name).map(part -> new Found(owner, part));
        }
    }
}
