package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.ScriptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptReadingsTest {
    @TempDir Path folder;

    private final ScriptReadings readings = H2Sql.readings();

    private ScriptFile file(String name, String sql) throws IOException {
        return H2Sql.file(folder, name, sql);
    }

    private static List<String> tables(SchemaReading reading) {
        return H2Sql.objects(reading.schema())
                .map(object -> object.id().name().toString())
                .toList();
    }

    @Test
    void filesThatDescribeAStateNeedNoOrder() throws IOException {
        List<ScriptFile> files =
                List.of(
                        file("a.sql", "CREATE VIEW v AS SELECT id FROM item;"),
                        file(
                                "b.sql",
                                "CREATE TABLE item (id integer REFERENCES kind (id), PRIMARY KEY"
                                        + " (id));"),
                        file("c.sql", "CREATE TABLE kind (id integer PRIMARY KEY);"));
        SchemaReading described = readings.describe(files);
        assertThat(described.findings()).isEmpty();
        assertThat(tables(described)).containsExactlyInAnyOrder("ITEM", "KIND", "V");
    }

    @Test
    void scriptsOfAChainRunInTheirOrder() throws IOException {
        ScriptFile index = file("a.sql", "\nCREATE INDEX i ON item (id);");
        ScriptFile table = file("b.sql", "CREATE TABLE item (id integer);");
        assertThat(H2Sql.messages(readings.replay(List.of(table, index)))).isEmpty();
        assertThat(H2Sql.messages(readings.replay(List.of(index, table))))
                .containsExactly("a.sql:2:19 LMB-302");
    }

    @Test
    void whatNothingMakesIsAnErrorAtItsPlaceInADescriptionToo() throws IOException {
        ScriptFile file = file("a.sql", "CREATE TABLE t (id integer);\nDROP TABLE missing;\n");
        SchemaReading described = readings.describe(List.of(file));
        assertThat(H2Sql.messages(described)).containsExactly("a.sql:2:12 LMB-302");
        assertThat(tables(described)).containsExactly("T");
    }

    @Test
    void aHintOfAnOldNameBelongsIntoADescriptionOnly() throws IOException {
        ScriptFile file =
                file("a.sql", "-- limbeck: renamed-from old\nCREATE TABLE t (id integer);\n");
        assertThat(H2Sql.messages(readings.describe(List.of(file)))).isEmpty();
        assertThat(H2Sql.messages(readings.replay(List.of(file))))
                .containsExactly("a.sql:1:1 LMB-207");
    }

    @Test
    void variablesHaveTheirValues() throws IOException {
        ScriptFile known =
                file("a.sql", "-- limbeck: vars tenant\nCREATE TABLE ${tenant} (id integer);\n");
        ScriptFile unknown =
                file("b.sql", "-- limbeck: vars who\nCREATE TABLE ${who} (id integer);\n");
        SchemaReading replayed = readings.replay(List.of(known, unknown));
        assertThat(tables(replayed)).containsExactly("ACME");
        assertThat(replayed.findings().toString()).contains("the variable ${who} has no value");
    }

    @Test
    void aFileIsReadOnceForAllThatIsAskedOfIt() throws IOException {
        ScriptFile file = file("a.sql", "CREATE TABLE app.t (id integer);");
        assertThat(readings.namedSchemas(List.of(file))).containsExactly("APP");
        Files.delete(file.path());
        assertThat(H2Sql.messages(readings.describe(List.of(file))))
                .containsExactly("a.sql:1:14 LMB-302");
        assertThat(H2Sql.messages(readings.replay(List.of(file)))).hasSize(1);
    }

    @Test
    void aFileThatChangedIsReadAgain() throws IOException {
        ScriptFile before = file("a.sql", "CREATE TABLE t (id integer);");
        assertThat(tables(readings.describe(List.of(before)))).containsExactly("T");
        ScriptFile after = file("a.sql", "CREATE TABLE other (id integer);");
        assertThat(tables(readings.describe(List.of(after)))).containsExactly("OTHER");
    }

    @Test
    void aChainIsContinuedWhereItWasLeft() throws IOException {
        ScriptFile first = file("a.sql", "CREATE TABLE t (id integer);\nDROP TABLE missing;");
        ScriptFile second = file("b.sql", "ALTER TABLE t ADD COLUMN name varchar(5);");
        ScriptFile third = file("c.sql", "DROP TABLE t;");
        Schema one = readings.replay(List.of(first)).schema();
        SchemaReading two = readings.replay(List.of(first, second));
        assertThat(two).isEqualTo(H2Sql.readings().replay(List.of(first, second)));
        assertThat(two.findings()).hasSize(1);
        assertThat(tables(readings.replay(List.of(first, second, third)))).isEmpty();
        // Earlier states are still known, and another way on is another chain.
        assertThat(readings.replay(List.of(first)).schema()).isEqualTo(one);
        assertThat(tables(readings.replay(List.of(first, third)))).isEmpty();
        assertThat(
                        readings.replay(List.of(first, second))
                                .schema()
                                .table(QualifiedName.of("T"))
                                .orElseThrow()
                                .columns())
                .hasSize(2);
    }

    @Test
    void aVeryLargeScriptIsReadAgainInsteadOfKept() throws IOException {
        String comment = "COMMENT ON TABLE t IS '" + "x".repeat(1 << 19) + "';\n";
        ScriptFile file = file("a.sql", "CREATE TABLE t (id integer);\n" + comment.repeat(3));
        ReadScript read = ReadScript.of(file, H2Sql.DIALECT);
        assertThat(read.kept()).isEmpty();
        assertThat(
                        readings.replay(List.of(file))
                                .schema()
                                .find(ObjectId.table(QualifiedName.of("T"))))
                .isPresent();
    }
}
