package dev.limbeck.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what waits for itself in a graph: its strongly connected components, after Tarjan. */
final class Rings {
    private static final class Visit {
        private final Step step;
        private final Iterator<Step> followers;

        Visit(Step step, Iterator<Step> followers) {
            this.step = step;
            this.followers = followers;
        }
    }

    private final Map<Step, Set<Step>> graph;
    private final Map<Step, Integer> numbers = new HashMap<>();
    private final Map<Step, Integer> lowest = new HashMap<>();
    private final Deque<Step> open = new ArrayDeque<>();
    private final Set<Step> isOpen = new HashSet<>();
    private final List<List<Step>> rings = new ArrayList<>();

    private Rings(Map<Step, Set<Step>> graph) {
        this.graph = graph;
    }

    /** Returns the components of more than one step. */
    static List<List<Step>> of(Map<Step, Set<Step>> graph) {
        Rings rings = new Rings(graph);
        for (Step step : graph.keySet()) {
            if (!rings.numbers.containsKey(step)) {
                rings.search(step);
            }
        }
        return rings.rings;
    }

    /** Searches without recursion, since a chain can be as long as the schema is large. */
    private void search(Step start) {
        Deque<Visit> path = new ArrayDeque<>();
        path.push(enter(start));
        while (!path.isEmpty()) {
            Visit visit = path.element();
            if (visit.followers.hasNext()) {
                Step next = visit.followers.next();
                if (!numbers.containsKey(next)) {
                    path.push(enter(next));
                } else if (isOpen.contains(next)) {
                    lower(visit.step, number(numbers, next));
                }
            } else {
                path.remove();
                leave(visit.step);
                if (!path.isEmpty()) {
                    lower(path.element().step, number(lowest, visit.step));
                }
            }
        }
    }

    private Visit enter(Step step) {
        int number = numbers.size();
        numbers.put(step, number);
        lowest.put(step, number);
        open.push(step);
        isOpen.add(step);
        return new Visit(step, graph.getOrDefault(step, Set.of()).iterator());
    }

    private void lower(Step step, int number) {
        lowest.merge(step, number, Math::min);
    }

    private void leave(Step step) {
        if (number(lowest, step) != number(numbers, step)) {
            return;
        }
        List<Step> ring = new ArrayList<>();
        Step member;
        do {
            member = open.pop();
            isOpen.remove(member);
            ring.add(member);
        } while (member != step);
        if (ring.size() > 1) {
            rings.add(ring);
        }
    }

    private static int number(Map<Step, Integer> numbers, Step step) {
        return numbers.getOrDefault(step, 0);
    }
}
