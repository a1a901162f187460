package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.postgres.ddl.clause.IndexGrammar;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.ddl.table.AlterTarget;
import dev.limbeck.postgres.ddl.table.ConstraintActions;
import dev.limbeck.postgres.ddl.table.OtherRelations;
import dev.limbeck.postgres.model.IdentitySequences;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.Map;
import java.util.Optional;

/** Reads {@code COMMENT ON}, from behind the word {@code ON}. */
final class CommentGrammar {
    /** A thing that has a comment, and the comment it has. */
    private record Subject(
            ObjectId owner,
            Optional<DetailChange.SetComment.CommentedPart> part,
            Optional<String> comment) {}

    private static final Map<String, PartKind> PARTS =
            Map.of(
                    "CONSTRAINT", PartKind.CONSTRAINT,
                    "TRIGGER", PartKind.TRIGGER,
                    "POLICY", PartKind.POLICY,
                    "RULE", PartKind.ATTACHMENT);

    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("COMMENT");
        int offset = cursor.offset();
        Optional<Subject> subject = subject(context);
        cursor.expect("IS");
        Optional<String> after = text(context);
        context.at(offset);
        if (subject.isEmpty() || subject.get().comment().equals(after)) {
            return;
        }
        context.change(
                new DetailChange.SetComment(
                        subject.get().owner(),
                        subject.get().part(),
                        subject.get().comment(),
                        after));
    }

    private static Optional<String> text(DdlContext context) {
        return context.cursor().accept("NULL")
                ? Optional.empty()
                : Optional.of(context.string()).filter(text -> !text.isEmpty());
    }

    /** Takes what the comment is on; empty where it is nothing that the schema keeps. */
    private Optional<Subject> subject(DdlContext context) {
        TokenCursor cursor = context.cursor();
        for (Map.Entry<String, PartKind> entry : PARTS.entrySet()) {
            if (cursor.accept(entry.getKey())) {
                return part(context, entry.getValue());
            }
        }
        if (cursor.accept("COLUMN")) {
            return Optional.of(column(context));
        }
        if (cursor.accept("INDEX")) {
            return index(context);
        }
        if (cursor.accept("MATERIALIZED", "VIEW")
                || cursor.accept("TABLE")
                || cursor.accept("VIEW")) {
            return Optional.of(of(IndexGrammar.relation(context, context.written())));
        }
        return other(context);
    }

    private static Subject of(SchemaObject object) {
        return new Subject(object.id(), Optional.empty(), object.details().comment());
    }

    private Optional<Subject> other(DdlContext context) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        if (cursor.accept("SCHEMA")) {
            return namespace(context);
        }
        if (cursor.accept("SEQUENCE")) {
            return sequence(context);
        }
        if (cursor.accept("TYPE") || cursor.accept("DOMAIN")) {
            return Optional.of(of(TypeGrammar.existing(context, context.written())));
        }
        if (cursor.accept("EXTENSION")) {
            context.name();
            StatementNotes.notModelled(context, offset, "the comment on an extension");
            return Optional.empty();
        }
        if (cursor.accept("FUNCTION") || cursor.accept("PROCEDURE") || cursor.accept("ROUTINE")) {
            Routine routine = RoutineGrammar.existing(context, context.written());
            return Optional.of(of(routine));
        }
        Optional<OpaqueKind> kind = OpaqueKind.read(cursor);
        Optional<SchemaObject> object = kind.flatMap(found -> found.existing(context));
        if (object.isEmpty()) {
            Rest.passTo(cursor, "IS");
            StatementNotes.notModelled(context, offset, "this comment");
        }
        return object.map(CommentGrammar::of);
    }

    private static Optional<Subject> namespace(DdlContext context) {
        int offset = context.cursor().offset();
        String name = context.schemaName(context.name());
        if (name.isEmpty()) {
            StatementNotes.notModelled(context, offset, "the comment on the default schema");
            return Optional.empty();
        }
        return Optional.of(
                context.schema()
                        .find(ObjectId.namespace(name))
                        .map(CommentGrammar::of)
                        .orElseThrow(() -> context.missing(offset, "schema " + name)));
    }

    private static Optional<Subject> sequence(DdlContext context) {
        WrittenName written = context.written();
        QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.SEQUENCE);
        Optional<Subject> found = context.schema().sequence(name).map(CommentGrammar::of);
        if (found.isEmpty() && !IdentitySequences.isOne(context, name)) {
            throw context.missing(written.offset(), "sequence " + name);
        }
        if (found.isEmpty()) {
            StatementNotes.notModelled(
                    context, written.offset(), "the comment on an identity's sequence");
        }
        return found;
    }

    private static Subject column(DdlContext context) {
        WrittenName written = context.written();
        String name = written.name();
        QualifiedName owner =
                context.existingOf(
                        written.owner(),
                        kind -> kind.isRelation() || kind == ObjectKind.COMPOSITE_TYPE);
        Optional<SchemaObject> composite =
                context.schema().find(ObjectId.of(ObjectKind.COMPOSITE_TYPE, owner));
        if (composite.isPresent()) {
            return attribute(context, (CompositeType) composite.get(), written);
        }
        Relation relation = IndexGrammar.relation(context, written.owner());
        Optional<String> comment;
        if (relation instanceof Table table) {
            Optional<Column> column = Inheritance.column(context.schema(), table, name);
            comment =
                    column.orElseThrow(
                                    () ->
                                            context.missing(
                                                    written.offset(),
                                                    "column " + name + " of " + table.id()))
                            .comment();
        } else if (relation instanceof View view) {
            comment = Optional.ofNullable(view.columnComments().get(name));
        } else {
            comment = Optional.ofNullable(((MaterializedView) relation).columnComments().get(name));
        }
        return new Subject(relation.id(), commented(PartKind.COLUMN, name), comment);
    }

    private static Subject attribute(DdlContext context, CompositeType type, WrittenName written) {
        return type.attributes().stream()
                .filter(attribute -> attribute.name().equals(written.name()))
                .findFirst()
                .map(
                        attribute ->
                                new Subject(
                                        type.id(),
                                        commented(PartKind.ATTRIBUTE, attribute.name()),
                                        attribute.comment()))
                .orElseThrow(
                        () ->
                                context.missing(
                                        written.offset(),
                                        "attribute " + written.name() + " of " + type.id()));
    }

    private static Optional<DetailChange.SetComment.CommentedPart> commented(
            PartKind kind, String name) {
        return Optional.of(new DetailChange.SetComment.CommentedPart(kind, name));
    }

    private static Optional<Subject> part(DdlContext context, PartKind kind) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        String name = context.name();
        cursor.expect("ON");
        if (kind == PartKind.CONSTRAINT && cursor.accept("DOMAIN")) {
            return Optional.of(ofDomain(context, name));
        }
        Relation relation = IndexGrammar.relation(context, context.written());
        Optional<TablePart> part = relation.part(kind, name);
        boolean notNull =
                part.isEmpty()
                        && kind == PartKind.CONSTRAINT
                        && relation instanceof Table
                        && ConstraintActions.columnOf(new AlterTarget(context, relation.id()), name)
                                .isPresent();
        if (notNull) {
            StatementNotes.notModelled(context, offset, "the comment on a NOT NULL");
            return Optional.empty();
        }
        return Optional.of(
                new Subject(
                        relation.id(),
                        commented(kind, name),
                        part.orElseThrow(
                                        () ->
                                                context.missing(
                                                        offset,
                                                        kind.label()
                                                                + " "
                                                                + name
                                                                + " of "
                                                                + relation.id()))
                                .comment()));
    }

    private static Subject ofDomain(DdlContext context, String constraint) {
        WrittenName written = context.written();
        QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.DOMAIN);
        Domain domain =
                context.schema()
                        .find(ObjectId.of(ObjectKind.DOMAIN, name))
                        .map(Domain.class::cast)
                        .orElseThrow(() -> context.missing(written.offset(), "domain " + name));
        return domain.constraints().stream()
                .filter(check -> check.name().value().equals(constraint))
                .findFirst()
                .map(
                        check ->
                                new Subject(
                                        domain.id(),
                                        commented(PartKind.CONSTRAINT, constraint),
                                        check.comment()))
                .orElseThrow(
                        () ->
                                context.missing(
                                        written.offset(),
                                        "constraint " + constraint + " of " + domain.id()));
    }

    private static Optional<Subject> index(DdlContext context) {
        WrittenName written = context.written();
        Optional<OtherRelations.Found> found = OtherRelations.find(context, written);
        if (found.isEmpty()) {
            throw context.missing(written.offset(), "index " + written.name());
        }
        TablePart part = found.get().part();
        if (part.kind() != PartKind.INDEX) {
            StatementNotes.notModelled(
                    context, written.offset(), "the comment on a constraint's index");
            return Optional.empty();
        }
        return Optional.of(
                new Subject(
                        found.get().owner(),
                        commented(PartKind.INDEX, part.name().value()),
                        part.comment()));
    }
}
