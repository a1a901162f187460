package dev.limbeck.tck.schema;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** What the mutations draw from. */
final class Workbench {
    private final Random random;
    private final Vocabulary vocabulary;
    private final SchemaRules rules;
    private final SchemaEditor editor;

    Workbench(Random random, Vocabulary vocabulary, SchemaRules rules, SchemaEditor editor) {
        this.random = random;
        this.vocabulary = vocabulary;
        this.rules = rules;
        this.editor = editor;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    SchemaRules rules() {
        return rules;
    }

    Schema schema() {
        return editor.snapshot();
    }

    /** Returns true once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    <T> Optional<T> any(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(number(list.size())));
    }

    <T> T one(List<T> list) {
        return list.get(number(list.size()));
    }

    /** Returns some of a list, at least one, in random order. */
    <T> List<T> some(List<T> list, int most) {
        List<T> left = new ArrayList<>(list);
        List<T> drawn = new ArrayList<>();
        int count = 1 + number(Math.min(most, list.size()));
        for (int i = 0; i < count; i++) {
            drawn.add(left.remove(number(left.size())));
        }
        return drawn;
    }

    /** Returns a name from a pool of so many. */
    String name(String stem, int pool) {
        return vocabulary.fold().apply(stem + (1 + number(pool)));
    }

    PartName partName(String stem) {
        return PartName.of(name(stem, 12));
    }

    /** Returns a name in a schema that is there. */
    QualifiedName objectName(String stem) {
        List<String> schemas = new ArrayList<>(List.of("", "", ""));
        schema().objects(ObjectKind.NAMESPACE)
                .forEach(namespace -> schemas.add(namespace.id().name().name()));
        return QualifiedName.of(one(schemas), name(stem, 8));
    }

    <T extends SchemaObject> Optional<T> any(ObjectKind kind, Class<T> type) {
        return any(kind, type, object -> true);
    }

    <T extends SchemaObject> Optional<T> any(ObjectKind kind, Class<T> type, Predicate<T> wanted) {
        List<T> all = new ArrayList<>();
        schema().objects(kind).forEach(object -> all.add(type.cast(object)));
        all.removeIf(wanted.negate());
        return any(all);
    }

    Optional<Table> anyTable() {
        return any(
                ObjectKind.TABLE,
                Table.class,
                table -> table.parents().isEmpty() && !table.columns().isEmpty());
    }

    Optional<ObjectId> anyObject(ObjectKind... kinds) {
        List<ObjectId> all = new ArrayList<>();
        for (ObjectKind kind : kinds) {
            schema().objects(kind).forEach(object -> all.add(object.id()));
        }
        return any(all);
    }

    TypeSample type() {
        return one(vocabulary.types());
    }

    /** Returns the sample of a column's type; empty for a type of the schema. */
    Optional<TypeSample> sampleOf(Column column) {
        return vocabulary.types().stream()
                .filter(sample -> sample.type().equals(column.type()))
                .findFirst();
    }

    boolean isOf(Column column, TypeSample.Family family) {
        return sampleOf(column).filter(sample -> sample.family() == family).isPresent();
    }

    Column column(String name, TypeSample sample) {
        Column column = Column.of(name, sample.type());
        if (oneIn(3)) {
            column = column.withDefault(any(sample.literals()).map(Expression::of));
        }
        if (oneIn(3) && column.defaultValue().isPresent()) {
            column = column.withNotNull(Optional.of(NotNull.plain()));
        }
        return column;
    }

    /** Returns a text that uses columns of a relation. */
    static Expression text(String source, QualifiedName relation, String... columns) {
        List<Reference> references = new ArrayList<>();
        for (String column : columns) {
            references.add(Reference.toColumn(relation, column));
        }
        return Expression.of(source, references);
    }
}
