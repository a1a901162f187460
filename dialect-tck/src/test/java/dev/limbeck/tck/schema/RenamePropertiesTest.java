package dev.limbeck.tck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.ChangeSet;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenamePropertiesTest {
    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("limbeck.pairs", 200));
    }

    private static SchemaGenerator generator(long seed) {
        return new SchemaGenerator(new Random(seed), Vocabulary.everything(), ModelRules.NAMES);
    }

    private static Schema applied(Schema start, List<SchemaChange> changes) {
        SchemaEditor editor = new SchemaEditor(start, ModelRules.NAMES);
        changes.forEach(change -> change.applyTo(editor));
        return editor.snapshot();
    }

    private static String told(List<SchemaChange> changes) {
        return changes.stream().map(SchemaChange::summary).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasOnlyRenamedIsOnlyRenamed(long seed) {
        Schema actual = generator(seed).schema(40);
        Schema desired = Renamer.renamed(actual, new Random(seed), ModelRules.NAMES);

        ChangeSet set = SchemaDiff.between(actual, desired, ModelRules.OPTIONS);

        assertThat(set.changes())
                .as(told(set.changes()))
                .allMatch(
                        change ->
                                change instanceof ObjectChange.Rename
                                        || change instanceof ColumnChange.Rename
                                        || change instanceof EnumChange.RenameValue);
        assertThat(applied(actual, set.changes())).isEqualTo(desired);
        assertThat(applied(desired, set.undo())).isEqualTo(actual);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hintsThatHaveDoneTheirWorkDoNoMore(long seed) {
        Schema actual = generator(seed).schema(40);
        Schema desired = Renamer.renamed(actual, new Random(seed), ModelRules.NAMES);

        assertThat(SchemaDiff.between(desired, desired, ModelRules.OPTIONS).changes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void renamesAndOtherChangesTogetherLeadThereAndBack(long seed) {
        Schema actual = generator(seed).schema(40);
        Schema renamed = Renamer.renamed(actual, new Random(seed), ModelRules.NAMES);
        Schema desired = generator(~seed).mutated(renamed, 15);

        ChangeSet set = SchemaDiff.between(actual, desired, ModelRules.OPTIONS);

        assertThat(applied(actual, set.changes())).as(told(set.changes())).isEqualTo(desired);
        assertThat(applied(desired, set.undo())).isEqualTo(actual);
    }
}
