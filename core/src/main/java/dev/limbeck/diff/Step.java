package dev.limbeck.diff;

import dev.limbeck.schema.Schema;
import dev.limbeck.schema.TablePart;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A change to come, with what it has to wait for. What exactly it changes is settled only when its
 * turn comes, since the changes before it leave their mark.
 */
final class Step {
    static final Comparator<Step> ORDER =
            Comparator.comparing((Step step) -> step.rank)
                    .thenComparing(step -> step.subject)
                    .thenComparingInt(step -> step.ordinal)
                    .thenComparing(step -> step.detail);

    /** Where a change stands when nothing says otherwise. */
    enum Rank {
        CREATE_NAMESPACE,
        CREATE_EXTENSION,
        DROP_PART,
        TYPE,
        SEQUENCE,
        ROUTINE,
        CREATE_TABLE,
        ADD_COLUMN,
        ALTER_COLUMN,
        ALTER_TABLE,
        ADD_KEY,
        ADD_CHECK,
        ADD_INDEX,
        ADD_FOREIGN_KEY,
        VIEW,
        ADD_TRIGGER,
        REVOKE,
        DETAIL,
        DROP_COLUMN,
        DROP_TABLE,
        DROP_ROUTINE,
        DROP_SEQUENCE,
        DROP_TYPE,
        DROP_EXTENSION,
        DROP_NAMESPACE
    }

    /** Settles a change when its turn has come. */
    @FunctionalInterface
    interface Binder {
        /** Returns the changes in a schema as it is before them; none if there is nothing to do. */
        List<SchemaChange> bind(Schema now);
    }

    private final Rank rank;
    private final String subject;
    private final int ordinal;
    private final String detail;
    private Binder binder = now -> List.of();
    private Optional<TablePart> part = Optional.empty();
    private Optional<Split> split = Optional.empty();

    private final Set<Resource> needs = new LinkedHashSet<>();
    private final Set<Resource> provides = new LinkedHashSet<>();
    private final Set<Resource> releases = new LinkedHashSet<>();
    private final Set<Resource> removes = new LinkedHashSet<>();
    private final Set<Resource> wishes = new LinkedHashSet<>();
    private final Set<Resource> farewells = new LinkedHashSet<>();
    private final Set<String> takes = new LinkedHashSet<>();
    private final Set<String> frees = new LinkedHashSet<>();
    private final Map<Integer, Step> folded = new TreeMap<>();

    /**
     * @param rank where it stands when nothing says otherwise
     * @param subject the name of the object it is about; within a rank, changes are sorted by it
     * @param ordinal the place among changes of one object
     * @param detail what else tells it from others
     */
    Step(Rank rank, String subject, int ordinal, String detail) {
        this.rank = rank;
        this.subject = subject;
        this.ordinal = ordinal;
        this.detail = detail;
    }

    /** Says what it does. */
    Step does(Binder newBinder) {
        binder = newBinder;
        return this;
    }

    /** Says which part it adds or drops. */
    Step about(TablePart newPart) {
        part = Optional.of(newPart);
        return this;
    }

    /** Returns the part it adds or drops. */
    Optional<TablePart> part() {
        return part;
    }

    /** Says what to split where this step keeps others from being ordered. */
    Step splits(Split newSplit) {
        split = Optional.of(newSplit);
        return this;
    }

    Optional<Split> split() {
        return split;
    }

    /** Says what must be there before. */
    Step needs(Collection<Resource> resources) {
        needs.addAll(resources);
        return this;
    }

    Step needs(Resource resource) {
        return needs(List.of(resource));
    }

    /** Says what is there, or is as desired, from then on. */
    Step provides(Collection<Resource> resources) {
        provides.addAll(resources);
        return this;
    }

    Step provides(Resource resource) {
        return provides(List.of(resource));
    }

    /** Says what is not used any more from then on. */
    Step releases(Collection<Resource> resources) {
        releases.addAll(resources);
        return this;
    }

    Step releases(Resource resource) {
        return releases(List.of(resource));
    }

    /** Says what is gone, or is not what it was, from then on. */
    Step removes(Collection<Resource> resources) {
        removes.addAll(resources);
        return this;
    }

    Step removes(Resource resource) {
        return removes(List.of(resource));
    }

    /** Says what had better be there before. */
    Step wishes(Collection<Resource> resources) {
        wishes.addAll(resources);
        return this;
    }

    /** Says what it had better release before that goes. */
    Step farewells(Collection<Resource> resources) {
        farewells.addAll(resources);
        return this;
    }

    /** Says which names are taken from then on. */
    Step takes(Collection<String> names) {
        takes.addAll(names);
        return this;
    }

    /** Says which names are free from then on. */
    Step frees(Collection<String> names) {
        frees.addAll(names);
        return this;
    }

    /**
     * Takes another step into this one: what it does is part of what this one does, unless {@link
     * #unfold} lets it out again. It has no binder of its own until then.
     */
    void fold(Step part) {
        folded.put(folded.size(), part);
    }

    Collection<Step> folded() {
        return folded.values();
    }

    /** Lets folded steps out, so that they are steps of their own. */
    void unfold(Collection<Step> parts) {
        folded.values().removeAll(parts);
    }

    /** Gives up its wishes, since they lead in a circle. */
    boolean dropWishes() {
        boolean had = !wishes.isEmpty() || !farewells.isEmpty();
        wishes.clear();
        farewells.clear();
        return had;
    }

    List<SchemaChange> bind(Schema now) {
        return binder.bind(now);
    }

    Set<Resource> needs() {
        return with(needs, step -> step.needs, wishes);
    }

    Set<Resource> provides() {
        return with(provides, step -> step.provides, Set.of());
    }

    Set<Resource> releases() {
        return with(releases, step -> step.releases, farewells);
    }

    Set<Resource> removes() {
        return with(removes, step -> step.removes, Set.of());
    }

    Set<String> takes() {
        return with(takes, step -> step.takes, Set.of());
    }

    Set<String> frees() {
        return with(frees, step -> step.frees, Set.of());
    }

    private <T> Set<T> with(Set<T> own, Function<Step, Set<T>> of, Set<T> more) {
        Set<T> all = new LinkedHashSet<>(own);
        folded.values().forEach(part -> all.addAll(of.apply(part)));
        all.addAll(more);
        return all;
    }

    /** Returns what it does, for messages. */
    String describe() {
        return rank.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + " "
                + subject
                + " ("
                + detail.replace('\0', ' ')
                + ")";
    }

    @Override
    public String toString() {
        return rank + " " + subject + " " + detail;
    }
}
