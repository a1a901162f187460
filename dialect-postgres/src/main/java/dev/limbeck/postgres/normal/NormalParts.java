package dev.limbeck.postgres.normal;

import dev.limbeck.expression.OwnColumns;
import dev.limbeck.expression.SqlType;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.IndexPart.Nulls;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.TablePartVisitor;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import java.util.List;
import java.util.Optional;

/** Brings the constraints, indexes, triggers and policies of one relation to normal form. */
final class NormalParts implements TablePartVisitor<TablePart> {
    private static final String DEFAULT_METHOD = "btree";

    private final Schema schema;
    private final PostgresTexts texts;
    private final Relation owner;
    private final OwnColumns own;

    NormalParts(Schema schema, PostgresTexts texts, Relation owner, OwnColumns own) {
        this.schema = schema;
        this.texts = texts;
        this.owner = owner;
        this.own = own;
    }

    @Override
    public TablePart primaryKey(PrimaryKey key) {
        return key;
    }

    @Override
    public TablePart unique(Unique unique) {
        return unique;
    }

    /** A key that names no columns of the other table refers to its primary key. */
    @Override
    public TablePart foreignKey(ForeignKey key) {
        if (!key.tableColumns().isEmpty()) {
            return key;
        }
        return schema.table(key.table())
                .flatMap(Table::primaryKey)
                .map(primary -> key.withTarget(key.table(), primary.key().columns()))
                .orElse(key);
    }

    @Override
    public TablePart check(Check check) {
        return check.withPredicate(texts.condition(check.predicate(), own));
    }

    @Override
    public TablePart exclusion(Exclusion exclusion) {
        String method = exclusion.method().orElse(DEFAULT_METHOD);
        List<Exclusion.Element> elements =
                exclusion.elements().stream()
                        .map(
                                element ->
                                        new Exclusion.Element(
                                                part(element.part(), method), element.operator()))
                        .toList();
        return new Exclusion(
                exclusion.name(),
                method(exclusion.method()),
                elements,
                exclusion.include(),
                exclusion.where().map(where -> texts.condition(where, own)),
                exclusion.options(),
                exclusion.state(),
                exclusion.comment());
    }

    @Override
    public TablePart index(Index index) {
        String method = index.method().orElse(DEFAULT_METHOD);
        return index.withMethod(method(index.method()))
                .withParts(
                        index.parts().stream().map(part -> part(part, method)).toList(),
                        index.include(),
                        index.where().map(where -> texts.condition(where, own)));
    }

    private static Optional<String> method(Optional<String> method) {
        return method.filter(named -> !named.equals(DEFAULT_METHOD));
    }

    /**
     * Returns a part of an index or a partition key.
     *
     * @param method the access method; empty for a partition key
     */
    IndexPart part(IndexPart part, String method) {
        IndexPart normal = part.expression().map(text -> withExpression(part, text)).orElse(part);
        Nulls usual = part.descending() ? Nulls.FIRST : Nulls.LAST;
        Optional<SqlType> type =
                normal.column()
                        .map(column -> Optional.ofNullable(own.columns().get(column)))
                        .orElseGet(
                                () -> texts.reading(normal.expression().orElseThrow(), own).type());
        return normal.withNulls(part.nulls().filter(nulls -> nulls != usual))
                .withOperatorClass(
                        part.operatorClass()
                                .map(DefaultOperatorClasses::withoutSchema)
                                .filter(
                                        named ->
                                                !DefaultOperatorClasses.isDefault(
                                                        named, method, type)));
    }

    /** An expression that is but a column is the column. */
    private IndexPart withExpression(IndexPart part, Expression text) {
        Expression normal = texts.value(text, own, Optional.empty());
        return own.columns().containsKey(normal.canonical())
                ? part.withColumn(normal.canonical())
                : part.withExpression(normal);
    }

    @Override
    public TablePart trigger(Trigger trigger) {
        return trigger.withWhen(trigger.when().map(when -> texts.condition(when, own)));
    }

    @Override
    public TablePart policy(Policy policy) {
        return policy.withExpressions(
                policy.using().map(using -> texts.condition(using, own)),
                policy.withCheck().map(check -> texts.condition(check, own)));
    }

    @Override
    public TablePart attachment(Attachment attachment) {
        return attachment.withDefinition(NormalRule.of(attachment.definition(), schema));
    }

    /** Returns the relation these parts belong to. */
    Relation owner() {
        return owner;
    }
}
