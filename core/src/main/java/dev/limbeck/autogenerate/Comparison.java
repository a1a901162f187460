package dev.limbeck.autogenerate;

import dev.limbeck.analysis.PredicateSettlement.Verdict;
import dev.limbeck.dialect.SchemaNormalizer;
import dev.limbeck.diff.ChangeSet;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two schemas of one database, and what leads from one to the other.
 *
 * @param dialect the database they are seen through
 * @param from what is there, in normal form
 * @param to what shall be there, in normal form
 * @param unsettled both before a second opinion spelled alike what means the same
 * @param changeSet what leads from one to the other
 * @param hidden the objects that configuration left out on either side
 * @param verdicts what was proved of predicates that differ
 */
public record Comparison(
        SchemaDialect dialect,
        Schema from,
        Schema to,
        Unsettled unsettled,
        ChangeSet changeSet,
        Set<ObjectId> hidden,
        List<Verdict> verdicts) {
    /** Both sides in normal form, before a second opinion. */
    public record Unsettled(Schema from, Schema to) {}

    public Comparison {
        hidden = Set.copyOf(hidden);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Compares two schemas.
     *
     * @param from what is there, from whatever source
     * @param to what shall be there, from whatever source
     * @param scope what counts on either side
     * @param opinion looks again at what is still spelled differently
     */
    public static Comparison of(
            Schema from,
            Schema to,
            SchemaScope scope,
            SchemaDialect dialect,
            SecondOpinion opinion) {
        SchemaNormalizer normalizer = dialect.support().normalizer();
        SchemaScope.Scoped there = scope.of(normalizer.normalize(from));
        SchemaScope.Scoped wanted = scope.of(normalizer.normalize(to));
        Set<ObjectId> hidden = new TreeSet<>(there.hidden());
        hidden.addAll(wanted.hidden());
        Set<ObjectId> unseen = new TreeSet<>(there.schema().hidden());
        unseen.addAll(wanted.schema().hidden());
        Schema actual = there.schema().withHidden(unseen);
        Schema desired = wanted.schema().withHidden(unseen);
        SecondOpinion.Reconsidered settled = opinion.reconsider(actual, desired);
        Uncertainty uncertain = Uncertainty.of(settled.from(), settled.to());
        ChangeSet changes =
                SchemaDiff.between(settled.from(), uncertain.to(), dialect.support().diffOptions());
        List<Diagnostic> notices = new ArrayList<>(changes.notices());
        notices.addAll(uncertain.notices());
        if (!changes.isEmpty()) {
            notices.addAll(settled.notices());
        }
        return new Comparison(
                dialect,
                settled.from(),
                uncertain.to(),
                new Unsettled(actual, desired),
                new ChangeSet(changes.changes(), notices),
                hidden,
                settled.verdicts());
    }

    /** Returns whether both sides are equal. */
    public boolean isEmpty() {
        return changeSet.isEmpty();
    }

    /** Returns the scripts that make the changes, one or two revisions, the lower one first. */
    public List<RevisionScript> scripts() {
        return RevisionSplit.of(
                from,
                changeSet.changes(),
                dialect.support().diffOptions(),
                dialect.support().renderer());
    }

    /** Returns the texts of one of the scripts. */
    public GeneratedText text(RevisionScript script) {
        return GeneratedText.of(script, dialect, Strictness.of(from, to, verdicts));
    }

    /** Returns the texts of all changes as one script, whether or not it shares a transaction. */
    public GeneratedText undivided() {
        return text(RevisionScript.of(from, changeSet.changes(), to, dialect.support().renderer()));
    }

    /** Returns what there is to say of scripts that were checked against both sides. */
    public List<Diagnostic> check(List<RevisionScript> scripts) {
        return new SelfCheck(this).of(scripts);
    }
}
