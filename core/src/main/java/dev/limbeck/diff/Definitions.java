package dev.limbeck.diff;

import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectVisitor;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.List;
import java.util.Optional;

/** The definition of an object apart from what is changed by changes of its own. */
final class Definitions {
    private Definitions() {}

    /**
     * Returns whether two states of an object differ in what {@link ObjectChange.Alter} changes.
     */
    static boolean same(SchemaObject before, SchemaObject after) {
        return bare(before).equals(bare(after));
    }

    /** Returns whether two states of a column differ in nothing but their comments. */
    static boolean same(Column before, Column after) {
        return before.withComment(Optional.empty()).equals(after.withComment(Optional.empty()));
    }

    /** Returns an object without comments, grants, owner, parts and settings. */
    static SchemaObject bare(SchemaObject object) {
        return object.accept(new Bare());
    }

    /** Returns the object as it is, but with the definition it shall have. */
    static SchemaObject redefined(SchemaObject now, SchemaObject desired) {
        return desired.accept(new Redefined(now));
    }

    private static final class Bare implements SchemaObjectVisitor<SchemaObject> {
        @Override
        public SchemaObject namespace(Namespace namespace) {
            return namespace.withDetails(Details.none());
        }

        @Override
        public SchemaObject extension(Extension extension) {
            return extension.withDetails(Details.none());
        }

        @Override
        public SchemaObject enumType(EnumType type) {
            return type.withDetails(Details.none());
        }

        @Override
        public SchemaObject domain(Domain domain) {
            List<Check> checks =
                    domain.constraints().stream()
                            .map(check -> check.withComment(Optional.empty()))
                            .toList();
            return domain.withConstraints(checks).withDetails(Details.none());
        }

        @Override
        public SchemaObject compositeType(CompositeType type) {
            return type.withAttributes(
                            type.attributes().stream()
                                    .map(attribute -> attribute.withComment(Optional.empty()))
                                    .toList())
                    .withDetails(Details.none());
        }

        @Override
        public SchemaObject sequence(Sequence sequence) {
            return sequence.withDetails(Details.none());
        }

        @Override
        public SchemaObject table(Table table) {
            return Table.of(table.name())
                    .withPersistence(table.persistence())
                    .withPartitioning(table.partitioning());
        }

        @Override
        public SchemaObject view(View view) {
            return View.of(view.name(), view.query());
        }

        @Override
        public SchemaObject materializedView(MaterializedView view) {
            return MaterializedView.of(view.name(), view.query());
        }

        @Override
        public SchemaObject routine(Routine routine) {
            return routine.withDetails(Details.none());
        }

        @Override
        public SchemaObject synonym(Synonym synonym) {
            return synonym.withDetails(Details.none());
        }

        @Override
        public SchemaObject opaque(OpaqueObject object) {
            return object.withDetails(Details.none());
        }
    }

    private static final class Redefined implements SchemaObjectVisitor<SchemaObject> {
        private final SchemaObject now;

        Redefined(SchemaObject now) {
            this.now = now;
        }

        private SchemaObject withDetailsOfNow(SchemaObject desired) {
            return desired.withDetails(now.details());
        }

        private Optional<String> commentNow(PartKind kind, String name) {
            return Comments.of(
                    now, Optional.of(new DetailChange.SetComment.CommentedPart(kind, name)));
        }

        @Override
        public SchemaObject namespace(Namespace namespace) {
            return withDetailsOfNow(namespace);
        }

        @Override
        public SchemaObject extension(Extension extension) {
            return withDetailsOfNow(extension);
        }

        @Override
        public SchemaObject enumType(EnumType type) {
            return withDetailsOfNow(type);
        }

        @Override
        public SchemaObject domain(Domain domain) {
            List<Check> checks =
                    domain.constraints().stream()
                            .map(
                                    check ->
                                            check.withComment(
                                                    commentNow(
                                                            PartKind.CONSTRAINT,
                                                            check.name().value())))
                            .toList();
            return withDetailsOfNow(domain.withConstraints(checks));
        }

        @Override
        public SchemaObject compositeType(CompositeType type) {
            return withDetailsOfNow(
                    type.withAttributes(
                            type.attributes().stream()
                                    .map(
                                            attribute ->
                                                    attribute.withComment(
                                                            commentNow(
                                                                    PartKind.ATTRIBUTE,
                                                                    attribute.name())))
                                    .toList()));
        }

        @Override
        public SchemaObject sequence(Sequence sequence) {
            return withDetailsOfNow(sequence);
        }

        @Override
        public SchemaObject table(Table table) {
            throw new IllegalStateException(table.id() + " is altered in its parts");
        }

        @Override
        public SchemaObject view(View view) {
            return ((View) now).withQuery(view.query());
        }

        @Override
        public SchemaObject materializedView(MaterializedView view) {
            return ((MaterializedView) now).withQuery(view.query());
        }

        @Override
        public SchemaObject routine(Routine routine) {
            return withDetailsOfNow(routine);
        }

        @Override
        public SchemaObject synonym(Synonym synonym) {
            return withDetailsOfNow(synonym);
        }

        @Override
        public SchemaObject opaque(OpaqueObject object) {
            return withDetailsOfNow(object);
        }
    }

    /** Returns the settings of a relation; nothing for other objects. */
    static Optional<Options> options(SchemaObject object) {
        if (object instanceof Table table) {
            return Optional.of(table.options());
        }
        if (object instanceof View view) {
            return Optional.of(view.options());
        }
        return object instanceof MaterializedView view
                ? Optional.of(view.options())
                : Optional.empty();
    }
}
