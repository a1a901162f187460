package dev.limbeck.postgres.normal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresRenamesTest {
    private static final QualifiedName ITEM = QualifiedName.of("item");
    private static final Schema SCHEMA =
            Schema.of(List.of(table("item", "name", "kind"), table("shop", "name", "item")));

    private static Table table(String name, String... columns) {
        return Table.of(
                QualifiedName.of(name),
                Stream.of(columns)
                        .map(column -> Column.of(column, ColumnType.of("text")))
                        .toList());
    }

    private static NameRewriter rewriter(QualifiedName owner) {
        return PostgresRenames.rewriter(18).in(SCHEMA, ObjectId.table(owner));
    }

    private static Expression text(String source) {
        return Expression.of(source, List.of(Reference.toColumn(ITEM, "name")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SELECT i.name, s.name FROM item i, shop s | SELECT i.title AS name, s.name FROM item i, shop s
                    SELECT i.name AS n FROM item AS i | SELECT i.title AS n FROM item AS i
                    SELECT 'name' AS name, kind FROM item WHERE name > '' | SELECT 'name' AS name, kind FROM item WHERE title > ''
                    SELECT kind FROM item ORDER BY name | SELECT kind FROM item ORDER BY title
                    SELECT name FROM item ORDER BY name | SELECT title AS name FROM item ORDER BY name
                    SELECT name FROM item GROUP BY name | SELECT title AS name FROM item GROUP BY title
                    SELECT x.name FROM (SELECT name FROM item) x | SELECT x.name FROM (SELECT title AS name FROM item) x
                    SELECT (SELECT name FROM shop LIMIT 1) FROM item | SELECT (SELECT name FROM shop LIMIT 1) FROM item
                    SELECT (SELECT i.name) FROM item i | SELECT (SELECT i.title AS name) FROM item i
                    WITH w AS (SELECT name FROM item) SELECT name FROM w | WITH w AS (SELECT title AS name FROM item) SELECT name FROM w
                    SELECT * FROM item | SELECT title AS name, kind FROM item
                    SELECT i.*, s.* FROM item i, shop s | SELECT i.title AS name, kind, s.name, item FROM item i, shop s
                    """)
    void onlyWhatMeansTheColumnIsRenamedInAQuery(String before, String after) {
        Expression renamed =
                rewriter(QualifiedName.of("v"))
                        .renameColumnInQuery(text(before), ITEM, "name", "title");
        assertThat(renamed.source()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    name <> 'name' AND item.name > '' | title <> 'name' AND item.title > ''
                    name::name <> kind | title::name <> kind
                    name = (SELECT max(s.name) FROM shop s) | title = (SELECT max(s.name) FROM shop s)
                    """)
    void onlyWhatMeansTheColumnIsRenamedInACondition(String before, String after) {
        Expression renamed = rewriter(ITEM).renameColumn(text(before), ITEM, "name", "title");
        assertThat(renamed.source()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SELECT item.name FROM item | SELECT item.name FROM thing AS item
                    SELECT s.item FROM shop s, item i | SELECT s.item FROM shop s, thing i
                    SELECT item FROM shop WHERE item IN (SELECT name FROM item) | SELECT item FROM shop WHERE item IN (SELECT name FROM thing AS item)
                    """)
    void columnsOfATablesNameStayWhenTheTableIsRenamed(String before, String after) {
        Expression renamed =
                rewriter(QualifiedName.of("v"))
                        .renameObjectInQuery(text(before), ITEM, QualifiedName.of("thing"));
        assertThat(renamed.source()).isEqualTo(after);
    }

    @Test
    void aTypeOfAColumnsNameIsRenamedAlone() {
        Expression renamed =
                rewriter(ITEM)
                        .renameObject(
                                text("kind <> 'a'::kind"),
                                QualifiedName.of("kind"),
                                QualifiedName.of("sort"));
        assertThat(renamed.source()).isEqualTo("kind <> 'a'::sort");
    }

    @Test
    void whatIsNotUnderstoodGoesByWords() {
        Expression renamed =
                rewriter(ITEM).renameColumn(text("name %%% ) name"), ITEM, "name", "title");
        assertThat(renamed.source()).isEqualTo("title %%% ) title");
    }

    @Test
    void aStarStandsForTheColumnsThatAreThere() {
        View view = View.of(QualifiedName.of("v"), Query.of(text("SELECT * FROM item, shop")));
        View explicit = (View) rewriter(view.name()).withoutStars(view);
        assertThat(explicit.query().text().source())
                .isEqualTo("SELECT item.name, kind, shop.name, item FROM item, shop");
    }
}
