package dev.limbeck.compare;

import dev.limbeck.neutral.NeutralForms;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectVisitor;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the objects of a schema apart. */
final class ObjectFacts implements SchemaObjectVisitor<List<Located>> {
    private final NeutralNames names;
    private final ColumnFacts columns;
    private final NeutralText texts;
    private final NeutralForms forms;

    ObjectFacts(Schema schema, NeutralForms forms, NeutralNames names, NeutralText texts) {
        this.names = names;
        this.texts = texts;
        this.forms = forms;
        this.columns = new ColumnFacts(new ColumnTypes(schema, forms), schema, names, texts);
    }

    @Override
    public List<Located> table(Table table) {
        String name = names.of(table.name());
        List<Located> found = new ArrayList<>();
        if (table.partitionOf().isPresent()) {
            found.add(vendor(name, "partition"));
            return found;
        }
        found.add(new Located(Slot.of(name, FactKind.TABLE), Fact.firm("table")));
        found.add(comment(name, table.details()));
        table.partitioning()
                .ifPresent(cut -> found.add(vendor(name, "partitioned by " + cut.method())));
        table.inherits().forEach(parent -> found.add(vendor(name, "inherits " + names.of(parent))));
        PartFacts parts = new PartFacts(table, name, forms, names, texts);
        table.columns().forEach(column -> found.addAll(columns.of(table, column)));
        found.addAll(parts.all());
        return found;
    }

    @Override
    public List<Located> view(View view) {
        return query(view, FactKind.VIEW);
    }

    @Override
    public List<Located> materializedView(MaterializedView view) {
        return query(view, FactKind.MATERIALIZED_VIEW);
    }

    /** Only the columns count: no two vendors write queries in one way. */
    private List<Located> query(Relation view, FactKind kind) {
        String yielded = names.list(view.columnNames());
        Fact fact = view.columnNames().isEmpty() ? Fact.vendor("query") : Fact.firm(yielded);
        return List.of(new Located(Slot.of(names.of(view.name()), kind), fact));
    }

    @Override
    public List<Located> sequence(Sequence sequence) {
        return sequence.ownedBy().isPresent()
                ? List.of()
                : List.of(
                        new Located(
                                Slot.of(names.of(sequence.name()), FactKind.SEQUENCE),
                                Fact.firm("sequence")));
    }

    /** What serves triggers is part of them. */
    @Override
    public List<Located> routine(Routine routine) {
        boolean forTriggers =
                routine.returns()
                        .filter(type -> type.source().equalsIgnoreCase("trigger"))
                        .isPresent();
        return forTriggers
                ? List.of()
                : List.of(
                        new Located(
                                Slot.of(names.of(routine.name()), FactKind.ROUTINE),
                                Fact.firm(routine.type().label())));
    }

    /** The columns that have the type say what it holds. */
    @Override
    public List<Located> enumType(EnumType type) {
        return List.of();
    }

    /** The columns that have the type say what it holds; its checks are its own. */
    @Override
    public List<Located> domain(Domain domain) {
        return domain.constraints().isEmpty()
                ? List.of()
                : List.of(vendor(names.of(domain.name()), "domain with checks"));
    }

    @Override
    public List<Located> namespace(Namespace namespace) {
        return List.of();
    }

    @Override
    public List<Located> extension(Extension extension) {
        return List.of(vendor(extension));
    }

    @Override
    public List<Located> compositeType(CompositeType type) {
        return List.of(vendor(type));
    }

    @Override
    public List<Located> synonym(Synonym synonym) {
        return List.of(vendor(synonym));
    }

    @Override
    public List<Located> opaque(OpaqueObject object) {
        return List.of(vendor(object));
    }

    private Located vendor(SchemaObject object) {
        return vendor(names.of(object.id().name()), object.id().label());
    }

    private static Located vendor(String name, String what) {
        return new Located(Slot.part(name, FactKind.VENDOR_OBJECT, what), Fact.vendor(what));
    }

    private static Located comment(String name, Details details) {
        return new Located(Slot.of(name, FactKind.COMMENT), said(details.comment()));
    }

    /** Returns what a comment says. */
    static Fact said(Optional<String> comment) {
        return Fact.firm(comment.orElse(Difference.NONE));
    }
}
