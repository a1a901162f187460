package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.Optional;

/** Finds and puts the objects that statements name. */
final class Made {
    private Made() {}

    /**
     * Takes the name of something that is made. The schema of another user becomes known by being
     * named: a script seldom makes users.
     */
    static QualifiedName name(DdlContext context) {
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        namespace(context, name);
        return name;
    }

    static void namespace(DdlContext context, QualifiedName name) {
        boolean known =
                name.inDefaultSchema()
                        || context.schema().find(ObjectId.namespace(name.schema())).isPresent();
        if (!known) {
            context.change(new ObjectChange.Create(Namespace.of(name.schema())));
        }
    }

    /** Takes the name of a table that is there. */
    static Table table(DdlContext context) {
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.relation(written);
        return context.schema()
                .table(name)
                .orElseThrow(() -> context.missing(written.offset(), "table " + name));
    }

    /** Takes the name of a table, view or materialized view that is there. */
    static Relation relation(DdlContext context) {
        WrittenName written = context.written();
        context.at(written.offset());
        return relation(context, written);
    }

    /** Returns the table, view or materialized view of a name, through a synonym too. */
    static Relation relation(DdlContext context, WrittenName written) {
        QualifiedName name = context.relation(written);
        return context.schema()
                .relation(name)
                .or(
                        () ->
                                context.schema()
                                        .find(ObjectId.of(ObjectKind.SYNONYM, name))
                                        .map(Synonym.class::cast)
                                        .flatMap(
                                                other -> context.schema().relation(other.target())))
                .orElseThrow(() -> context.missing(written.offset(), "table or view " + name));
    }

    /**
     * Makes an object, or puts it in the place of the one that is there.
     *
     * @param replaces whether one may be there already
     */
    static void put(DdlContext context, SchemaObject made, boolean replaces) {
        ObjectId id = made.id();
        context.element(0, id);
        Optional<SchemaObject> there = replaces ? context.schema().find(id) : Optional.empty();
        if (there.isEmpty()) {
            context.change(new ObjectChange.Create(made));
            return;
        }
        SchemaObject before = there.get();
        SchemaObject after = made.withDetails(before.details());
        if (after instanceof View view && before instanceof View old) {
            options(context, id, old.options(), view.options());
            before = context.schema().find(id).orElseThrow();
            // Triggers stay when a view is replaced; comments on it go.
            after = view.withParts(old.parts()).withColumnComments(old.columnComments());
        }
        if (!after.equals(before)) {
            context.change(new ObjectChange.Alter(before, after));
        }
    }

    private static void options(DdlContext context, ObjectId id, Options before, Options after) {
        if (!before.equals(after)) {
            context.change(new TableChange.SetOptions(id, before, after));
        }
    }

    /** Sets a comment, or takes it away. */
    static void comment(
            DdlContext context,
            ObjectId owner,
            Optional<DetailChange.SetComment.CommentedPart> part,
            Optional<String> before,
            Optional<String> after) {
        if (!before.equals(after)) {
            context.change(new DetailChange.SetComment(owner, part, before, after));
        }
    }
}
