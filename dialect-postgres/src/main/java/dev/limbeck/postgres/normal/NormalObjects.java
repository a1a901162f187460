package dev.limbeck.postgres.normal;

import dev.limbeck.expression.OwnColumns;
import dev.limbeck.expression.SqlType;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.type.PostgresTypeNames;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Persistence;
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
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings one object at a time to normal form. */
final class NormalObjects implements SchemaObjectVisitor<SchemaObject> {
    /** The version from which on the sequences of an unlogged table are unlogged too. */
    private static final int UNLOGGED_SEQUENCES = 15;

    private final Schema schema;
    private final PostgresTexts texts;
    private final int major;
    private final NormalRoutines routines;
    private final NormalBounds bounds;

    NormalObjects(Schema schema, PostgresTexts texts, int major) {
        this.schema = schema;
        this.texts = texts;
        this.major = major;
        this.routines = new NormalRoutines(schema, texts);
        this.bounds = new NormalBounds(schema, texts);
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
    public SchemaObject synonym(Synonym synonym) {
        return synonym;
    }

    @Override
    public SchemaObject domain(Domain domain) {
        ColumnType type = type(domain.type());
        OwnColumns value =
                new OwnColumns(
                        Optional.empty(),
                        Map.of(),
                        Map.of("value", PostgresTypeNames.of(domain.type())));
        List<Check> checks =
                domain.constraints().stream()
                        .map(
                                check ->
                                        check.withPredicate(
                                                texts.condition(check.predicate(), value)))
                        .toList();
        return domain.withType(type)
                .withDefault(normalDefault(domain.defaultValue(), type))
                .withConstraints(checks);
    }

    @Override
    public SchemaObject compositeType(CompositeType composite) {
        return composite.withAttributes(
                composite.attributes().stream()
                        .map(attribute -> attribute.withType(type(attribute.type())))
                        .toList());
    }

    @Override
    public SchemaObject sequence(Sequence sequence) {
        ColumnType bigint = ColumnType.of("bigint");
        Sequence counted = sequence.withCounting(NormalCounting.of(sequence.counting(), bigint));
        return major < UNLOGGED_SEQUENCES
                ? counted.withPersistence(Persistence.PERMANENT)
                : counted;
    }

    @Override
    public SchemaObject table(Table table) {
        OwnColumns own = texts.columnsOf(table);
        Table normal =
                table.withColumns(
                        table.columns().stream().map(column -> column(column, own)).toList());
        return normal.withPartitioning(
                        table.partitioning()
                                .map(partitioning -> partitioning(partitioning, own, table)))
                .withPartitionOf(table.partitionOf().map(this::partitionOf))
                .withParts(parts(table, own));
    }

    private PartitionOf partitionOf(PartitionOf partition) {
        return new PartitionOf(partition.parent(), bounds.normalize(partition));
    }

    private Partitioning partitioning(Partitioning partitioning, OwnColumns own, Table table) {
        NormalParts parts = new NormalParts(schema, texts, table, own);
        return partitioning.withKeys(
                partitioning.keys().stream().map(key -> parts.part(key, "")).toList());
    }

    private List<TablePart> parts(Relation relation, OwnColumns own) {
        NormalParts parts = new NormalParts(schema, texts, relation, own);
        return relation.parts().stream().map(part -> part.accept(parts)).toList();
    }

    private Column column(Column column, OwnColumns own) {
        ColumnType type = type(column.type());
        return column.withType(type)
                .withDefault(normalDefault(column.defaultValue(), type))
                .withIdentity(
                        column.identity()
                                .map(
                                        identity ->
                                                identity.withSequence(
                                                        NormalCounting.of(
                                                                identity.sequence(), type))))
                .withGenerated(
                        column.generated()
                                .map(
                                        generated ->
                                                new Generated(
                                                        texts.value(
                                                                generated.expression(),
                                                                own,
                                                                Optional.of(type)),
                                                        generated.storage())));
    }

    /** A default that is null is none. */
    private Optional<Expression> normalDefault(Optional<Expression> value, ColumnType type) {
        SqlType target = PostgresTypeNames.of(type).bare();
        return value.map(text -> texts.value(text, OwnColumns.none(), Optional.of(type)))
                .filter(text -> !text.canonical().equals("NULL::" + target));
    }

    /** The server keeps no number of dimensions. */
    private static ColumnType type(ColumnType type) {
        return type.arrayDimensions() > 1 ? type.withArrayDimensions(1) : type;
    }

    @Override
    public SchemaObject view(View view) {
        View normal = view.withQuery(texts.query(view.query()));
        return normal.withParts(parts(view, texts.columnsOf(normal)));
    }

    @Override
    public SchemaObject materializedView(MaterializedView view) {
        MaterializedView normal = view.withQuery(texts.query(view.query()));
        return normal.withParts(parts(view, texts.columnsOf(normal)));
    }

    @Override
    public SchemaObject routine(Routine routine) {
        return routines.normalize(routine);
    }

    @Override
    public SchemaObject opaque(OpaqueObject object) {
        return object.withDefinition(NormalStatement.of(object));
    }

    /** Makes white space and the case of words in a whole statement uniform. */
    static Expression statement(Expression text) {
        return text.withCanonical(
                SqlTokenizer.significant(text.source(), PostgresLexicon.LEXICON).stream()
                        .filter(token -> !token.isSymbol(";"))
                        .map(
                                token ->
                                        token.kind() == SqlToken.Kind.WORD
                                                ? PostgresIdentifiers.INSTANCE.fold(token.text())
                                                : token.text())
                        .collect(Collectors.joining(" ")));
    }
}
