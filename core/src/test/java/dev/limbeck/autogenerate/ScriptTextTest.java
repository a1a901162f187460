package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.sql.SqlLexicon;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ScriptTextTest {
    private static final SqlLexicon LEXICON = SqlLexicon.standard("SQL");
    private static final Table TABLE =
            Table.of(QualifiedName.of("t"), List.of(Column.of("x", ColumnType.of("text"))));

    private static String script(String... statements) {
        SchemaChange change = new ObjectChange.Create(TABLE);
        return ScriptText.of(
                Stream.of(statements).map(sql -> RenderedStatement.of(sql, change)).toList(),
                LEXICON);
    }

    @Test
    void statementsAboutOneThingStandTogether() {
        assertThat(
                        script(
                                "CREATE TABLE t (\n    x text\n)",
                                "CREATE INDEX a ON t (x)",
                                "CREATE UNIQUE INDEX b ON t (x)",
                                "ALTER TABLE t ADD y text",
                                "ALTER TABLE t ADD z text",
                                "ALTER TABLE u ADD z text",
                                "COMMENT ON TABLE t IS 'x'",
                                "COMMENT ON COLUMN t.x IS 'y'"))
                .isEqualTo(
                        """
                        CREATE TABLE t (
                            x text
                        );

                        CREATE INDEX a ON t (x);
                        CREATE UNIQUE INDEX b ON t (x);

                        ALTER TABLE t ADD y text;
                        ALTER TABLE t ADD z text;

                        ALTER TABLE u ADD z text;

                        COMMENT ON TABLE t IS 'x';
                        COMMENT ON COLUMN t.x IS 'y';
                        """);
    }

    @Test
    void whatHoldsTerminatorsIsMarkedAsOneStatement() {
        assertThat(script("CREATE TRIGGER x AS SET a = 1; SET b = 2"))
                .isEqualTo(
                        """
                        -- limbeck: statement begin
                        CREATE TRIGGER x AS SET a = 1; SET b = 2
                        -- limbeck: statement end
                        """);
    }

    @Test
    void marksWhatIsLost() {
        SchemaChange drop = new ObjectChange.Drop(TABLE);

        assertThat(ScriptText.of(List.of(RenderedStatement.of("DROP TABLE t", drop)), LEXICON))
                .isEqualTo("-- data loss: the rows of t are deleted\nDROP TABLE t;\n");
    }

    @Test
    void marksALossOnceThoughItTakesSeveralStatements() {
        SchemaChange drop = new ObjectChange.Drop(TABLE);
        List<RenderedStatement> statements =
                List.of(
                        RenderedStatement.of("DROP TABLE t", drop),
                        RenderedStatement.of("DROP SEQUENCE s", drop));

        assertThat(ScriptText.of(statements, LEXICON)).containsOnlyOnce("data loss");
    }

    @Test
    void aDialectMayMarkALossInItsOwnWords() {
        SchemaChange drop = new ObjectChange.Drop(TABLE);
        RenderedStatement statement =
                new RenderedStatement(
                        "DROP TABLE t",
                        List.of(drop),
                        List.of(),
                        List.of("data loss: all of it", "limbeck: transaction off"));

        assertThat(ScriptText.of(List.of(statement), LEXICON))
                .isEqualTo(
                        "-- data loss: all of it\n-- … limbeck: transaction off\nDROP TABLE t;\n");
    }
}
