package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import java.util.Optional;
import java.util.Set;

/** Reads {@code ALTER} of anything but tables. */
final class AlterGrammar {
    private static final Set<String> PROGRAMS =
            Set.of("PROCEDURE", "FUNCTION", "PACKAGE", "VIEW", "SYNONYM", "JAVA", "LIBRARY");

    private final AlterTable tables = new AlterTable();

    /**
     * A part of a relation.
     *
     * @param owner the relation
     */
    record Found(ObjectId owner, TablePart part) {}

    /** Takes a statement, from behind {@code ALTER}. */
    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("TABLE")) {
            tables.read(context);
        } else if (cursor.accept("SESSION")) {
            StatementGrammar.session(context);
        } else if (cursor.accept("INDEX")) {
            index(context);
        } else if (cursor.accept("SEQUENCE")) {
            SequenceGrammar.alter(context);
        } else if (cursor.accept("TRIGGER")) {
            trigger(context);
        } else if (cursor.accept("MATERIALIZED", "VIEW", "LOG")) {
            StatementNotes.notModelled(context, 0, "a log of a materialized view");
            StatementNotes.pass(cursor);
        } else if (cursor.accept("MATERIALIZED", "VIEW")) {
            materialized(context);
        } else if (cursor.accept("TYPE")) {
            type(context);
        } else if (cursor.atAny(PROGRAMS)) {
            StatementNotes.pass(cursor);
        } else if (cursor.at("USER")
                || cursor.atAny(CreateGrammar.NOT_READ)
                || cursor.atAny(StatementGrammar.NOT_MODELLED)) {
            StatementGrammar.notModelled(context);
        } else {
            throw cursor.unexpected();
        }
    }

    /** Finds a part by its name, wherever it is; there is one of a name in a schema. */
    static Optional<Found> find(DdlContext context, PartKind kind, WrittenName written) {
        QualifiedName name = context.made(written);
        return context.schema().ownersOf(kind, name).stream()
                .findFirst()
                .map(
                        owner ->
                                new Found(
                                        owner,
                                        ((Relation) context.schema().find(owner).orElseThrow())
                                                .part(kind, name.name())
                                                .orElseThrow()));
    }

    private static Found required(DdlContext context, PartKind kind, WrittenName written) {
        return find(context, kind, written)
                .orElseThrow(
                        () ->
                                context.missing(
                                        written.offset(), kind.label() + " " + written.name()));
    }

    private static void index(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER INDEX");
        cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        if (cursor.accept("RENAME", "TO")) {
            String to = context.name();
            Optional<Found> found = find(context, PartKind.INDEX, written);
            // The index of a key may have another name than the key, which is not kept.
            found.ifPresent(
                    part ->
                            context.change(
                                    new PartChange.Rename(
                                            part.owner(), part.part(), PartName.of(to))));
            return;
        }
        boolean shown = cursor.accept("VISIBLE");
        boolean hidden = !shown && cursor.accept("INVISIBLE");
        if (!shown && !hidden) {
            rebuild(context);
            return;
        }
        Found found = required(context, PartKind.INDEX, written);
        Index index = (Index) found.part();
        Options options =
                hidden
                        ? index.options().with(Options.INVISIBLE, "")
                        : index.options().without(Options.INVISIBLE);
        if (!options.equals(index.options())) {
            context.change(new PartChange.Alter(found.owner(), index, index.withOptions(options)));
        }
    }

    /** What else is done to an index leaves its definition as it is. */
    private static void rebuild(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.at("REBUILD")) {
            StatementNotes.notModelled(context, 0, "how an index is stored");
        }
        StatementNotes.pass(cursor);
    }

    private static void trigger(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER TRIGGER");
        cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        Optional<Found> found = find(context, PartKind.TRIGGER, written);
        if (found.isEmpty()) {
            // One of a schema or a database is known by its text.
            StatementNotes.pass(cursor);
            StatementNotes.unknown(
                    context,
                    Optional.of(ProgramGrammar.opaque(context.made(written), "trigger")),
                    "ALTER TRIGGER changes trigger " + written.name());
            return;
        }
        Trigger before = (Trigger) found.get().part();
        if (cursor.accept("RENAME", "TO")) {
            context.change(
                    new PartChange.Rename(
                            found.get().owner(), before, PartName.of(context.name())));
            return;
        }
        boolean enable = cursor.accept("ENABLE");
        if (enable || cursor.accept("DISABLE")) {
            Trigger.State state = enable ? Trigger.State.ENABLED : Trigger.State.DISABLED;
            if (before.state() != state) {
                context.change(
                        new PartChange.Alter(found.get().owner(), before, before.withState(state)));
            }
            return;
        }
        StatementNotes.pass(cursor);
    }

    private static void materialized(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER MATERIALIZED VIEW");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name =
                context.existingOf(written, kind -> kind == ObjectKind.MATERIALIZED_VIEW);
        MaterializedView view =
                context.schema()
                        .find(ObjectId.of(ObjectKind.MATERIALIZED_VIEW, name))
                        .map(MaterializedView.class::cast)
                        .orElseThrow(
                                () ->
                                        context.missing(
                                                written.offset(), "materialized view " + name));
        Options after = view.options();
        while (!cursor.atEnd()) {
            if (cursor.accept("DISABLE", "QUERY", "REWRITE")) {
                after = after.without(OracleOptions.QUERY_REWRITE);
            } else if (!cursor.accept("COMPILE") && !cursor.accept("CONSIDER", "FRESH")) {
                after = ViewGrammar.setting(context, after);
            }
        }
        if (!after.equals(view.options())) {
            context.change(new TableChange.SetOptions(view.id(), view.options(), after));
        }
    }

    /** A type that is compiled stays as it is; one whose attributes change is known no more. */
    private static void type(DdlContext context) {
        TokenCursor cursor = context.cursor();
        WrittenName written = context.written();
        boolean compile = cursor.at("COMPILE");
        StatementNotes.pass(cursor);
        if (!compile) {
            StatementNotes.unknown(
                    context,
                    Optional.of(ProgramGrammar.type(context.made(written))),
                    "ALTER TYPE changes type " + written.name());
        }
    }
}
