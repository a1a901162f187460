package dev.limbeck.expression;

import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What queries can select from in one schema: its tables and views. */
public final class SchemaRelations implements Relations {
    private final Schema schema;
    private final TypeNames types;
    private final UnaryOperator<String> words;

    /**
     * Makes what looks into a schema.
     *
     * @param words spells a query in the words of the grammar, where the database has others
     */
    public SchemaRelations(Schema schema, TypeNames types, UnaryOperator<String> words) {
        this.schema = schema;
        this.types = types;
        this.words = words;
    }

    @Override
    public Optional<List<RelationColumn>> columns(QualifiedName name) {
        return schema.table(name)
                .map(
                        table ->
                                Inheritance.columns(schema, table).stream()
                                        .map(
                                                column ->
                                                        new RelationColumn(
                                                                column.name(),
                                                                types.nameOf(column.type())))
                                        .toList());
    }

    @Override
    public Optional<Query> query(QualifiedName name) {
        return schema.relation(name).flatMap(SchemaRelations::queryOf).map(this::spelled);
    }

    private static Optional<Query> queryOf(Relation relation) {
        if (relation instanceof View view) {
            return Optional.of(view.query());
        }
        return relation instanceof MaterializedView view
                ? Optional.of(view.query())
                : Optional.empty();
    }

    private Query spelled(Query query) {
        String written = query.text().source();
        String text = words.apply(written);
        return text.equals(written) ? query : query.withText(Expression.of(text));
    }

    @Override
    public List<RelationColumn> rowColumns(List<String> function) {
        return List.of();
    }
}
