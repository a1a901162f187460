package dev.limbeck.autogenerate;

import dev.limbeck.analysis.PredicateSettlement.Verdict;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.schema.Schema;
import java.util.List;

/**
 * Takes a second look at what is still spelled differently once both sides are in normal form: a
 * server can be asked for its spelling.
 *
 * <p>A false difference is a nuisance, a false equality a fault: what it isn't sure of stays apart.
 */
@FunctionalInterface
public interface SecondOpinion {
    /** Leaves everything as it is. */
    SecondOpinion NONE = (from, to) -> new Reconsidered(from, to, List.of(), List.of());

    /**
     * Returns both schemas, spelled alike wherever both mean the same.
     *
     * @param from in normal form
     * @param to in normal form
     */
    Reconsidered reconsider(Schema from, Schema to);

    /**
     * Both schemas after the second look.
     *
     * @param notices what could not be settled, and why
     * @param verdicts what was proved of predicates that differ
     */
    record Reconsidered(Schema from, Schema to, List<Diagnostic> notices, List<Verdict> verdicts) {
        public Reconsidered {
            notices = List.copyOf(notices);
            verdicts = List.copyOf(verdicts);
        }
    }
}
