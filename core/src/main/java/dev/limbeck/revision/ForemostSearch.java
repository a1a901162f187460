package dev.limbeck.revision;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the foremost slot whose line leads down to a revision.
 *
 * <p>What is found out about the revisions above is kept. It stays true for long: a slot that
 * doesn't lead down to a revision never will again, since lines only go down, and slots opened
 * later are further back. Without this a trunk that was merged into another line again and again
 * would cost the square of its length.
 */
final class ForemostSearch {
    private static final int NOTHING_ABOVE = Integer.MAX_VALUE;
    private static final int UNSURE = -1;

    private final Links requiredBy;
    private final BitSet members;
    private final int[] waitingFor;
    private final Slots slots;
    private final FirstPaths paths;
    // the foremost slot above a revision when it was looked for, and the slot's turns at that time;
    // where it is unsure, no slot before it
    private final int[] foremost;
    private final int[] turnsThen;
    private final int[] expandedIn;
    private final int[] foundIn;
    private int searches;

    /**
     * Makes a search.
     *
     * @param waitingFor how many members above each member are still to be taken
     */
    ForemostSearch(
            Links requirements, Links requiredBy, BitSet members, int[] waitingFor, Slots slots) {
        this.requiredBy = requiredBy;
        this.members = members;
        this.waitingFor = waitingFor;
        this.slots = slots;
        paths = new FirstPaths(requirements, requiredBy);
        foremost = new int[requiredBy.size()];
        Arrays.fill(foremost, Slots.NONE);
        turnsThen = new int[requiredBy.size()];
        expandedIn = new int[requiredBy.size()];
        foundIn = new int[requiredBy.size()];
    }

    /** Returns the foremost slot above a revision that something still leads down to. */
    int above(int start) {
        searches++;
        int[] stack = new int[8];
        int depth = 0;
        stack[depth++] = start;
        while (depth > 0) {
            int index = stack[depth - 1];
            if (isKnown(index)) {
                depth--;
            } else if (expandedIn[index] == searches) {
                lookAbove(index);
                depth--;
            } else {
                expandedIn[index] = searches;
                int[] above = requiredBy.from(index);
                if (stack.length < depth + above.length) {
                    stack = Arrays.copyOf(stack, 2 * (depth + above.length));
                }
                for (int upper : above) {
                    if (isOpen(upper) && !isKnown(upper)) {
                        stack[depth++] = upper;
                    }
                }
            }
        }
        return foremost[start];
    }

    private void lookAbove(int index) {
        int best = NOTHING_ABOVE;
        for (int upper : requiredBy.from(index)) {
            if (isOpen(upper)) {
                int slot = slots.of(upper);
                best = Math.min(best, slot == Slots.NONE ? NOTHING_ABOVE : slot);
                best = Math.min(best, waitingFor[upper] == 0 ? NOTHING_ABOVE : foremost[upper]);
            }
        }
        found(index, best);
    }

    private void found(int index, int slot) {
        foremost[index] = slot;
        turnsThen[index] = slots.turns(slot);
        foundIn[index] = searches;
    }

    private boolean isKnown(int index) {
        if (waitingFor[index] == 0 || foundIn[index] == searches) {
            return true;
        }
        int slot = foremost[index];
        if (slot == Slots.NONE) {
            return false;
        }
        if (turnsThen[index] == slots.turns(slot) && slots.holder(slot) != index) {
            return true;
        }
        slot = slots.openFrom(slot);
        while (paths.surelyDontLead(slots.holder(slot), index)) {
            slot = slots.openFrom(slot + 1);
        }
        if (paths.surelyLead(slots.holder(slot), index)) {
            found(index, slot);
            return true;
        }
        foremost[index] = slot;
        turnsThen[index] = UNSURE;
        return false;
    }

    /** Returns whether a revision is a member that was not taken yet. */
    private boolean isOpen(int index) {
        return members.get(index) && (waitingFor[index] > 0 || slots.of(index) != Slots.NONE);
    }
}
