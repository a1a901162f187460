package dev.limbeck.compare;

import dev.limbeck.neutral.NeutralType;
import dev.limbeck.neutral.NeutralType.Family;
import dev.limbeck.neutral.NeutralType.Trait;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * How two types lie to each other: the places in the lattice of types that vendors take for one
 * another.
 */
final class TypeAgreement {
    /** A side and the type it has. */
    record Party(String side, NeutralType type) {}

    /** From how many bytes on a text counts as one without a limit, with a warning. */
    private static final long LONG_TEXT = 65_535;

    /** The decimal digits that hold every whole number of so many bits. */
    private static final Map<Long, Long> DIGITS =
            Map.of(8L, 3L, 16L, 5L, 24L, 8L, 32L, 10L, 64L, 19L);

    private static final long DIGITS_OF_UNSIGNED_64 = 20;

    /** Traits that make other values of a type, not others' behaviour. */
    private static final Set<Trait> DECISIVE = EnumSet.of(Trait.UNSIGNED, Trait.PADDED);

    private final Party first;
    private final Party second;

    private TypeAgreement(Party first, Party second) {
        this.first = first;
        this.second = second;
    }

    /** Returns how they lie to each other; empty where they are the same. */
    static Optional<Agreement> of(Party first, Party second) {
        return new TypeAgreement(first, second).found();
    }

    private Agreement differs() {
        return new Agreement(Verdict.DIFFERS, first.type() + " is not " + second.type());
    }

    private Optional<Agreement> found() {
        NeutralType one = first.type();
        NeutralType other = second.type();
        if (one.equals(other)) {
            return Optional.empty();
        }
        if (one.family() == other.family()) {
            return within(one, other);
        }
        return Optional.of(
                between(first, second)
                        .or(() -> between(second, first))
                        .orElseGet(() -> unrelated(one, other)));
    }

    private Agreement unrelated(NeutralType one, NeutralType other) {
        boolean vendor = one.family() == Family.OTHER || other.family() == Family.OTHER;
        return vendor ? Agreement.unknown("a type that only its vendor has") : differs();
    }

    private Optional<Agreement> within(NeutralType one, NeutralType other) {
        if (one.family() == Family.OTHER || one.family() == Family.ARRAY) {
            return Optional.of(
                    one.words().equals(other.words())
                            ? Agreement.trap(
                                    "called the same by vendors that may mean it differently")
                            : differs());
        }
        boolean decisive =
                DECISIVE.stream().anyMatch(trait -> one.is(trait) != other.is(trait))
                        || one.scale() != other.scale()
                        || !one.words().equals(other.words());
        if (decisive) {
            return Optional.of(differs());
        }
        Optional<Agreement> sizes = sizes(one, other);
        return Agreement.graver(Agreement.graver(sizes, zones(one, other)), habits());
    }

    private Optional<Agreement> sizes(NeutralType one, NeutralType other) {
        if (one.size().equals(other.size())) {
            return Optional.empty();
        }
        boolean text = one.family() == Family.TEXT || one.family() == Family.BYTES;
        boolean both = one.size().isPresent() && other.size().isPresent();
        if (!text || both) {
            return Optional.of(differs());
        }
        Party limited = one.size().isPresent() ? first : second;
        long limit = limited.type().size().orElseThrow();
        return Optional.of(
                limit >= LONG_TEXT
                        ? Agreement.trap(limited.side() + " holds at most " + limit + " bytes")
                        : differs());
    }

    /** A time with an offset and a moment are written alike; a plain time is neither. */
    private Optional<Agreement> zones(NeutralType one, NeutralType other) {
        if (isZoned(one) != isZoned(other)) {
            return Optional.of(differs());
        }
        return one.is(Trait.INSTANT) == other.is(Trait.INSTANT)
                ? Optional.empty()
                : Optional.of(
                        Agreement.equivalent(
                                (one.is(Trait.KEEPS_OFFSET) ? first : second).side()
                                        + " keeps the offset it was written with"));
    }

    private static boolean isZoned(NeutralType type) {
        return type.is(Trait.INSTANT) || type.is(Trait.KEEPS_OFFSET);
    }

    private Optional<Agreement> habits() {
        return Agreement.graver(habits(first, second), habits(second, first));
    }

    /** What one side does and the other does not. */
    private static Optional<Agreement> habits(Party one, Party other) {
        Set<Trait> only = new TreeSet<>(one.type().traits());
        only.removeAll(other.type().traits());
        only.removeAll(DECISIVE);
        only.remove(Trait.INSTANT);
        only.remove(Trait.KEEPS_OFFSET);
        Optional<Agreement> found = Optional.empty();
        for (Trait trait : only) {
            Agreement trap = Agreement.trap(one.side() + " " + trait.words());
            found = Agreement.graver(found, Optional.of(trap));
        }
        return found;
    }

    /** What one family is where a vendor has not the other. */
    private static Optional<Agreement> between(Party party, Party counterpart) {
        NeutralType one = party.type();
        NeutralType other = counterpart.type();
        return switch (one.family()) {
            case WHOLE -> whole(one, other);
            case BOOLEAN -> truth(other);
            case DATE ->
                    other.family() == Family.TIMESTAMP && other.is(Trait.TIME_OF_DAY)
                            ? Optional.of(
                                    Agreement.trap(
                                            counterpart.side() + " " + Trait.TIME_OF_DAY.words()))
                            : Optional.empty();
            case UUID -> uuid(other);
            case JSON ->
                    other.family() == Family.TEXT && other.size().isEmpty()
                            ? Optional.of(Agreement.equivalent("JSON kept as text"))
                            : Optional.empty();
            case ENUMERATION ->
                    other.family() == Family.TEXT
                            ? Optional.of(Agreement.equivalent("a text in place of an enumeration"))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Agreement> whole(NeutralType whole, NeutralType other) {
        boolean exact =
                other.family() == Family.EXACT && other.scale() == 0 && other.size().isPresent();
        if (!exact) {
            return Optional.empty();
        }
        long bits = whole.size().orElseThrow();
        long digits =
                whole.is(Trait.UNSIGNED) && bits == 64
                        ? DIGITS_OF_UNSIGNED_64
                        : DIGITS.getOrDefault(bits, 0L);
        return other.size().orElseThrow() == digits
                ? Optional.of(
                        Agreement.equivalent(
                                digits + " digits hold a whole number of " + bits + " bits"))
                : Optional.empty();
    }

    private static Optional<Agreement> truth(NeutralType other) {
        boolean number =
                other.family() == Family.EXACT
                        && other.scale() == 0
                        && other.size().equals(OptionalLong.of(1));
        boolean small = other.family() == Family.WHOLE && other.size().equals(OptionalLong.of(8));
        boolean letter = other.family() == Family.TEXT && other.size().equals(OptionalLong.of(1));
        return number || small || letter
                ? Optional.of(Agreement.equivalent("stands for a boolean"))
                : Optional.empty();
    }

    private static Optional<Agreement> uuid(NeutralType other) {
        boolean text = other.family() == Family.TEXT && other.size().equals(OptionalLong.of(36));
        boolean bytes = other.family() == Family.BYTES && other.size().equals(OptionalLong.of(16));
        return text || bytes ? Optional.of(Agreement.equivalent("holds a UUID")) : Optional.empty();
    }
}
