package dev.limbeck.execute;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.SchemaScope;
import dev.limbeck.autogenerate.SecondOpinion;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.UnknownEffect;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.TablePart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a catalog shows of a statement.
 *
 * @param rest the changes that are still to be made, in order, where it took effect only partly
 */
record CatalogAnswer(CatalogVerdict verdict, List<SchemaChange> rest) {
    CatalogAnswer {
        rest = List.copyOf(rest);
    }

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
    static CatalogAnswer of(
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
            return of(CatalogVerdict.CHANGES_NOTHING);
        }
        if (expected.stream().anyMatch(UnknownEffect.class::isInstance)) {
            return of(CatalogVerdict.UNKNOWN);
        }
        List<SchemaChange> ahead = leading(found, after, scope, dialect, opinion);
        List<SchemaChange> left = ahead.stream().filter(change -> meets(change, expected)).toList();
        Set<String> surplus = words(leading(found, before, scope, dialect, opinion));
        surplus.retainAll(words(SchemaChange.undo(expected)));
        Set<String> missing = words(ahead);
        List<SchemaChange> made =
                expected.stream().filter(change -> !missing.contains(word(change))).toList();
        if (!surplus.equals(words(SchemaChange.undo(made)))) {
            return of(CatalogVerdict.UNKNOWN);
        }
        if (made.isEmpty()) {
            return of(CatalogVerdict.DID_NOT);
        }
        if (left.isEmpty()) {
            return of(CatalogVerdict.TOOK_EFFECT);
        }
        return words(expected).containsAll(words(left))
                ? new CatalogAnswer(CatalogVerdict.PARTLY, left)
                : of(CatalogVerdict.UNKNOWN);
    }

    private static CatalogAnswer of(CatalogVerdict verdict) {
        return new CatalogAnswer(verdict, List.of());
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
                .map(CatalogAnswer::word)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Returns what tells a change from others; a name that a server makes up tells nothing. */
    private static String word(SchemaChange change) {
        if (change instanceof PartChange.Add add) {
            return word(change.kind(), add.owner(), add.part());
        }
        return change instanceof PartChange.Drop drop
                ? word(change.kind(), drop.owner(), drop.part())
                : change.kind() + " " + change.summary();
    }

    private static String word(String kind, ObjectId owner, TablePart part) {
        String name = part.name().canonical();
        return kind
                + " "
                + owner
                + " "
                + (name.isEmpty() ? new TreeSet<>(part.columns(owner.name())) : name);
    }
}
