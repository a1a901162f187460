package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.analysis.PredicateAnalyzer.Relation;
import dev.limbeck.analysis.PredicateSettlement.Verdict;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrictnessTest {
    private static final String FAILS = "Fails where rows don't fit:";
    private static final String VIOLATE = "rows of T may violate C";

    @TempDir Path folder;

    private GeneratedText texts(String from, String to, Relation relation) throws IOException {
        SchemaScope scope = new SchemaScope(ObjectFilter.all(), "PUBLIC", Set.of());
        Verdict verdict = new Verdict(ObjectId.table(QualifiedName.of("T")), "C", relation);
        Comparison comparison =
                Comparison.of(
                        H2Sql.schema(folder, from),
                        H2Sql.schema(folder, to),
                        scope,
                        H2Sql.DIALECT,
                        (there, wanted) ->
                                new SecondOpinion.Reconsidered(
                                        there, wanted, List.of(), List.of(verdict)));
        return comparison.text(comparison.scripts().get(0));
    }

    private static String table(String type, String check) {
        return "CREATE TABLE t (a " + type + ", CONSTRAINT c CHECK (" + check + "));";
    }

    @Test
    void rowsThatAreTherePassAWeakerCheckAndTheWayBackSaysItIsStricter() throws IOException {
        GeneratedText texts =
                texts(table("integer", "a > 5"), table("integer", "a > 1"), Relation.WEAKER);
        assertThat(texts.up()).doesNotContain(FAILS);
        assertThat(texts.down()).contains(FAILS, VIOLATE + ", which is stricter than before");
    }

    @Test
    void aStricterCheckSaysSoAndItsWayBackIsSafe() throws IOException {
        GeneratedText texts =
                texts(table("integer", "a > 1"), table("integer", "a > 5"), Relation.STRONGER);
        assertThat(texts.up()).contains(FAILS, VIOLATE + ", which is stricter than before");
        assertThat(texts.down()).doesNotContain(FAILS);
    }

    @Test
    void whereNothingIsProvedBothWaysMayFail() throws IOException {
        GeneratedText texts =
                texts(table("integer", "a > 1"), table("integer", "a < 5"), Relation.DIFFERENT);
        assertThat(texts.up()).contains(VIOLATE).doesNotContain("stricter");
        assertThat(texts.down()).contains(VIOLATE).doesNotContain("stricter");
    }

    @Test
    void whereAColumnChangesTooNothingIsCalledSafe() throws IOException {
        GeneratedText texts =
                texts(table("bigint", "a > 5"), table("integer", "a > 1"), Relation.WEAKER);
        assertThat(texts.up()).contains(VIOLATE);
    }
}
