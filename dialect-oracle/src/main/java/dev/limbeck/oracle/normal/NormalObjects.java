package dev.limbeck.oracle.normal;

import dev.limbeck.oracle.server.OracleSettings;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Partitioning.Partition;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectVisitor;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Brings one object at a time to normal form. */
final class NormalObjects implements SchemaObjectVisitor<SchemaObject> {
    /** What the server calls partitions that nobody named. */
    private static final Pattern MADE = Pattern.compile("SYS_(SUB)?P\\d+");

    private final Schema schema;
    private final OracleSettings settings;
    private final OracleTexts texts;

    NormalObjects(Schema schema, OracleSettings settings) {
        this.schema = schema;
        this.settings = settings;
        this.texts = new OracleTexts(schema);
    }

    @Override
    public SchemaObject namespace(Namespace namespace) {
        return namespace;
    }

    @Override
    public SchemaObject extension(Extension extension) {
        return extension;
    }

    @Override
    public SchemaObject enumType(EnumType type) {
        return type;
    }

    @Override
    public SchemaObject domain(Domain domain) {
        return domain;
    }

    @Override
    public SchemaObject compositeType(CompositeType type) {
        return type;
    }

    @Override
    public SchemaObject synonym(Synonym synonym) {
        return synonym;
    }

    @Override
    public SchemaObject sequence(Sequence sequence) {
        return sequence.withCounting(NormalCounting.of(sequence.counting()));
    }

    @Override
    public SchemaObject table(Table table) {
        NormalColumns columns = new NormalColumns(settings, texts, table);
        Table normal = table.withColumns(table.columns().stream().map(columns::column).toList());
        return normal.withParts(parts(normal))
                .withPartitioning(table.partitioning().map(cut -> partitioning(cut, normal)));
    }

    private List<TablePart> parts(Relation relation) {
        NormalParts parts = new NormalParts(schema, texts, relation);
        return relation.parts().stream().map(part -> part.accept(parts)).toList();
    }

    private Partitioning partitioning(Partitioning cut, Table table) {
        NormalParts parts = new NormalParts(schema, texts, table);
        List<IndexPart> keys = cut.keys().stream().map(parts::part).toList();
        return new Partitioning(cut.method(), keys, partitions(cut), cut.options());
    }

    /** Partitions of values have no order. */
    private static List<Partition> partitions(Partitioning cut) {
        List<Partition> normal =
                new ArrayList<>(cut.partitions().stream().map(NormalObjects::partition).toList());
        if (cut.method().equals("list")) {
            normal.sort(Comparator.comparing(each -> each.name().value()));
        }
        return normal;
    }

    private static Partition partition(Partition partition) {
        boolean made = MADE.matcher(partition.name().value()).matches();
        return new Partition(
                made ? PartName.unknown() : partition.name(),
                partition.bound().map(BoundForm::of),
                partition.options());
    }

    @Override
    public SchemaObject view(View view) {
        return view.withQuery(texts.query(view.query())).withParts(parts(view));
    }

    @Override
    public SchemaObject materializedView(MaterializedView view) {
        return view.withQuery(texts.query(view.query())).withParts(parts(view));
    }

    @Override
    public SchemaObject routine(Routine routine) {
        return routine.withBody(OracleTexts.body(routine.body()));
    }

    @Override
    public SchemaObject opaque(OpaqueObject object) {
        return object.withDefinition(OracleTexts.body(object.definition()));
    }
}
