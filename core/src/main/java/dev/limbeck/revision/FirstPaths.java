package dev.limbeck.revision;

/**
 * Answers cheaply, for many pairs of revisions, whether one leads down to the other.
 *
 * <p>The first requirements of all revisions make a tree, in which a revision leads to all on its
 * way to the root. And a revision never leads to one that comes later in an order from the bases
 * up.
 */
final class FirstPaths {
    private final int[] position;
    private final int[] begin;
    private final int[] size;

    FirstPaths(Links requirements, Links requiredBy) {
        int[] upwards = requirements.targetsFirst(requiredBy);
        position = new int[upwards.length];
        begin = new int[upwards.length];
        size = new int[upwards.length];
        for (int at = upwards.length - 1; at >= 0; at--) {
            int index = upwards[at];
            position[index] = at;
            size[index]++;
            int[] next = requirements.from(index);
            if (next.length > 0) {
                size[next[0]] += size[index];
            }
        }
        int roots = 0;
        int[] free = new int[upwards.length];
        for (int index : upwards) {
            int[] next = requirements.from(index);
            if (next.length == 0) {
                begin[index] = roots;
                roots += size[index];
            } else {
                begin[index] = free[next[0]];
                free[next[0]] += size[index];
            }
            free[index] = begin[index] + 1;
        }
    }

    /** Returns whether the first requirements of one revision lead down to the other. */
    boolean surelyLead(int from, int to) {
        return from != to && begin[to] <= begin[from] && begin[from] < begin[to] + size[to];
    }

    /** Returns whether one revision can't lead down to the other. */
    boolean surelyDontLead(int from, int to) {
        return position[from] <= position[to];
    }
}
