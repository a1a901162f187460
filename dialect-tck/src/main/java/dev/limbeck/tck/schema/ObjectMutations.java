package dev.limbeck.tck.schema;

import dev.limbeck.diff.Cascade;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Random steps with objects other than tables. */
final class ObjectMutations {
    private final Workbench bench;

    ObjectMutations(Workbench bench) {
        this.bench = bench;
    }

    List<Mutation> all() {
        return List.of(
                Mutation.of(this::createNamespace, Feature.NAMESPACES),
                Mutation.of(this::createEnum, Feature.ENUMS),
                Mutation.of(this::alterEnum, Feature.ENUMS),
                Mutation.of(this::createDomain, Feature.DOMAINS),
                Mutation.of(this::alterDomain, Feature.DOMAINS),
                Mutation.of(this::createComposite, Feature.COMPOSITE_TYPES),
                Mutation.of(this::createSequence, Feature.SEQUENCES),
                Mutation.of(this::alterSequence, Feature.SEQUENCES),
                Mutation.of(this::createView, Feature.VIEWS),
                Mutation.of(this::createView, Feature.VIEWS),
                Mutation.of(this::alterView, Feature.VIEWS),
                Mutation.of(this::createMaterializedView, Feature.MATERIALIZED_VIEWS),
                Mutation.of(this::indexMaterializedView, Feature.MATERIALIZED_VIEWS),
                Mutation.of(this::createRoutine, Feature.ROUTINES),
                Mutation.of(this::alterRoutine, Feature.ROUTINES),
                Mutation.of(this::comment, Feature.COMMENTS),
                Mutation.of(this::commentColumn, Feature.COMMENTS),
                Mutation.of(this::commentPart, Feature.COMMENTS),
                Mutation.of(this::grant, Feature.GRANTS),
                Mutation.of(this::revoke, Feature.GRANTS),
                Mutation.of(this::dropNamespace, Feature.NAMESPACES),
                Mutation.of(this::drop));
    }

    private static List<SchemaChange> create(SchemaObject object) {
        return List.of(new ObjectChange.Create(object));
    }

    private List<SchemaChange> createNamespace() {
        return create(Namespace.of(bench.name("s", 3)));
    }

    private List<String> values() {
        return List.of("sad", "ok", "happy", "calm", "it's odd");
    }

    private List<SchemaChange> createEnum() {
        return create(
                EnumType.of(bench.objectName("e"), bench.some(values(), 4).toArray(new String[0])));
    }

    private List<SchemaChange> alterEnum() {
        return bench.any(ObjectKind.ENUM_TYPE, EnumType.class)
                .map(this::alterEnum)
                .orElse(List.of());
    }

    private List<SchemaChange> alterEnum(EnumType type) {
        List<String> values = new ArrayList<>(type.values());
        String value = bench.one(values());
        if (!values.remove(value)) {
            values.add(bench.number(values.size() + 1), value);
        } else if (isDefault(type, value)) {
            return List.of();
        }
        if (bench.oneIn(4)) {
            Collections.reverse(values);
        }
        return values.isEmpty() || values.equals(type.values())
                ? List.of()
                : List.of(
                        new EnumChange.Rebuild(
                                type, type.withValues(values), EnumChange.Users.none()));
    }

    private boolean isDefault(EnumType type, String value) {
        String literal = Vocabulary.quoted(value);
        return bench.schema().tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(
                        column ->
                                column.type().name().equals(type.name())
                                        && column.defaultValue()
                                                .filter(text -> text.source().equals(literal))
                                                .isPresent());
    }

    private List<SchemaChange> createDomain() {
        return create(Domain.of(bench.objectName("d"), bench.vocabulary().keyType().type()));
    }

    private List<SchemaChange> alterDomain() {
        return bench.any(ObjectKind.DOMAIN, Domain.class)
                .map(
                        domain -> {
                            List<Check> checks = new ArrayList<>(domain.constraints());
                            if (!checks.isEmpty() && bench.oneIn(2)) {
                                checks.remove(bench.number(checks.size()));
                            } else {
                                checks.add(
                                        Check.of(
                                                bench.partName("dk"),
                                                Expression.of("VALUE > " + bench.number(4))));
                            }
                            long names = checks.stream().map(Check::name).distinct().count();
                            Domain after =
                                    bench.oneIn(5)
                                            ? domain.withType(otherNumber(domain))
                                            : domain.withConstraints(checks);
                            return names < checks.size() || after.equals(domain)
                                    ? List.<SchemaChange>of()
                                    : List.<SchemaChange>of(new ObjectChange.Alter(domain, after));
                        })
                .orElse(List.of());
    }

    private ColumnType otherNumber(Domain domain) {
        List<TypeSample> numbers =
                bench.vocabulary().types().stream()
                        .filter(sample -> sample.family() == TypeSample.Family.NUMBER)
                        .filter(sample -> !sample.type().equals(domain.type()))
                        .toList();
        return bench.any(numbers).map(TypeSample::type).orElse(domain.type());
    }

    private List<SchemaChange> createComposite() {
        return create(
                CompositeType.of(
                        bench.objectName("k"),
                        CompositeType.Attribute.of(bench.name("a", 3), bench.type().type())));
    }

    private List<SchemaChange> createSequence() {
        return create(Sequence.of(bench.objectName("q")));
    }

    private List<SchemaChange> alterSequence() {
        return bench.any(ObjectKind.SEQUENCE, Sequence.class)
                .map(
                        sequence -> {
                            SequenceOptions counting =
                                    SequenceOptions.defaults()
                                            .withIncrement(
                                                    Optional.of(
                                                            BigInteger.valueOf(
                                                                    2 + bench.number(5))))
                                            .withCycle(bench.oneIn(3));
                            Sequence after = sequence.withCounting(counting);
                            return after.equals(sequence)
                                    ? List.<SchemaChange>of()
                                    : List.<SchemaChange>of(
                                            new ObjectChange.Alter(sequence, after));
                        })
                .orElse(List.of());
    }

    /** Returns a query over a table or a view whose columns are known. */
    private Optional<Query> query(QualifiedName reader) {
        List<Relation> sources = new ArrayList<>();
        for (ObjectKind kind : List.of(ObjectKind.TABLE, ObjectKind.VIEW)) {
            bench.schema().objects(kind).forEach(object -> sources.add((Relation) object));
        }
        sources.removeIf(source -> source.columnNames().isEmpty() || source.name().equals(reader));
        return bench.any(sources)
                .map(
                        source -> {
                            List<String> columns = bench.some(source.columnNames(), 3);
                            List<Reference> references = new ArrayList<>();
                            columns.forEach(
                                    column ->
                                            references.add(
                                                    Reference.toColumn(source.name(), column)));
                            String text =
                                    "SELECT "
                                            + String.join(", ", columns)
                                            + " FROM "
                                            + source.name();
                            return Query.of(Expression.of(text, references))
                                    .withColumns(
                                            columns.stream()
                                                    .map(column -> output(source, column))
                                                    .toList());
                        });
    }

    private static Query.OutputColumn output(Relation source, String column) {
        return new Query.OutputColumn(
                column,
                source instanceof Table table
                        ? table.column(column).map(Column::type)
                        : Optional.empty());
    }

    private List<SchemaChange> createView() {
        QualifiedName name = bench.objectName("v");
        return query(name).map(query -> create(View.of(name, query))).orElse(List.of());
    }

    private List<SchemaChange> alterView() {
        Optional<View> view =
                bench.any(
                        ObjectKind.VIEW,
                        View.class,
                        found -> bench.schema().dependents(found.id()).isEmpty());
        return view.flatMap(
                        found ->
                                query(found.name())
                                        .filter(query -> !query.equals(found.query()))
                                        .filter(query -> !readsItself(found, query))
                                        .<List<SchemaChange>>map(
                                                query ->
                                                        List.of(
                                                                new ObjectChange.Alter(
                                                                        found,
                                                                        found.withQuery(query)))))
                .orElse(List.of());
    }

    private static boolean readsItself(View view, Query query) {
        return query.text().references().stream()
                .anyMatch(reference -> reference.name().equals(view.name()));
    }

    private List<SchemaChange> createMaterializedView() {
        QualifiedName name = bench.objectName("m");
        return query(name).map(query -> create(MaterializedView.of(name, query))).orElse(List.of());
    }

    private List<SchemaChange> indexMaterializedView() {
        return bench.any(ObjectKind.MATERIALIZED_VIEW, MaterializedView.class)
                .<List<SchemaChange>>map(
                        view ->
                                List.of(
                                        new PartChange.Add(
                                                view.id(),
                                                Index.of(
                                                        bench.partName("ix"),
                                                        List.of(
                                                                IndexPart.column(
                                                                        bench.one(
                                                                                view
                                                                                        .columnNames())))))))
                .orElse(List.of());
    }

    private List<SchemaChange> createRoutine() {
        QualifiedName name = bench.objectName("f");
        boolean forTriggers = bench.vocabulary().triggerRoutine().isPresent() && bench.oneIn(2);
        return create(
                forTriggers
                        ? bench.vocabulary().triggerRoutine(name)
                        : bench.vocabulary().routine(name, bench.number(9)));
    }

    private List<SchemaChange> alterRoutine() {
        return bench.any(
                        ObjectKind.ROUTINE,
                        Routine.class,
                        routine -> routine.body().source().startsWith("SELECT"))
                .map(
                        routine -> {
                            Routine after =
                                    bench.vocabulary()
                                            .routine(routine.name(), bench.number(9))
                                            .withDetails(routine.details());
                            return after.equals(routine)
                                    ? List.<SchemaChange>of()
                                    : List.<SchemaChange>of(new ObjectChange.Alter(routine, after));
                        })
                .orElse(List.of());
    }

    private Optional<String> text() {
        return bench.oneIn(4)
                ? Optional.empty()
                : Optional.of(bench.one(List.of("one", "it's two", "three; four", "")));
    }

    private List<SchemaChange> comment() {
        return bench.anyObject(
                        ObjectKind.TABLE,
                        ObjectKind.VIEW,
                        ObjectKind.ENUM_TYPE,
                        ObjectKind.SEQUENCE)
                .map(
                        id -> {
                            Optional<String> before =
                                    bench.schema().find(id).orElseThrow().details().comment();
                            Optional<String> after = text().filter(found -> !found.isEmpty());
                            return before.equals(after)
                                    ? List.<SchemaChange>of()
                                    : List.<SchemaChange>of(
                                            new DetailChange.SetComment(
                                                    id, Optional.empty(), before, after));
                        })
                .orElse(List.of());
    }

    private List<SchemaChange> commentColumn() {
        Optional<Table> table = bench.anyTable();
        return table.flatMap(found -> bench.any(found.columns()))
                .map(
                        column ->
                                comment(
                                        table.orElseThrow(),
                                        PartKind.COLUMN,
                                        column.name(),
                                        column.comment()))
                .orElse(List.of());
    }

    private List<SchemaChange> commentPart() {
        Optional<Table> table = bench.anyTable();
        return table.flatMap(found -> bench.any(found.parts()))
                .map(
                        part ->
                                comment(
                                        table.orElseThrow(),
                                        part.kind(),
                                        part.name().value(),
                                        part.comment()))
                .orElse(List.of());
    }

    private List<SchemaChange> comment(
            Table table, PartKind kind, String name, Optional<String> before) {
        Optional<String> after = text().filter(found -> !found.isEmpty());
        return before.equals(after)
                ? List.of()
                : List.of(
                        new DetailChange.SetComment(
                                table.id(),
                                Optional.of(new DetailChange.SetComment.CommentedPart(kind, name)),
                                before,
                                after));
    }

    private List<SchemaChange> grant() {
        return bench.anyTable()
                .<List<SchemaChange>>map(
                        table -> {
                            Optional<String> column =
                                    bench.oneIn(3)
                                            ? bench.any(table.columnNames())
                                            : Optional.empty();
                            Grant grant =
                                    new Grant(
                                            bench.one(bench.vocabulary().roles()),
                                            bench.one(List.of("SELECT", "UPDATE")),
                                            column,
                                            false);
                            return List.of(new DetailChange.GrantPrivilege(table.id(), grant));
                        })
                .orElse(List.of());
    }

    private List<SchemaChange> revoke() {
        Optional<Table> table = bench.anyTable();
        return table.flatMap(found -> bench.any(found.details().grants()))
                .<List<SchemaChange>>map(
                        grant ->
                                List.of(
                                        new DetailChange.RevokePrivilege(
                                                table.orElseThrow().id(), grant)))
                .orElse(List.of());
    }

    private List<SchemaChange> dropNamespace() {
        return bench.oneIn(8)
                ? bench.anyObject(ObjectKind.NAMESPACE)
                        .map(id -> Cascade.drop(bench.schema(), bench.rules(), id))
                        .orElse(List.of())
                : List.of();
    }

    private List<SchemaChange> drop() {
        return bench.oneIn(3)
                ? bench.anyObject(
                                ObjectKind.ENUM_TYPE,
                                ObjectKind.DOMAIN,
                                ObjectKind.COMPOSITE_TYPE,
                                ObjectKind.SEQUENCE,
                                ObjectKind.VIEW,
                                ObjectKind.MATERIALIZED_VIEW,
                                ObjectKind.ROUTINE)
                        .map(id -> Cascade.drop(bench.schema(), bench.rules(), id))
                        .orElse(List.of())
                : List.of();
    }
}
