package dev.limbeck.expression;

import dev.limbeck.schema.Expression;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Renames what the names in a text mean: where a text is understood, only the words that stand for
 * what is renamed are changed. Elsewhere it goes by words.
 */
public final class MeaningRewriter implements NameRewriter {
    /**
     * What a dialect knows of texts.
     *
     * @param words the rewriter for texts that are not understood
     * @param texts reads the texts of a schema
     * @param write writes a name, quoted where it must be
     * @param settle brings an object of a schema to normal form
     */
    public record Setting(
            NameRewriter words,
            Function<Schema, SchemaTexts> texts,
            UnaryOperator<String> write,
            Settling settle) {}

    /** Brings an object to normal form. */
    @FunctionalInterface
    public interface Settling {
        /** Returns an object of a schema in normal form. */
        SchemaObject settled(Schema schema, SchemaObject object);
    }

    /** A private character that no text has, around the number of a column that is put aside. */
    private static final String MASK = "\uE000";

    private final Setting setting;
    private final SchemaTexts texts;
    private final OwnColumns columns;

    private MeaningRewriter(Setting setting, SchemaTexts texts, OwnColumns columns) {
        this.setting = setting;
        this.texts = texts;
        this.columns = columns;
    }

    /** Returns the rewriter for the texts of nothing; see {@link #in}. */
    public static NameRewriter of(Setting setting) {
        return new MeaningRewriter(
                setting, setting.texts().apply(Schema.empty()), OwnColumns.none());
    }

    @Override
    public NameRewriter in(Schema schema, ObjectId owner) {
        SchemaTexts own = setting.texts().apply(schema);
        Optional<Relation> relation =
                schema.find(owner).filter(Relation.class::isInstance).map(Relation.class::cast);
        return new MeaningRewriter(
                setting, own, relation.map(own::columnsOf).orElseGet(OwnColumns::none));
    }

    @Override
    public SchemaObject settled(Schema schema, SchemaObject object) {
        return setting.settle().settled(schema, object);
    }

    @Override
    public Expression renameObject(Expression expression, QualifiedName from, QualifiedName to) {
        Optional<Uses> uses = texts.reading(expression.source(), columns).uses();
        return outsideColumns(expression, uses, text -> words().renameObject(text, from, to));
    }

    @Override
    public Expression renameObjectInQuery(Expression query, QualifiedName from, QualifiedName to) {
        Expression byWords = words().renameObjectInQuery(query, from, to);
        Optional<Uses> uses = texts.reading(Query.of(query)).uses();
        Map<Place, String> changed = new HashMap<>();
        uses.ifPresent(
                found ->
                        found.relations()
                                .forEach(
                                        (place, source) -> {
                                            if (source.relation().equals(from)) {
                                                changed.put(place, written(source, to));
                                            }
                                        }));
        return changed.isEmpty()
                ? outsideColumns(query, uses, text -> words().renameObject(text, from, to))
                : withSource(byWords, Uses.replaced(query.source(), changed));
    }

    /** Returns a relation's new name, under the old one where columns are called by it. */
    private String written(Uses.Source source, QualifiedName to) {
        String name =
                to.inDefaultSchema()
                        ? write(to.name())
                        : write(to.schema()) + "." + write(to.name());
        String old = source.relation().name();
        return source.hasAlias() || old.equals(to.name()) ? name : name + " AS " + write(old);
    }

    /** Rewrites a text by words, apart from those that are known to stand for columns. */
    private static Expression outsideColumns(
            Expression expression, Optional<Uses> uses, UnaryOperator<Expression> rewrite) {
        Expression byWords = rewrite.apply(expression);
        if (uses.isEmpty() || uses.get().columns().isEmpty()) {
            return byWords;
        }
        Map<Place, String> masks = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        for (Place place : uses.get().columns().keySet()) {
            String mask = MASK + masks.size() + MASK;
            masks.put(place, mask);
            words.put(mask, expression.source().substring(place.begin(), place.end()));
        }
        String masked = Uses.replaced(expression.source(), masks);
        String rewritten = rewrite.apply(Expression.of(masked)).source();
        for (Map.Entry<String, String> word : words.entrySet()) {
            rewritten = rewritten.replace(word.getKey(), word.getValue());
        }
        return withSource(byWords, rewritten);
    }

    @Override
    public Expression renameColumn(
            Expression expression, QualifiedName relation, String from, String to) {
        Uses.Column column = new Uses.Column(relation, from);
        Map<Place, String> changed =
                texts.reading(expression.source(), columns)
                        .uses()
                        .map(uses -> places(uses, column, write(to)))
                        .orElseGet(Map::of);
        Expression byWords = words().renameColumn(expression, relation, from, to);
        return changed.isEmpty()
                ? byWords
                : withSource(byWords, Uses.replaced(expression.source(), changed));
    }

    private static Map<Place, String> places(Uses uses, Uses.Column column, String written) {
        Map<Place, String> places = new HashMap<>();
        if (!uses.unplaced().contains(column)) {
            uses.columns()
                    .forEach(
                            (place, used) -> {
                                if (used.equals(column)) {
                                    places.put(place, written);
                                }
                            });
        }
        return places;
    }

    @Override
    public Expression renameColumnInQuery(
            Expression query, QualifiedName relation, String from, String to) {
        Expression byWords = words().renameColumnInQuery(query, relation, from, to);
        String source = withoutStars(Query.of(query)).text().source();
        Uses.Column column = new Uses.Column(relation, from);
        return texts.reading(Query.of(Expression.of(source)))
                .uses()
                .filter(uses -> !uses.unplaced().contains(column))
                .map(uses -> withSource(byWords, renamed(source, uses, column, to)))
                .orElse(byWords);
    }

    /** Renames a column in a query; what the query yields keeps its name. */
    private String renamed(String source, Uses uses, Uses.Column column, String to) {
        Map<Place, String> changed = places(uses, column, write(to));
        changed.replaceAll(
                (place, written) ->
                        uses.items().contains(place.end())
                                ? written + " AS " + write(column.name())
                                : written);
        return Uses.replaced(source, changed);
    }

    @Override
    public SchemaObject withoutStars(SchemaObject object) {
        if (object instanceof View view) {
            return view.withQuery(withoutStars(view.query()));
        }
        return object instanceof MaterializedView view
                ? view.withQuery(withoutStars(view.query()))
                : object;
    }

    private Query withoutStars(Query query) {
        Map<Place, String> changed = new HashMap<>();
        texts.reading(query)
                .uses()
                .ifPresent(
                        uses ->
                                uses.stars()
                                        .forEach(
                                                (place, paths) ->
                                                        changed.put(place, written(paths))));
        return changed.isEmpty()
                ? query
                : query.withText(
                        withSource(query.text(), Uses.replaced(query.text().source(), changed)));
    }

    private String written(List<List<String>> paths) {
        return paths.stream()
                .map(path -> path.stream().map(this::write).collect(Collectors.joining(".")))
                .collect(Collectors.joining(", "));
    }

    @Override
    public Expression renameValue(Expression expression, String from, String to) {
        return words().renameValue(expression, from, to);
    }

    private NameRewriter words() {
        return setting.words();
    }

    private String write(String name) {
        return setting.write().apply(name);
    }

    /** Returns a text with another source; where it was its own normal form, it stays that. */
    private static Expression withSource(Expression expression, String source) {
        boolean plain = expression.canonical().equals(expression.source());
        String canonical = plain ? source : expression.canonical();
        return new Expression(source, canonical, expression.references());
    }
}
