package dev.limbeck.mysql.normal;

import dev.limbeck.mysql.server.ServerFeature;
import dev.limbeck.mysql.server.ServerSettings;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.mysql.type.MySqlTypes;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectVisitor;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings one object at a time to normal form. */
final class NormalObjects implements SchemaObjectVisitor<SchemaObject> {
    private static final ColumnType JSON = ColumnType.of("json");
    private static final String SUBPARTITION = "subpartition";
    private static final String JSON_COLLATION = "utf8mb4_bin";
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE - 1);
    private static final BigInteger CACHE = BigInteger.valueOf(1000);

    private final Schema schema;
    private final ServerSettings settings;
    private final MySqlTexts texts;

    NormalObjects(Schema schema, ServerSettings settings) {
        this.schema = schema;
        this.settings = settings;
        this.texts = new MySqlTexts(schema);
    }

    private ServerVersion server() {
        return settings.version();
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
    public SchemaObject materializedView(MaterializedView view) {
        return view.withQuery(texts.query(view.query()));
    }

    @Override
    public SchemaObject sequence(Sequence sequence) {
        SequenceOptions counting = sequence.counting();
        return sequence.withCounting(
                SequenceOptions.defaults()
                        .withStart(counting.start().filter(value -> !value.equals(BigInteger.ONE)))
                        .withIncrement(
                                counting.increment().filter(value -> !value.equals(BigInteger.ONE)))
                        .withMinimum(
                                counting.minimum().filter(value -> !value.equals(BigInteger.ONE)))
                        .withMaximum(counting.maximum().filter(value -> !value.equals(MOST)))
                        .withCache(counting.cache().filter(value -> !value.equals(CACHE)))
                        .withCycle(counting.cycle()));
    }

    @Override
    public SchemaObject table(Table written) {
        Options options = TableSettings.normal(written.options(), settings);
        String collation = options.get(Options.COLLATION).orElse(settings.collation());
        Table table = withJson(written).withOptions(options);
        NormalColumns columns = new NormalColumns(settings, texts, table, collation);
        Table normal = table.withColumns(table.columns().stream().map(columns::column).toList());
        NormalParts parts = new NormalParts(schema, server(), texts, normal);
        Table whole =
                normal.withParts(table.parts().stream().map(part -> part.accept(parts)).toList())
                        .withPartitioning(
                                table.partitioning().map(cut -> partitioning(cut, normal)));
        whole = whole.withDetails(commented(whole.details()));
        Table settled = ImpliedIndexes.settled(whole, server());
        return settled.withParts(settled.parts().stream().map(part -> part.accept(parts)).toList());
    }

    private static Details commented(Details details) {
        return details.withComment(details.comment().map(MySqlStrings::stored));
    }

    /** On MariaDB {@code json} is another name for a long text that is checked. */
    private Table withJson(Table table) {
        if (server().has(ServerFeature.JSON_TYPE)) {
            return table;
        }
        List<Column> columns = new ArrayList<>();
        List<TablePart> parts = new ArrayList<>(table.parts());
        for (Column column : table.columns()) {
            Optional<TablePart> check =
                    table.part(PartKind.CONSTRAINT, column.name())
                            .filter(part -> isJsonCheck(part, column));
            boolean json =
                    column.type().name().name().equals("longtext")
                            && column.collation()
                                    .filter(named -> named.name().equals(JSON_COLLATION))
                                    .isPresent()
                            && check.isPresent();
            columns.add(json ? column.withType(JSON).withCollation(Optional.empty()) : column);
            if (json || column.type().equals(JSON)) {
                check.ifPresent(parts::remove);
            }
        }
        return table.withColumns(columns).withParts(parts);
    }

    private static boolean isJsonCheck(TablePart part, Column column) {
        return part instanceof Check check
                && check.predicate()
                        .source()
                        .replace("`", "")
                        .replace(" ", "")
                        .equalsIgnoreCase("json_valid(" + column.name() + ")");
    }

    private Partitioning partitioning(Partitioning cut, Table table) {
        NormalParts parts = new NormalParts(schema, server(), texts, table);
        List<IndexPart> keys =
                cut.keys().stream()
                        .map(
                                key ->
                                        key.expression().isPresent()
                                                ? parts.keyOf(key)
                                                : IndexPart.column(key.column().orElseThrow()))
                        .toList();
        List<Partitioning.Partition> partitions =
                cut.partitions().stream()
                        .map(
                                partition ->
                                        new Partitioning.Partition(
                                                partition.name(),
                                                partition.bound().map(BoundForm::of),
                                                partition.options().without("engine")))
                        .toList();
        return new Partitioning(cut.method(), keys, partitions, subpartition(cut.options()));
    }

    private static Options subpartition(Options options) {
        return options.get(SUBPARTITION)
                .map(text -> options.with(SUBPARTITION, BoundForm.plain(text)))
                .orElse(options);
    }

    @Override
    public SchemaObject view(View view) {
        Options options = view.options();
        boolean undefined = options.get("algorithm").filter("undefined"::equals).isPresent();
        boolean definer = options.get("security").filter("definer"::equals).isPresent();
        options = undefined ? options.without("algorithm") : options;
        return view.withQuery(texts.query(view.query()))
                .withOptions(definer ? options.without("security") : options);
    }

    @Override
    public SchemaObject routine(Routine routine) {
        List<Routine.Argument> arguments =
                routine.arguments().stream()
                        .map(
                                argument ->
                                        new Routine.Argument(
                                                argument.name(),
                                                argument.mode(),
                                                NormalColumns.bare(argument.type()),
                                                argument.defaultValue()))
                        .toList();
        Optional<Expression> returns =
                routine.returns()
                        .map(
                                type ->
                                        type.withCanonical(
                                                MySqlTypes.render(
                                                        NormalColumns.bare(
                                                                MySqlTypes.parse(type.source())))));
        return new Routine(
                routine.name(),
                routine.type(),
                arguments,
                returns,
                routine.language().filter(language -> !language.equals("sql")),
                MySqlTexts.body(routine.body()),
                routine.options(),
                commented(routine.details()));
    }

    @Override
    public SchemaObject opaque(OpaqueObject object) {
        return object.withDefinition(EventForm.of(object.definition()));
    }
}
