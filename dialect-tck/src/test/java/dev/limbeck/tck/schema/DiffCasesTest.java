package dev.limbeck.tck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.ChangeSet;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffCasesTest {
    private static final QualifiedName ACCOUNT = QualifiedName.of("account");
    private static final QualifiedName MOOD = QualifiedName.of("mood");

    private static Index index(String name, String column) {
        return Index.of(PartName.of(name), List.of(IndexPart.column(column)));
    }

    private static Table account(TablePart... parts) {
        return Table.of(
                        ACCOUNT,
                        Column.of("x", ColumnType.of("integer")),
                        Column.of("y", ColumnType.of("integer")),
                        Column.of("z", ColumnType.of("integer")))
                .withParts(List.of(parts));
    }

    /** Returns the summaries of the changes, which were seen to lead there and back. */
    private static List<String> changes(Schema actual, Schema desired) {
        ChangeSet set = SchemaDiff.between(actual, desired, ModelRules.OPTIONS);
        SchemaEditor editor = new SchemaEditor(actual, ModelRules.NAMES);
        set.changes().forEach(change -> change.applyTo(editor));
        assertThat(editor.snapshot()).isEqualTo(desired);
        set.undo().forEach(change -> change.applyTo(editor));
        assertThat(editor.snapshot()).isEqualTo(actual);
        return set.changes().stream().map(SchemaChange::summary).toList();
    }

    private static List<String> changes(SchemaObject actual, SchemaObject desired) {
        return changes(Schema.of(List.of(actual)), Schema.of(List.of(desired)));
    }

    @Test
    void indexesThatChangeNamesTakeADetour() {
        assertThat(
                        changes(
                                account(index("a", "x"), index("b", "y")),
                                account(index("a", "y"), index("b", "x"))))
                .containsExactly(
                        "rename index b of account to b_to_a",
                        "rename index a of account to b",
                        "rename index b_to_a of account to a");
    }

    @Test
    void threeIndexesInARingTakeOneDetour() {
        assertThat(
                        changes(
                                account(index("a", "x"), index("b", "y"), index("c", "z")),
                                account(index("a", "y"), index("b", "z"), index("c", "x"))))
                .hasSize(4);
    }

    @Test
    void partsOfTwoKindsThatChangeNamesTakeADetour() {
        Check check = Check.of(PartName.of("a"), Expression.of("x > 0"));
        Unique unique = Unique.of(PartName.of("b"), "y");

        assertThat(
                        changes(
                                account(check, unique),
                                account(
                                        check.withName(PartName.of("b")),
                                        unique.withName(PartName.of("a")))))
                .hasSize(3);
    }

    @Test
    void whatIsMadeOfARebuiltEnumWaitsElsewhere() {
        QualifiedName level = QualifiedName.of("level");
        QualifiedName pair = QualifiedName.of("pair");
        Domain domain = Domain.of(level, ColumnType.of(MOOD));
        CompositeType composite =
                CompositeType.of(pair, CompositeType.Attribute.of("first", ColumnType.of(level)));
        Table table =
                Table.of(
                        ACCOUNT,
                        Column.of("m", ColumnType.of(MOOD)),
                        Column.of("l", ColumnType.of(level)),
                        Column.of("p", ColumnType.of(pair)));
        EnumType mood = EnumType.of(MOOD, "sad", "ok", "happy");

        assertThat(
                        changes(
                                Schema.of(List.of(mood, domain, composite, table)),
                                Schema.of(
                                        List.of(
                                                mood.withValues(List.of("sad", "ok")),
                                                domain,
                                                composite,
                                                table))))
                .containsExactly("rebuild enum mood with values sad, ok");
    }
}
