package dev.limbeck.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Orders steps by what they say they wait for, and where they say nothing by rank and name, so that
 * the same steps always come in the same order.
 *
 * <p>Steps that wait for each other are taken apart: a table is made without the foreign keys that
 * close a ring, which follow as steps of their own; then mere wishes are given up.
 */
final class ChangeOrder {
    private final List<Step> steps;

    private ChangeOrder(Collection<Step> steps) {
        this.steps = new ArrayList<>(steps);
    }

    /** Returns the steps in an order in which they can run. */
    static List<Step> of(Collection<Step> steps) {
        ChangeOrder order = new ChangeOrder(steps);
        while (true) {
            Map<Step, Set<Step>> followers = order.followers();
            List<List<Step>> rings = Rings.of(followers);
            if (rings.isEmpty()) {
                return sorted(followers);
            }
            if (!order.open(rings)) {
                return sorted(Rings.cut(followers, rings));
            }
        }
    }

    /**
     * Takes steps apart that wait for each other; false where there is nothing left to take apart.
     */
    private boolean open(List<List<Step>> rings) {
        boolean opened = false;
        for (List<Step> ring : rings) {
            ring.sort(Step.ORDER);
            boolean open = unfold(ring, true) || unfold(ring, false);
            if (!open) {
                for (Step step : ring) {
                    open |= step.dropWishes();
                }
            }
            opened |= open;
        }
        return opened;
    }

    /**
     * Lets out the folded steps that wait for others of a ring.
     *
     * @param onlyLater only those that wait for a later one, which is enough where tables refer to
     *     each other
     */
    private boolean unfold(List<Step> ring, boolean onlyLater) {
        boolean opened = false;
        for (int i = 0; i < ring.size(); i++) {
            Step step = ring.get(i);
            List<Step> others = onlyLater ? ring.subList(i + 1, ring.size()) : without(ring, step);
            Set<Resource> made = new HashSet<>();
            Set<Resource> gone = new HashSet<>();
            for (Step other : others) {
                made.addAll(other.provides());
                gone.addAll(other.removes());
            }
            List<Step> parts = new ArrayList<>();
            for (Step part : step.folded()) {
                if (meets(part.needs(), made) || meets(part.releases(), gone)) {
                    parts.add(part);
                }
            }
            step.unfold(parts);
            steps.addAll(parts);
            opened |= !parts.isEmpty();
        }
        return opened;
    }

    private static List<Step> without(List<Step> ring, Step step) {
        return ring.stream().filter(other -> other != step).toList();
    }

    private static boolean meets(Set<Resource> some, Set<Resource> others) {
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
