package dev.limbeck.revision;

import java.util.BitSet;
import java.util.Optional;

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
    private final Links requirements;
    private final Links requiredBy;
    private final BitSet members;
    private final int[] waitingFor;
    private final int[] result;
    private final Slots slots;
    private Optional<ForemostSearch> foremost = Optional.empty();
    private int taken;

    private DownwardOrder(Links requirements, Links requiredBy, BitSet members) {
        this.requirements = requirements;
        this.requiredBy = requiredBy;
        this.members = members;
        waitingFor = new int[requirements.size()];
        result = new int[members.cardinality()];
        slots = new Slots(requirements.size(), result.length + countWaits());
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
        members.stream().filter(index -> waitingFor[index] == 0).forEach(slots::append);
        int slot = slots.first();
        while (slot != Slots.NONE) {
            int index = slots.holder(slot);
            slot = waitingFor[index] > 0 ? foremost().above(index) : take(slot, index);
        }
        if (taken != result.length) {
            throw new IllegalStateException("not every revision can be reached from a head");
        }
        return result;
    }

    /** A graph that is one line needs none. */
    private ForemostSearch foremost() {
        if (foremost.isEmpty()) {
            foremost =
                    Optional.of(
                            new ForemostSearch(
                                    requirements, requiredBy, members, waitingFor, slots));
        }
        return foremost.get();
    }

    /** Takes the revision of a slot and returns the slot that is next. */
    private int take(int slot, int index) {
        result[taken++] = index;
        int followed = 0;
        int opened = 0;
        int first = Slots.NONE;
        for (int required : requirements.from(index)) {
            if (!members.get(required)) {
                continue;
            }
            waitingFor[required]--;
            followed++;
            if (slots.of(required) == Slots.NONE) {
                opened++;
                if (opened == 1) {
                    first = required;
                } else {
                    slots.append(required);
                }
            }
        }
        if (opened == 0) {
            return slots.close(slot);
        }
        if (followed > 1) {
            slots.turn(slot);
        }
        slots.advance(slot, first);
        return slot;
    }
}
