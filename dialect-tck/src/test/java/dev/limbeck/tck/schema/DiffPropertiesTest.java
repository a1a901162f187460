package dev.limbeck.tck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.ChangeSet;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.View;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiffPropertiesTest {
    private static final int PAIRS = Integer.getInteger("limbeck.pairs", 200);

    private record Pair(Schema actual, Schema desired) {}

    static LongStream seeds() {
        return LongStream.range(0, PAIRS);
    }

    private static Pair pair(long seed) {
        Random random = new Random(seed);
        SchemaGenerator generator =
                new SchemaGenerator(random, Vocabulary.everything(), ModelRules.NAMES);
        Schema actual = generator.schema(10 + random.nextInt(70));
        Schema desired =
                seed % 7 == 0
                        ? generator.schema(random.nextInt(70))
                        : generator.mutated(actual, 1 + random.nextInt(40));
        return new Pair(actual, desired);
    }

    private static ChangeSet diff(Schema actual, Schema desired) {
        return SchemaDiff.between(actual, desired, ModelRules.OPTIONS);
    }

    private static String told(List<SchemaChange> changes) {
        return changes.stream().map(SchemaChange::summary).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesLeadToTheDesiredSchemaAndBack(long seed) {
        Pair pair = pair(seed);
        ChangeSet set = diff(pair.actual(), pair.desired());

        SchemaEditor editor = new SchemaEditor(pair.actual(), ModelRules.NAMES);
        set.changes().forEach(change -> applyStrictly(change, editor));
        assertThat(editor.snapshot()).as(told(set.changes())).isEqualTo(pair.desired());

        set.undo().forEach(change -> applyStrictly(change, editor));
        assertThat(editor.snapshot()).as(told(set.undo())).isEqualTo(pair.actual());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equalSchemasDifferInNothing(long seed) {
        Pair pair = pair(seed);

        assertThat(diff(pair.actual(), pair.actual()).changes()).isEmpty();
        assertThat(diff(pair.desired(), pair.desired()).changes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheInputsMakesNoDifference(long seed) {
        Pair pair = pair(seed);
        SchemaGenerator shuffler =
                new SchemaGenerator(new Random(~seed), Vocabulary.everything(), ModelRules.NAMES);

        ChangeSet set = diff(pair.actual(), pair.desired());
        ChangeSet again = diff(shuffler.shuffled(pair.actual()), shuffler.shuffled(pair.desired()));

        assertThat(again.changes()).isEqualTo(set.changes());
        assertThat(told(again.changes())).isEqualTo(told(set.changes()));
    }

    /** Applies a change and refuses what a server would refuse beyond names and references. */
    private static void applyStrictly(SchemaChange change, SchemaEditor editor) {
        if (change instanceof ColumnChange.Alter alter
                && !alter.before().type().equals(alter.after().type())) {
            requireNoReader(editor.snapshot(), alter.table(), alter.before(), change);
        }
        if (change instanceof EnumChange.Rebuild rebuild) {
            rebuild.users().suspended().forEach(taken -> taken.applyTo(editor));
            for (EnumChange.Use use : rebuild.users().columns()) {
                requireNoReader(editor.snapshot(), use.table(), use.column(), change);
            }
            SchemaChange.undo(rebuild.users().suspended()).forEach(taken -> taken.applyTo(editor));
        }
        change.applyTo(editor);
    }

    private static void requireNoReader(
            Schema schema, QualifiedName table, Column column, SchemaChange change) {
        Reference used = Reference.toColumn(table, column.name());
        for (ObjectId id : schema.dependents(ObjectId.table(table))) {
            SchemaObject reader = schema.find(id).orElseThrow();
            if (id.kind() == ObjectKind.VIEW) {
                assertThat(((View) reader).query().text().references())
                        .as(change.summary())
                        .doesNotContain(used);
            } else if (id.kind() == ObjectKind.MATERIALIZED_VIEW) {
                assertThat(((MaterializedView) reader).query().text().references())
                        .as(change.summary())
                        .doesNotContain(used);
            }
        }
    }
}
