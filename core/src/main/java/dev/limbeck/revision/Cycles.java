package dev.limbeck.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds the cycles among links: Tarjan's strongly connected components, with a stack of its own
 * since a line may be 100,000 revisions long.
 */
final class Cycles {
    private static final int UNSEEN = -1;

    private final Links links;
    private final int[] order;
    private final int[] lowest;
    private final int[] nextLink;
    private final int[] component;
    private final int[] cameFrom;
    private final Deque<Integer> path = new ArrayDeque<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<Integer> tangled = new ArrayList<>();
    private int seen;
    private int components;

    private Cycles(Links links) {
        this.links = links;
        order = new int[links.size()];
        lowest = new int[links.size()];
        nextLink = new int[links.size()];
        component = new int[links.size()];
        Arrays.fill(order, UNSEEN);
        Arrays.fill(component, UNSEEN);
        cameFrom = new int[links.size()];
        Arrays.fill(cameFrom, UNSEEN);
    }

    /**
     * Returns one cycle for each group of revisions that are on cycles together: a shortest one
     * through the group's first revision, which it begins with. Links to oneself must be absent.
     */
    static List<List<Integer>> of(Links links) {
        if (!links.haveCycle()) {
            // As good as always, and found out in a fraction of the time.
            return List.of();
        }
        Cycles cycles = new Cycles(links);
        for (int index = 0; index < links.size(); index++) {
            if (cycles.order[index] == UNSEEN) {
                cycles.visit(index);
            }
        }
        return cycles.tangled.stream().sorted().map(cycles::shortestThrough).toList();
    }

    private void visit(int start) {
        enter(start);
        while (!path.isEmpty()) {
            int index = path.getFirst();
            int[] targets = links.from(index);
            if (nextLink[index] < targets.length) {
                int target = targets[nextLink[index]++];
                if (order[target] == UNSEEN) {
                    enter(target);
                } else if (component[target] == UNSEEN) {
                    lowest[index] = Math.min(lowest[index], order[target]);
                }
            } else {
                path.pop();
                if (!path.isEmpty()) {
                    lowest[path.getFirst()] = Math.min(lowest[path.getFirst()], lowest[index]);
                }
                if (lowest[index] == order[index]) {
                    close(index);
                }
            }
        }
    }

    private void enter(int index) {
        order[index] = seen;
        lowest[index] = seen++;
        path.push(index);
        open.push(index);
    }

    private void close(int root) {
        int members = 0;
        int first = root;
        int member;
        do {
            member = open.pop();
            component[member] = components;
            first = Math.min(first, member);
            members++;
        } while (member != root);
        components++;
        if (members > 1) {
            tangled.add(first);
        }
    }

    private List<Integer> shortestThrough(int start) {
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (cameFrom[start] == UNSEEN) {
            int index = queue.remove();
            for (int target : links.from(index)) {
                if (component[target] == component[start] && cameFrom[target] == UNSEEN) {
                    cameFrom[target] = index;
                    queue.add(target);
                }
            }
        }
        List<Integer> backwards = new ArrayList<>();
        int index = start;
        do {
            index = cameFrom[index];
            backwards.add(index);
        } while (index != start);
        List<Integer> cycle = new ArrayList<>();
        for (int at = backwards.size() - 1; at >= 0; at--) {
            cycle.add(backwards.get(at));
        }
        return cycle;
    }
}
