package dev.limbeck.analysis;

import dev.limbeck.analysis.PredicateAnalyzer.Relation;
import dev.limbeck.analysis.PredicateAnalyzer.Use;
import dev.limbeck.dialect.PredicateReader;
import dev.limbeck.dialect.Respelling;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was proved of the checks and partial indexes that differ between two schemas.
 *
 * @param desired the desired schema, in which a predicate that was proved equal to the actual one
 *     has that one's normal form
 * @param verdicts what was found of each pair
 */
public record PredicateSettlement(Schema desired, List<Verdict> verdicts) {
    /**
     * How a predicate of the desired schema lies to the actual one.
     *
     * @param table its table
     * @param part the name of the check or index
     */
    public record Verdict(ObjectId table, String part, Relation relation) {}

    public PredicateSettlement {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Compares the predicates of checks and of partial indexes that have the same names on both
     * sides and differ in normal form.
     *
     * @param actual in normal form
     * @param desired in normal form
     */
    public static PredicateSettlement of(
            Schema actual, Schema desired, PredicateReader reader, PredicateAnalyzer analyzer) {
        Respelling respelling = new Respelling();
        List<Verdict> verdicts = new ArrayList<>();
        for (Table after : desired.tables()) {
            Optional<Table> before = actual.table(after.name());
            if (before.isEmpty() || before.get().parts().equals(after.parts())) {
                continue;
            }
            for (TablePart part : after.parts()) {
                Optional<TablePart> old = before.get().part(part.kind(), part.name().value());
                Optional<Expression> was = old.flatMap(PredicateSettlement::predicate);
                Optional<Expression> is = predicate(part);
                if (was.isEmpty() || is.isEmpty() || was.equals(is)) {
                    continue;
                }
                Relation relation =
                        analyzer.compare(
                                reader.read(actual, before.get(), was.get()),
                                reader.read(desired, after, is.get()),
                                part instanceof Check ? Use.CHECK : Use.FILTER);
                verdicts.add(new Verdict(after.id(), part.name().value(), relation));
                if (relation == Relation.EQUAL) {
                    respelling.add(after.id(), is.get().canonical(), was.get().canonical());
                }
            }
        }
        return new PredicateSettlement(respelling.apply(desired), verdicts);
    }

    private static Optional<Expression> predicate(TablePart part) {
        if (part instanceof Check check) {
            return Optional.of(check.predicate());
        }
        return part instanceof Index index ? index.where() : Optional.empty();
    }
}
