package dev.limbeck.autogenerate;

import dev.limbeck.analysis.PredicateAnalyzer.Relation;
import dev.limbeck.analysis.PredicateSettlement.Verdict;
import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The checks that are proved to become weaker or stricter. Rows that are there pass a weaker check;
 * of a stricter one a reader should know that it is one.
 *
 * @param weaker the checks that let through every row they let through before
 * @param stricter the checks that let through no row they stopped before
 */
record Strictness(Set<Named> weaker, Set<Named> stricter) {
    /** A check, by its table and its name. */
    record Named(ObjectId table, String check) {}

    Strictness {
        weaker = Set.copyOf(weaker);
        stricter = Set.copyOf(stricter);
    }

    /**
     * Returns what verdicts say of checks whose columns stay as they are and that hold for all rows
     * on both sides.
     */
    static Strictness of(Schema from, Schema to, Collection<Verdict> verdicts) {
        Set<Named> weaker = new HashSet<>();
        Set<Named> stricter = new HashSet<>();
        for (Verdict verdict : verdicts) {
            Named named = new Named(verdict.table(), verdict.part());
            boolean comparable =
                    from.table(verdict.table().name())
                            .filter(
                                    before ->
                                            to.table(verdict.table().name())
                                                    .filter(after -> same(before, after, named))
                                                    .isPresent())
                            .isPresent();
            if (comparable && verdict.relation() == Relation.WEAKER) {
                weaker.add(named);
            } else if (comparable && verdict.relation() == Relation.STRONGER) {
                stricter.add(named);
            }
        }
        return new Strictness(weaker, stricter);
    }

    private static boolean same(Table before, Table after, Named named) {
        Optional<Check> old = check(before, named);
        Optional<Check> wanted = check(after, named);
        if (old.isEmpty() || wanted.isEmpty()) {
            return false;
        }
        Set<String> columns = new HashSet<>(old.get().columns(before.name()));
        columns.addAll(wanted.get().columns(after.name()));
        return !columns.isEmpty()
                && columns.stream()
                        .allMatch(
                                column ->
                                        before.column(column).isPresent()
                                                && before.column(column)
                                                        .equals(after.column(column)));
    }

    private static Optional<Check> check(Table table, Named named) {
        return table.part(PartKind.CONSTRAINT, named.check())
                .filter(Check.class::isInstance)
                .map(Check.class::cast)
                .filter(check -> check.state().validated() && check.state().enforced());
    }

    /** Returns what holds on the way back. */
    Strictness inverse() {
        return new Strictness(stricter, weaker);
    }

    /** Returns what is to be said of a hazard; empty where it is proved that it can't come true. */
    Optional<String> reason(SchemaChange change, Hazard hazard) {
        if (hazard.kind() != Hazard.Kind.MAY_FAIL_ON_DATA
                || !(change instanceof PartChange.Add add)
                || !(add.part() instanceof Check)) {
            return Optional.of(hazard.reason());
        }
        Named named = new Named(add.owner(), add.part().name().value());
        if (weaker.contains(named)) {
            return Optional.empty();
        }
        return Optional.of(
                stricter.contains(named)
                        ? hazard.reason() + ", which is stricter than before"
                        : hazard.reason());
    }
}
