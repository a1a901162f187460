package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.RevisionScript.Commits;
import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.ChangeSet;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RevisionSplitTest {
    private static final ToyDatabase ALONE = new ToyDatabase("AddEnumValue");

    private static List<List<String>> split(Schema from, Schema to, ToyDatabase database) {
        return scripts(from, to, database).stream()
                .map(script -> script.up().stream().map(RenderedStatement::sql).toList())
                .toList();
    }

    private static List<RevisionScript> scripts(Schema from, Schema to, ToyDatabase database) {
        ChangeSet changes = SchemaDiff.between(from, to, ToyDatabase.OPTIONS);
        return RevisionSplit.of(from, changes.changes(), ToyDatabase.OPTIONS, database.renderer());
    }

    private static Schema schema(SchemaObject... objects) {
        return Schema.of(List.of(objects));
    }

    private static EnumType mood(String... values) {
        return EnumType.of(QualifiedName.of("mood"), values);
    }

    private static Table table(String name, Column... columns) {
        return Table.of(QualifiedName.of(name), List.of(columns));
    }

    private static Column column(String name, String type) {
        return Column.of(name, ColumnType.of(type));
    }

    private static Column defaulting(Column column, String value) {
        return column.withDefault(Optional.of(Expression.of(value)));
    }

    @Test
    void nothingNeedsNoRevision() {
        assertThat(split(schema(), schema(), ALONE)).isEmpty();
    }

    @Test
    void whatSharesATransactionIsOneRevision() {
        List<RevisionScript> scripts =
                scripts(schema(), schema(table("a", column("x", "text"))), ALONE);

        assertThat(scripts).hasSize(1);
        assertThat(scripts.get(0).upCommits()).isEqualTo(Commits.AT_THE_END);
    }

    @Test
    void whatIsAloneAnywayIsOneRevision() {
        List<RevisionScript> scripts =
                scripts(schema(mood("sad")), schema(mood("sad", "ok")), ALONE);

        assertThat(scripts).hasSize(1);
        assertThat(scripts.get(0).upCommits()).isEqualTo(Commits.EACH_STATEMENT);
        assertThat(scripts.get(0).downCommits()).isEqualTo(Commits.AT_THE_END);
    }

    @Test
    void whatStandsAloneComesOnTop() {
        Schema from = schema(mood("sad"));
        Schema to = schema(mood("sad", "ok"), table("z", column("x", "text")));

        assertThat(split(from, to, ALONE))
                .containsExactly(List.of("CreateTable z"), List.of("AddEnumValue mood 'ok'"));
    }

    @Test
    void whatUsesTheNewValueComesAfterIt() {
        Column before = column("m", "mood");
        Schema from = schema(mood("sad"), table("t", before));
        Schema to =
                schema(
                        mood("sad", "ok"),
                        table("t", defaulting(before, "'ok'")),
                        table("z", column("x", "text")));

        assertThat(split(from, to, ALONE))
                .containsExactly(
                        List.of("CreateTable z"),
                        List.of("AddEnumValue mood 'ok'", "AlterColumn t.m DEFAULT 'ok'"));
    }

    @Test
    void severalValuesOfATypeStayInOrder() {
        Schema from = schema(mood("sad"));
        Schema to = schema(mood("sad", "ok", "glad"), table("z", column("x", "text")));

        assertThat(split(from, to, ALONE))
                .containsExactly(
                        List.of("CreateTable z"),
                        List.of("AddEnumValue mood 'ok'", "AddEnumValue mood 'glad'"));
    }

    @Test
    void whatBuildsOnAMovedChangeMovesWithIt() {
        Schema from = schema();
        Schema to = schema(table("a", column("x", "text")), mood("sad"));
        ToyDatabase types = new ToyDatabase("CreateEnum");

        assertThat(split(from, to, types))
                .containsExactly(List.of("CreateTable a"), List.of("CreateEnum mood"));
    }

    @Test
    void aWayBackThatStandsAloneDividesToo() {
        Schema from = schema(mood("sad"));
        Schema to = schema(mood("sad", "ok"), table("z", column("x", "text")));
        ToyDatabase backwards = new ToyDatabase("RebuildEnum");

        List<RevisionScript> scripts = scripts(from, to, backwards);

        assertThat(scripts).hasSize(2);
        assertThat(scripts.get(1).downCommits()).isEqualTo(Commits.EACH_STATEMENT);
    }
}
