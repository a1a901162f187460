package dev.limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Walks an object and rebuilds it with its names, types and texts rewritten; a subclass says how.
 * Every hook returns what it is given unless it is overridden.
 */
public abstract class SchemaObjectRewriter implements SchemaObjectVisitor<SchemaObject> {

    /** Rewrites the name of another object, or of this one. */
    protected QualifiedName name(Reference.Target target, QualifiedName name) {
        return name;
    }

    /** Rewrites the name of a column of a relation; the relation's name is as it was before. */
    protected String column(QualifiedName relation, String column) {
        return column;
    }

    /** Rewrites a text; its references are rewritten already. */
    protected Expression expression(Expression expression) {
        return expression;
    }

    /** Rewrites a view's query; unless overridden, as any other text. */
    protected Expression query(Expression query) {
        return expression(query);
    }

    /** Rewrites a type; its name is rewritten already. */
    protected ColumnType type(ColumnType type) {
        return type;
    }

    /** Rewrites a column; its pieces are rewritten already. */
    protected Column column(Column column) {
        return column;
    }

    /** Rewrites a part; its pieces are rewritten already. */
    protected TablePart part(TablePart part) {
        return part;
    }

    /** Returns the object rewritten. */
    public final SchemaObject rewrite(SchemaObject object) {
        return object.accept(this);
    }

    final Optional<Expression> rewritten(Optional<Expression> expression) {
        return expression.map(this::rewritten);
    }

    final Expression rewritten(Expression expression) {
        return expression(withNewReferences(expression));
    }

    private Expression withNewReferences(Expression expression) {
        TreeSet<Reference> references = new TreeSet<>();
        for (Reference reference : expression.references()) {
            Reference renamed =
                    reference
                            .column()
                            .map(column -> reference.withColumn(column(reference.name(), column)))
                            .orElse(reference);
            references.add(renamed.withName(name(reference.target(), reference.name())));
        }
        return expression.withReferences(references);
    }

    final ColumnType rewritten(ColumnType type) {
        return type(type.withName(name(Reference.Target.TYPE, type.name())));
    }

    final List<String> columns(QualifiedName relation, List<String> columns) {
        return columns.stream().map(column -> column(relation, column)).toList();
    }

    final IndexPart rewritten(QualifiedName owner, IndexPart part) {
        IndexPart named =
                part.column()
                        .map(column -> part.withColumn(column(owner, column)))
                        .orElseGet(
                                () ->
                                        part.withExpression(
                                                rewritten(part.expression().orElseThrow())));
        return named.withCollation(
                part.collation().map(collation -> name(Reference.Target.ANY, collation)));
    }

    private Column rewritten(QualifiedName owner, Column column) {
        return column(
                column.withName(column(owner, column.name()))
                        .withType(rewritten(column.type()))
                        .withDefault(rewritten(column.defaultValue()))
                        .withIdentity(column.identity().map(this::rewritten))
                        .withGenerated(
                                column.generated()
                                        .map(
                                                computed ->
                                                        new Generated(
                                                                rewritten(computed.expression()),
                                                                computed.storage())))
                        .withCollation(
                                column.collation().map(name -> name(Reference.Target.ANY, name))));
    }

    private Identity rewritten(Identity identity) {
        return identity.withSequence(rewritten(identity.sequence()));
    }

    private SequenceOptions rewritten(SequenceOptions options) {
        return options.withType(options.type().map(this::rewritten));
    }

    private List<TablePart> rewrittenParts(Relation relation) {
        PartRewriter rewriter = new PartRewriter(this, relation.name());
        return relation.parts().stream().map(part -> part(part.accept(rewriter))).toList();
    }

    @Override
    public SchemaObject namespace(Namespace namespace) {
        return namespace.withName(
                name(Reference.Target.NAMESPACE, QualifiedName.of(namespace.name())));
    }

    @Override
    public SchemaObject extension(Extension extension) {
        return new Extension(
                extension.name(),
                extension
                        .schema()
                        .map(
                                schema ->
                                        schema.isEmpty()
                                                ? schema
                                                : name(
                                                                Reference.Target.NAMESPACE,
                                                                QualifiedName.of(schema))
                                                        .name()),
                extension.version(),
                extension.details());
    }

    @Override
    public SchemaObject enumType(EnumType type) {
        return type.withName(name(Reference.Target.TYPE, type.name()));
    }

    @Override
    public SchemaObject domain(Domain domain) {
        return new Domain(
                name(Reference.Target.TYPE, domain.name()),
                rewritten(domain.type()),
                domain.notNull(),
                rewritten(domain.defaultValue()),
                domain.collation().map(collation -> name(Reference.Target.ANY, collation)),
                domain.constraints().stream()
                        .map(check -> check.withPredicate(rewritten(check.predicate())))
                        .toList(),
                domain.details());
    }

    @Override
    public SchemaObject compositeType(CompositeType type) {
        return new CompositeType(
                name(Reference.Target.TYPE, type.name()),
                type.attributes().stream()
                        .map(attribute -> attribute.withType(rewritten(attribute.type())))
                        .toList(),
                type.details());
    }

    @Override
    public SchemaObject sequence(Sequence sequence) {
        return new Sequence(
                name(Reference.Target.SEQUENCE, sequence.name()),
                rewritten(sequence.counting()),
                sequence.ownedBy()
                        .map(
                                owner ->
                                        new Sequence.OwningColumn(
                                                name(Reference.Target.RELATION, owner.table()),
                                                column(owner.table(), owner.column()))),
                sequence.persistence(),
                sequence.details());
    }

    @Override
    public SchemaObject table(Table table) {
        QualifiedName name = table.name();
        return new Table(
                name(Reference.Target.RELATION, name),
                table.columns().stream().map(column -> rewritten(name, column)).toList(),
                rewrittenParts(table),
                table.persistence(),
                table.partitioning()
                        .map(
                                cut ->
                                        cut.withKeys(
                                                cut.keys().stream()
                                                        .map(key -> rewritten(name, key))
                                                        .toList())),
                table.partitionOf()
                        .map(
                                of ->
                                        new PartitionOf(
                                                name(Reference.Target.RELATION, of.parent()),
                                                rewritten(of.bound()))),
                table.inherits().stream()
                        .map(parent -> name(Reference.Target.RELATION, parent))
                        .toList(),
                table.rowSecurity(),
                table.options(),
                rewritten(name, table.details()));
    }

    private Details rewritten(QualifiedName relation, Details details) {
        return details.withGrants(
                details.grants().stream()
                        .map(
                                grant ->
                                        new Grant(
                                                grant.grantee(),
                                                grant.privilege(),
                                                grant.column()
                                                        .map(column -> column(relation, column)),
                                                grant.grantable()))
                        .toList());
    }

    private Query rewritten(Query query) {
        return new Query(
                query.aliases(),
                query(withNewReferences(query.text())),
                query.columns().stream()
                        .map(
                                column ->
                                        new Query.OutputColumn(
                                                column.name(), column.type().map(this::rewritten)))
                        .toList());
    }

    private SortedMap<String, String> rewritten(
            QualifiedName relation, SortedMap<String, String> columnComments) {
        SortedMap<String, String> renamed = new TreeMap<>();
        columnComments.forEach((column, comment) -> renamed.put(column(relation, column), comment));
        return renamed;
    }

    @Override
    public SchemaObject view(View view) {
        return new View(
                name(Reference.Target.RELATION, view.name()),
                rewritten(view.query()),
                rewrittenParts(view),
                rewritten(view.name(), view.columnComments()),
                view.options(),
                rewritten(view.name(), view.details()));
    }

    @Override
    public SchemaObject materializedView(MaterializedView view) {
        return new MaterializedView(
                name(Reference.Target.RELATION, view.name()),
                rewritten(view.query()),
                rewrittenParts(view),
                rewritten(view.name(), view.columnComments()),
                view.options(),
                rewritten(view.name(), view.details()));
    }

    @Override
    public SchemaObject routine(Routine routine) {
        return new Routine(
                name(Reference.Target.ROUTINE, routine.name()),
                routine.type(),
                routine.arguments().stream()
                        .map(
                                argument ->
                                        new Routine.Argument(
                                                argument.name(),
                                                argument.mode(),
                                                rewritten(argument.type()),
                                                rewritten(argument.defaultValue())))
                        .toList(),
                rewritten(routine.returns()),
                routine.language(),
                body(routine.body()),
                routine.options(),
                routine.details());
    }

    /** Rewrites a routine's body; unless overridden, as any other text. */
    protected Expression body(Expression body) {
        return rewritten(body);
    }

    @Override
    public SchemaObject synonym(Synonym synonym) {
        return new Synonym(
                name(Reference.Target.ANY, synonym.name()),
                name(Reference.Target.ANY, synonym.target()),
                synonym.shared(),
                synonym.details());
    }

    @Override
    public SchemaObject opaque(OpaqueObject object) {
        return new OpaqueObject(
                name(Reference.Target.ANY, object.name()),
                object.type(),
                rewritten(object.definition()),
                object.details());
    }
}
