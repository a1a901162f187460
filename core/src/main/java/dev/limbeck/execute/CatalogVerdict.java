package dev.limbeck.execute;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.SchemaScope;
import dev.limbeck.autogenerate.SecondOpinion;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.UnknownEffect;
import dev.limbeck.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a statement took effect, as the catalog shows it. */
enum CatalogVerdict {
    /** All that it was to change is changed. */
    TOOK_EFFECT,
    /** Nothing of it is. */
    DID_NOT,
    /** It changes nothing that a schema has, so running it again does no harm. */
    CHANGES_NOTHING,
    /** Part of it is, or nobody can tell. */
    UNKNOWN;

    /**
     * Judges a statement.
     *
     * <p>What a database has besides the files is no evidence for either side: only the changes
     * that the statement makes count, and of those all must speak the same language.
     *
     * @param before the schema the statement was to meet
     * @param after what it was to make of that
     * @param found what the catalog holds
     * @param scope what counts of it
     * @param opinion settles spellings with the server that was asked for the catalog
     */
    static CatalogVerdict of(
            Schema before,
            Schema after,
            Schema found,
            SchemaScope scope,
            SchemaDialect dialect,
            SecondOpinion opinion) {
        List<SchemaChange> expected =
                Comparison.of(before, after, scope, dialect, SecondOpinion.NONE)
                        .changeSet()
                        .changes();
        if (expected.isEmpty()) {
            return CHANGES_NOTHING;
        }
        if (expected.stream().anyMatch(UnknownEffect.class::isInstance)) {
            return UNKNOWN;
        }
        Set<String> ahead = words(expected);
        Set<String> back = words(SchemaChange.undo(expected));
        List<SchemaChange> toAfter = leading(found, after, scope, dialect, opinion);
        Set<String> missing = words(toAfter);
        Set<String> surplus = words(leading(found, before, scope, dialect, opinion));
        if (surplus.containsAll(back)
                && toAfter.stream().noneMatch(left -> meets(left, expected))) {
            return TOOK_EFFECT;
        }
        return missing.containsAll(ahead) && surplus.stream().noneMatch(back::contains)
                ? DID_NOT
                : UNKNOWN;
    }

    /** Returns whether a change is of something that one of the others makes, drops or alters. */
    private static boolean meets(SchemaChange change, List<SchemaChange> others) {
        return others.stream()
                .map(SchemaChange::object)
                .anyMatch(
                        name ->
                                change.object().equals(name)
                                        || change.object().startsWith(name + "."));
    }

    private static List<SchemaChange> leading(
            Schema from,
            Schema to,
            SchemaScope scope,
            SchemaDialect dialect,
            SecondOpinion opinion) {
        return Comparison.of(from, to, scope, dialect, opinion).changeSet().changes();
    }

    private static Set<String> words(List<SchemaChange> changes) {
        return changes.stream()
                .map(change -> change.kind() + " " + change.summary())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
