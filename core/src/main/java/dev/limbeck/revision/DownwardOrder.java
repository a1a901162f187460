package dev.limbeck.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Puts revisions in the order a downgrade takes: each one before what it requires.
 *
 * <p>Many orders do that; this one stays on a line as long as it can, follows the first-named
 * parent of a merge first, and waits at a branch point for the other arms. It keeps a row of slots,
 * one for each line still to be walked, and walks the line of one slot until it ends or comes to a
 * revision that lines of other slots still lead down to; then the foremost of those has its turn.
 * The first requirement of a revision takes over its slot, the others get new slots at the end. A
 * line that ends hands over to the slot before it. The heads begin, sorted.
 */
final class DownwardOrder {
    private static final int NONE = -1;
    private static final int NOTHING_ABOVE = Integer.MAX_VALUE;

    private final Links requirements;
    private final Links requiredBy;
    private final BitSet members;
    private final int[] waitingFor;
    private final int[] result;
    private int emitted;

    private final int[] slotOf;
    private final int[] holder;
    private final int[] before;
    private final int[] after;
    private int slots;
    private int firstSlot = NONE;
    private int lastSlot = NONE;

    // the foremost slot above a revision, remembered until that slot's line takes another way
    private final int[] foremost;
    private final int[] foremostAsOf;
    private final int[] turns;
    private final int[] expandedIn;
    private int searches;

    private DownwardOrder(Links requirements, Links requiredBy, BitSet members) {
        this.requirements = requirements;
        this.requiredBy = requiredBy;
        this.members = members;
        int size = requirements.size();
        waitingFor = new int[size];
        result = new int[members.cardinality()];
        slotOf = new int[size];
        Arrays.fill(slotOf, NONE);
        foremost = new int[size];
        Arrays.fill(foremost, NONE);
        foremostAsOf = new int[size];
        expandedIn = new int[size];
        int most = countWaits() + result.length;
        holder = new int[most];
        before = new int[most];
        after = new int[most];
        turns = new int[most];
    }

    /**
     * Returns the members, sorted.
     *
     * @param members with any two of them, all that lies between them
     */
    static int[] of(Links requirements, Links requiredBy, BitSet members) {
        return new DownwardOrder(requirements, requiredBy, members).sort();
    }

    private int countWaits() {
        int links = 0;
        for (int index = members.nextSetBit(0); index >= 0; index = members.nextSetBit(index + 1)) {
            for (int required : requirements.from(index)) {
                if (members.get(required)) {
                    waitingFor[required]++;
                    links++;
                }
            }
        }
        return links;
    }

    private int[] sort() {
        members.stream().filter(index -> waitingFor[index] == 0).forEach(this::append);
        int slot = firstSlot;
        while (slot != NONE) {
            int index = holder[slot];
            slot = waitingFor[index] > 0 ? foremostAbove(index) : emit(slot, index);
        }
        if (emitted != result.length) {
            throw new IllegalStateException("not every revision can be reached from a head");
        }
        return result;
    }

    /** Takes the revision of a slot and returns the slot that is next. */
    private int emit(int slot, int index) {
        result[emitted++] = index;
        slotOf[index] = NONE;
        int[] next = Arrays.stream(requirements.from(index)).filter(members::get).toArray();
        int[] fresh = IntStream.of(next).filter(required -> slotOf[required] == NONE).toArray();
        for (int required : next) {
            waitingFor[required]--;
        }
        if (fresh.length == 0 || next.length > 1) {
            turns[slot]++;
        }
        if (fresh.length == 0) {
            return remove(slot);
        }
        holder[slot] = fresh[0];
        slotOf[fresh[0]] = slot;
        Arrays.stream(fresh).skip(1).forEach(this::append);
        return slot;
    }

    private void append(int index) {
        int slot = slots++;
        holder[slot] = index;
        slotOf[index] = slot;
        before[slot] = lastSlot;
        after[slot] = NONE;
        if (lastSlot == NONE) {
            firstSlot = slot;
        } else {
            after[lastSlot] = slot;
        }
        lastSlot = slot;
    }

    private int remove(int slot) {
        int previous = before[slot];
        int next = after[slot];
        if (previous == NONE) {
            firstSlot = next;
        } else {
            after[previous] = next;
        }
        if (next == NONE) {
            lastSlot = previous;
        } else {
            before[next] = previous;
        }
        return previous == NONE ? next : previous;
    }

    /**
     * Returns the foremost slot whose line leads down to a revision. What a search finds out about
     * the revisions it passes is kept, else a graph with many long arms would cost the square of
     * its size.
     */
    private int foremostAbove(int start) {
        searches++;
        int[] stack = new int[8];
        int depth = 0;
        stack[depth++] = start;
        while (depth > 0) {
            int index = stack[depth - 1];
            if (isKnown(index)) {
                depth--;
            } else if (expandedIn[index] == searches) {
                rememberForemost(index);
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

    private void rememberForemost(int index) {
        int best = NOTHING_ABOVE;
        for (int upper : requiredBy.from(index)) {
            if (isOpen(upper)) {
                best = Math.min(best, slotOf[upper] == NONE ? NOTHING_ABOVE : slotOf[upper]);
                best = Math.min(best, waitingFor[upper] == 0 ? NOTHING_ABOVE : foremost[upper]);
            }
        }
        foremost[index] = best;
        foremostAsOf[index] = turns[best];
    }

    private boolean isKnown(int index) {
        if (waitingFor[index] == 0) {
            return true;
        }
        int slot = foremost[index];
        return slot != NONE && foremostAsOf[index] == turns[slot] && holder[slot] != index;
    }

    /** Returns whether a revision is a member that was not taken yet. */
    private boolean isOpen(int index) {
        return members.get(index) && (waitingFor[index] > 0 || slotOf[index] != NONE);
    }
}
