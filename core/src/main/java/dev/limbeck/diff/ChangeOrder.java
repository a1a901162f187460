package dev.limbeck.diff;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Orders steps by what they say they wait for, and where they say nothing by rank and name, so that
 * the same steps always come in the same order.
 *
 * <p>Steps that wait for each other are taken apart: a table is made without the foreign keys that
 * close a ring, which follow as steps of their own; then mere wishes are given up.
 */
final class ChangeOrder {
    /**
     * What came of ordering.
     *
     * @param steps the steps in an order in which they can run; none while there are splits
     * @param splits what has to be done in two steps before an order can be found
     */
    record Ordering(List<Step> steps, Set<Split> splits) {}

    private final List<Step> steps;

    private ChangeOrder(Collection<Step> steps) {
        this.steps = new ArrayList<>(steps);
    }

    /**
     * Returns the steps in an order in which they can run, or what has to be split first.
     *
     * @param already what is split already, so that it is no use to split it again
     * @throws SchemaException when steps wait for each other and nothing opens the ring
     */
    static Ordering of(Collection<Step> steps, Set<Split> already) {
        ChangeOrder order = new ChangeOrder(steps);
        while (true) {
            Map<Step, Set<Step>> followers = order.followers();
            List<List<Step>> rings = Rings.of(followers);
            if (rings.isEmpty()) {
                return new Ordering(sorted(followers), Set.of());
            }
            if (!order.open(rings)) {
                Set<Split> splits = new TreeSet<>();
                rings.forEach(ring -> ring.forEach(step -> step.split().ifPresent(splits::add)));
                splits.removeAll(already);
                if (splits.isEmpty()) {
                    throw refusal(rings.get(0));
                }
                return new Ordering(List.of(), splits);
            }
        }
    }

    private static SchemaException refusal(List<Step> ring) {
        List<String> steps = ring.stream().sorted(Step.ORDER).map(Step::describe).toList();
        return new SchemaException(
                Diagnostic.error(
                                ErrorCode.CHANGES_IN_A_RING,
                                "no order can be found for changes that wait for each other: "
                                        + String.join("; ", steps))
                        .withHint(
                                "go there in two steps: write a revision for one of these changes"
                                        + " first, then for the rest"));
    }

    /**
     * Takes steps apart that wait for each other; false where there is nothing left to take apart.
     */
    private boolean open(List<List<Step>> rings) {
        boolean opened = false;
        for (List<Step> ring : rings) {
            ring.sort(Step.ORDER);
            boolean open =
                    unfold(ring, ChangeOrder::waitsForLater)
                            || unfold(ring, ChangeOrder::waits)
                            || unfold(ring, ChangeOrder::freesName)
                            || unfold(ring, ChangeOrder::takesName);
            if (!open) {
                for (Step step : ring) {
                    open |= step.dropWishes();
                }
            }
            opened |= open;
        }
        return opened;
    }

    /** Whether a part of one step of a ring is to become a step of its own. */
    @FunctionalInterface
    private interface Reason {
        boolean applies(Step part, List<Step> ring, int index);
    }

    /** Lets out the folded steps that keep a ring closed. */
    private boolean unfold(List<Step> ring, Reason reason) {
        boolean opened = false;
        for (int i = 0; i < ring.size(); i++) {
            Step step = ring.get(i);
            List<Step> parts = new ArrayList<>();
            for (Step part : step.folded()) {
                if (reason.applies(part, ring, i)) {
                    parts.add(part);
                }
            }
            step.unfold(parts);
            steps.addAll(parts);
            opened |= !parts.isEmpty();
        }
        return opened;
    }

    /** Only what waits for a later one: enough where tables refer to each other. */
    private static boolean waitsForLater(Step part, List<Step> ring, int index) {
        return ring.subList(index + 1, ring.size()).stream().anyMatch(other -> waits(part, other));
    }

    private static boolean waits(Step part, List<Step> ring, int index) {
        return anyOther(ring, index, other -> waits(part, other));
    }

    private static boolean waits(Step part, Step other) {
        return meet(part.needs(), other.provides()) || meet(part.releases(), other.removes());
    }

    private static boolean freesName(Step part, List<Step> ring, int index) {
        return anyOther(ring, index, other -> meet(part.frees(), other.takes()));
    }

    private static boolean takesName(Step part, List<Step> ring, int index) {
        return anyOther(ring, index, other -> meet(part.takes(), other.frees()));
    }

    private static boolean anyOther(List<Step> ring, int index, Predicate<Step> wanted) {
        return ring.stream().filter(other -> other != ring.get(index)).anyMatch(wanted);
    }

    private static boolean meet(Set<?> some, Set<?> others) {
        return some.stream().anyMatch(others::contains);
    }

    /** Returns for each step those that have to wait for it. */
    private Map<Step, Set<Step>> followers() {
        Map<Object, List<Step>> providers = new HashMap<>();
        Map<Object, List<Step>> removers = new HashMap<>();
        Map<String, List<Step>> takers = new HashMap<>();
        steps.sort(Step.ORDER);
        for (Step step : steps) {
            step.provides().forEach(resource -> put(providers, resource, step));
            step.removes().forEach(resource -> put(removers, resource, step));
            step.takes().forEach(name -> put(takers, name, step));
        }
        Map<Step, Set<Step>> followers = new LinkedHashMap<>();
        steps.forEach(step -> followers.put(step, new LinkedHashSet<>()));
        for (Step step : steps) {
            for (Resource needed : step.needs()) {
                for (Step provider : providers.getOrDefault(needed, List.of())) {
                    link(followers, provider, step);
                }
            }
            for (Resource released : step.releases()) {
                for (Step remover : removers.getOrDefault(released, List.of())) {
                    link(followers, step, remover);
                }
            }
            for (String name : step.frees()) {
                for (Step taker : takers.getOrDefault(name, List.of())) {
                    link(followers, step, taker);
                }
            }
        }
        return followers;
    }

    private static <K> void put(Map<K, List<Step>> map, K key, Step step) {
        map.computeIfAbsent(key, absent -> new ArrayList<>()).add(step);
    }

    private static void link(Map<Step, Set<Step>> followers, Step first, Step second) {
        Set<Step> behind = followers.get(first);
        if (first != second && behind != null) {
            behind.add(second);
        }
    }

    private static List<Step> sorted(Map<Step, Set<Step>> followers) {
        Map<Step, Integer> waitingFor = new HashMap<>();
        followers
                .values()
                .forEach(behind -> behind.forEach(step -> waitingFor.merge(step, 1, Integer::sum)));
        PriorityQueue<Step> ready = new PriorityQueue<>(Step.ORDER);
        followers.keySet().stream()
                .filter(step -> !waitingFor.containsKey(step))
                .forEach(ready::add);
        List<Step> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            Step step = ready.remove();
            sorted.add(step);
            for (Step behind : followers.getOrDefault(step, Set.of())) {
                if (waitingFor.merge(behind, -1, Integer::sum) == 0) {
                    ready.add(behind);
                }
            }
        }
        return sorted;
    }
}
