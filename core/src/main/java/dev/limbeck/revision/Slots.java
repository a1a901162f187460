package dev.limbeck.revision;

import java.util.Arrays;

/** The lines an order still has to walk, each in a slot with the revision it has come to. */
final class Slots {
    static final int NONE = -1;

    private final int[] holders;
    private final int[] slotOf;
    private final int[] before;
    private final int[] after;
    private final int[] turns;
    // for each slot, itself or a later one, on the way to the first that is not closed
    private final int[] openFrom;
    private int count;
    private int first = NONE;
    private int last = NONE;

    /**
     * Makes an empty row of slots.
     *
     * @param revisions how many revisions the graph has
     * @param most how many slots there will be at most
     */
    Slots(int revisions, int most) {
        slotOf = new int[revisions];
        Arrays.fill(slotOf, NONE);
        holders = new int[most];
        before = new int[most];
        after = new int[most];
        turns = new int[most];
        openFrom = new int[most];
    }

    int first() {
        return first;
    }

    int holder(int slot) {
        return holders[slot];
    }

    /** Returns the slot of a revision, or NONE. */
    int of(int revision) {
        return slotOf[revision];
    }

    /** Returns how often a slot's line went where not all its revisions lead. */
    int turns(int slot) {
        return turns[slot];
    }

    /** Opens a slot at the end. */
    void append(int revision) {
        int slot = count++;
        openFrom[slot] = slot;
        holders[slot] = revision;
        slotOf[revision] = slot;
        before[slot] = last;
        after[slot] = NONE;
        if (last == NONE) {
            first = slot;
        } else {
            after[last] = slot;
        }
        last = slot;
    }

    /** Moves a slot's line on, from its revision to the next. */
    void advance(int slot, int next) {
        slotOf[holders[slot]] = NONE;
        holders[slot] = next;
        slotOf[next] = slot;
    }

    /** Notes that not all that lies below a slot's revision lies below the next one. */
    void turn(int slot) {
        turns[slot]++;
    }

    /** Closes a slot; returns the one before it, or the new first one, or NONE. */
    int close(int slot) {
        slotOf[holders[slot]] = NONE;
        turns[slot]++;
        int previous = before[slot];
        int next = after[slot];
        if (previous == NONE) {
            first = next;
        } else {
            after[previous] = next;
        }
        if (next == NONE) {
            last = previous;
        } else {
            before[next] = previous;
        }
        openFrom[slot] = slot + 1;
        return previous == NONE ? next : previous;
    }

    /** Returns a slot if it is open, else the next open one, or NONE. */
    int openFrom(int slot) {
        int found = slot;
        while (found < count && openFrom[found] != found) {
            found = openFrom[found];
        }
        for (int at = slot; at < found && at < count; ) {
            int next = openFrom[at];
            openFrom[at] = found;
            at = next;
        }
        return found < count ? found : NONE;
    }
}
