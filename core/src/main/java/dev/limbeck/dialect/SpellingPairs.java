package dev.limbeck.dialect;

import dev.limbeck.dialect.SpellingProbe.Pair;
import dev.limbeck.dialect.SpellingProbe.Use;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the texts that stand in the same place of two schemas and differ in normal form. */
final class SpellingPairs {
    /**
     * A place and the texts in it.
     *
     * @param object the object they belong to
     * @param before the normal form of the one
     * @param after the normal form of the other
     */
    record Place(ObjectId object, String before, String after, Pair pair) {}

    private final Schema actual;
    private final Schema desired;
    private final SchemaObject object;
    private final List<Place> places;

    private SpellingPairs(Schema actual, Schema desired, SchemaObject object, List<Place> places) {
        this.actual = actual;
        this.desired = desired;
        this.object = object;
        this.places = places;
    }

    static List<Place> between(Schema actual, Schema desired) {
        List<Place> places = new ArrayList<>();
        for (SchemaObject after : desired.objects()) {
            Optional<SchemaObject> before = actual.find(after.id());
            if (before.isPresent() && !before.get().equals(after)) {
                new SpellingPairs(actual, desired, after, places).compare(before.get(), after);
            }
        }
        return places;
    }

    private void compare(SchemaObject before, SchemaObject after) {
        if (before instanceof Domain was && after instanceof Domain is) {
            domain(was, is);
        } else if (before instanceof View was && after instanceof View is) {
            query(was.query(), is.query());
        } else if (before instanceof MaterializedView was && after instanceof MaterializedView is) {
            query(was.query(), is.query());
        } else if (before instanceof Routine was && after instanceof Routine is) {
            body(was, is);
        } else if (before instanceof Table was && after instanceof Table is) {
            for (Column column : is.columns()) {
                was.column(column.name()).ifPresent(old -> column(was, old, column));
            }
        }
        if (before instanceof Relation was && after instanceof Relation is) {
            for (TablePart part : is.parts()) {
                was.part(part.kind(), part.name().value())
                        .ifPresent(old -> part(was.name(), old, part));
            }
        }
    }

    private void add(
            Use use,
            Optional<QualifiedName> relation,
            Optional<ColumnType> type,
            Optional<Expression> before,
            Optional<Expression> after) {
        if (before.isPresent() && after.isPresent() && !before.equals(after)) {
            Pair pair =
                    new Pair(
                            use,
                            relation,
                            type,
                            before.get().source(),
                            after.get().source(),
                            List.of(),
                            List.of(),
                            Optional.empty());
            places.add(
                    new Place(
                            object.id(), before.get().canonical(), after.get().canonical(), pair));
        }
    }

    private void query(Query before, Query after) {
        if (!before.equals(after) && readsTheSame(after)) {
            Pair pair =
                    new Pair(
                            Use.QUERY,
                            Optional.empty(),
                            Optional.empty(),
                            before.text().source(),
                            after.text().source(),
                            before.aliases(),
                            after.aliases(),
                            Optional.empty());
            places.add(
                    new Place(
                            object.id(),
                            before.text().canonical(),
                            after.text().canonical(),
                            pair));
        }
    }

    private void body(Routine before, Routine after) {
        boolean bound =
                before.options().has(Routine.BOUND_BODY) && after.options().has(Routine.BOUND_BODY);
        if (bound && !before.body().equals(after.body())) {
            Pair pair =
                    new Pair(
                            Use.BODY,
                            Optional.empty(),
                            Optional.empty(),
                            before.body().source(),
                            after.body().source(),
                            List.of(),
                            List.of(),
                            Optional.of(after));
            places.add(
                    new Place(
                            object.id(),
                            before.body().canonical(),
                            after.body().canonical(),
                            pair));
        }
    }

    /**
     * Returns whether what a query reads has the same columns now: only then does its text mean to
     * the server what it will mean.
     */
    private boolean readsTheSame(Query query) {
        for (Reference reference : query.text().references()) {
            if (reference.target() != Reference.Target.RELATION) {
                continue;
            }
            for (ObjectId id : desired.resolve(reference)) {
                if (!columns(actual, id).equals(columns(desired, id))) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Returns what tells the columns of a relation; their order is the server's, not the file's.
     */
    private static Set<?> columns(Schema schema, ObjectId id) {
        SchemaObject found = schema.find(id).orElse(null);
        if (found instanceof Table table) {
            return Inheritance.columns(schema, table).stream()
                    .map(column -> List.of(column.name(), column.type()))
                    .collect(Collectors.toSet());
        }
        if (found instanceof View view) {
            return Set.of(view.query());
        }
        return found instanceof MaterializedView view ? Set.of(view.query()) : Set.of();
    }

    private void domain(Domain before, Domain after) {
        if (!before.type().equals(after.type())) {
            return;
        }
        Optional<ColumnType> type = Optional.of(after.type());
        add(Use.VALUE, Optional.empty(), type, before.defaultValue(), after.defaultValue());
        for (Check check : after.constraints()) {
            for (Check old : before.constraints()) {
                if (old.name().equals(check.name())) {
                    add(
                            Use.DOMAIN_CONDITION,
                            Optional.empty(),
                            type,
                            Optional.of(old.predicate()),
                            Optional.of(check.predicate()));
                }
            }
        }
    }

    private void column(Table table, Column before, Column after) {
        if (!before.type().equals(after.type())) {
            return;
        }
        Optional<ColumnType> type = Optional.of(after.type());
        add(Use.VALUE, Optional.empty(), type, before.defaultValue(), after.defaultValue());
        add(
                Use.VALUE,
                Optional.of(table.name()),
                type,
                before.generated().map(Generated::expression),
                after.generated().map(Generated::expression));
    }

    private void part(QualifiedName owner, TablePart before, TablePart after) {
        Optional<QualifiedName> relation = Optional.of(owner);
        if (before instanceof Check was && after instanceof Check is) {
            condition(relation, Optional.of(was.predicate()), Optional.of(is.predicate()));
        } else if (before instanceof Index was && after instanceof Index is) {
            parts(relation, was.parts(), is.parts());
            condition(relation, was.where(), is.where());
        } else if (before instanceof Exclusion was && after instanceof Exclusion is) {
            parts(relation, elements(was), elements(is));
            condition(relation, was.where(), is.where());
        } else if (before instanceof Policy was && after instanceof Policy is) {
            condition(relation, was.using(), is.using());
            condition(relation, was.withCheck(), is.withCheck());
        } else if (before instanceof Trigger was && after instanceof Trigger is) {
            add(Use.TRIGGER_CONDITION, relation, Optional.empty(), was.when(), is.when());
        } else if (before instanceof Attachment was && after instanceof Attachment is) {
            Optional<Expression> old = Optional.of(was.definition());
            add(Use.ATTACHMENT, relation, Optional.empty(), old, Optional.of(is.definition()));
        }
    }

    private static List<IndexPart> elements(Exclusion exclusion) {
        return exclusion.elements().stream().map(Exclusion.Element::part).toList();
    }

    private void condition(
            Optional<QualifiedName> relation,
            Optional<Expression> before,
            Optional<Expression> after) {
        add(Use.CONDITION, relation, Optional.empty(), before, after);
    }

    private void parts(
            Optional<QualifiedName> relation, List<IndexPart> before, List<IndexPart> after) {
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            add(
                    Use.VALUE,
                    relation,
                    Optional.empty(),
                    before.get(i).expression(),
                    after.get(i).expression());
        }
    }
}
