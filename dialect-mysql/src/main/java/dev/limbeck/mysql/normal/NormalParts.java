package dev.limbeck.mysql.normal;

import dev.limbeck.expression.OwnColumns;
import dev.limbeck.mysql.server.ServerFeature;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.mysql.type.MySqlTypes;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.TablePartVisitor;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Brings the constraints, indexes and triggers of one relation to normal form. */
final class NormalParts implements TablePartVisitor<TablePart> {
    private static final String PRIMARY = "PRIMARY";

    /** Kinds of index that only some engines have; the common one has but trees. */
    private static final Set<String> TREES = Set.of("btree", "rtree");

    private final Schema schema;
    private final ServerVersion server;
    private final MySqlTexts texts;
    private final Relation owner;
    private final OwnColumns own;

    NormalParts(Schema schema, ServerVersion server, MySqlTexts texts, Relation owner) {
        this.schema = schema;
        this.server = server;
        this.texts = texts;
        this.owner = owner;
        this.own = texts.columnsOf(owner);
    }

    /** The key has one name, whatever is written. */
    @Override
    public TablePart primaryKey(PrimaryKey key) {
        Key plain = key.key();
        return new PrimaryKey(
                PartName.derived(PRIMARY),
                new Key(
                        plain.columns(),
                        List.of(),
                        false,
                        false,
                        plain.options().without("method")),
                ConstraintState.normal(),
                Optional.empty());
    }

    /** What keeps rows apart is an index. */
    @Override
    public TablePart unique(Unique unique) {
        return Index.of(
                        unique.name(),
                        unique.key().columns().stream().map(IndexPart::column).toList())
                .withUnique(true)
                .withComment(unique.comment());
    }

    /** Rows that are referred to can't go before the statement ends, restricted or not. */
    @Override
    public TablePart foreignKey(ForeignKey key) {
        List<String> target =
                key.tableColumns().isEmpty()
                        ? schema.table(key.table())
                                .flatMap(Table::primaryKey)
                                .map(primary -> primary.key().columns())
                                .orElse(List.of())
                        : key.tableColumns();
        return ForeignKey.of(key.name(), key.keyColumns(), key.table(), target)
                .withOnDelete(action(key.onDelete()), List.of())
                .withOnUpdate(action(key.onUpdate()));
    }

    private static ReferentialAction action(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    @Override
    public TablePart check(Check check) {
        return new Check(
                check.name(),
                texts.condition(check.predicate(), own),
                true,
                ConstraintState.normal().withEnforced(check.state().enforced()),
                check.comment());
    }

    @Override
    public TablePart exclusion(Exclusion exclusion) {
        return exclusion;
    }

    @Override
    public TablePart index(Index index) {
        Optional<String> method = method(index.method());
        boolean plain = method.isEmpty() || Set.of("hash", "btree").contains(method.get());
        List<IndexPart> parts =
                index.parts().stream().map(part -> plain ? part(part) : bare(part)).toList();
        return index.withMethod(method)
                .withParts(parts, index.include(), index.where())
                .withOptions(index.options().without(ImpliedIndexes.IMPLIED))
                .withComment(index.comment().map(MySqlStrings::stored));
    }

    /** A table in memory presumes hashes, where all others presume trees. */
    private Optional<String> method(Optional<String> said) {
        boolean inMemory =
                owner instanceof Table table
                        && table.options()
                                .get("engine")
                                .filter(engine -> engine.equalsIgnoreCase("MEMORY"))
                                .isPresent();
        if (inMemory) {
            return Optional.of(said.orElse("hash"));
        }
        return said.filter(named -> !TREES.contains(named))
                .filter(named -> !named.equals("hash") || !isCommonEngine());
    }

    private boolean isCommonEngine() {
        return owner instanceof Table table && !table.options().has("engine");
    }

    private static IndexPart bare(IndexPart part) {
        return IndexPart.column(part.column().orElseThrow());
    }

    private IndexPart part(IndexPart part) {
        boolean descending = part.descending() && server.has(ServerFeature.DESCENDING_INDEXES);
        if (part.expression().isPresent()) {
            return IndexPart.expression(texts.value(part.expression().get(), own))
                    .withDescending(descending);
        }
        String column = part.column().orElseThrow();
        IndexPart plain = IndexPart.column(column).withDescending(descending);
        OptionalInt prefix = part.prefixLength();
        return prefix.isPresent() && !isWhole(column, prefix.getAsInt())
                ? plain.withPrefixLength(prefix)
                : plain;
    }

    /** Returns what a table is cut by; an expression stays one. */
    IndexPart keyOf(IndexPart part) {
        return IndexPart.expression(texts.value(part.expression().orElseThrow(), own));
    }

    /** A prefix as long as the column is none. */
    private boolean isWhole(String name, int length) {
        Optional<Column> column =
                owner instanceof Table table ? table.column(name) : Optional.empty();
        return column.map(Column::type)
                .filter(type -> !MySqlTypes.needsPrefix(type))
                .filter(type -> type.arguments().equals(List.of(String.valueOf(length))))
                .isPresent();
    }

    @Override
    public TablePart trigger(Trigger trigger) {
        return trigger.action()
                .body()
                .map(body -> trigger.withAction(Trigger.Action.body(MySqlTexts.body(body))))
                .orElse(trigger);
    }

    @Override
    public TablePart policy(Policy policy) {
        return policy;
    }

    @Override
    public TablePart attachment(Attachment attachment) {
        return attachment.withDefinition(MySqlTexts.body(attachment.definition()));
    }
}
