package dev.limbeck.neutral;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What values a column holds.
 *
 * @param family what kind of values
 * @param size how many: bits of whole and approximate numbers, digits of exact ones, characters or
 *     bytes of a text, digits of a second of times; empty where there is no limit to speak of
 * @param scale digits behind the point of an exact number, else 0
 * @param traits how the values behave
 * @param words the values of an enumeration in order; what an array is of; the name of a type that
 *     has no neutral one
 */
public record NeutralType(
        Family family, OptionalLong size, int scale, Set<Trait> traits, List<String> words) {
    /** What kind of values a type holds. */
    public enum Family {
        BOOLEAN,
        WHOLE,
        EXACT,
        APPROXIMATE,
        TEXT,
        BYTES,
        DATE,
        TIME,
        TIMESTAMP,
        INTERVAL,
        UUID,
        JSON,
        XML,
        ENUMERATION,
        ARRAY,
        /** A type that only its vendor has. */
        OTHER
    }

    /** How values behave where vendors behave differently. */
    public enum Trait {
        /** A number without negative values. */
        UNSIGNED("has no negative values"),
        /** A text that is filled up with blanks. */
        PADDED("is filled up with blanks"),
        /** A text whose length counts bytes. */
        COUNTS_BYTES("counts bytes, not characters"),
        /** An empty text is stored as null. */
        EMPTY_IS_NULL("stores '' as NULL"),
        /** Texts that differ in case only are equal. */
        IGNORES_CASE("takes 'a' and 'A' for equal"),
        /** A date that holds a time of day too. */
        TIME_OF_DAY("holds a time of day too"),
        /** A time that is a moment, whatever the zone of who looks. */
        INSTANT("is a moment in time"),
        /** A time that keeps the offset it was written with. */
        KEEPS_OFFSET("keeps the offset it was written with"),
        /** Moments before 1970 and behind January 2038 can't be stored. */
        ENDS_IN_2038("ends in January 2038");

        private final String words;

        Trait(String words) {
            this.words = words;
        }

        /** Returns what a person reads behind the name of the type. */
        public String words() {
            return words;
        }
    }

    public NeutralType {
        traits = Set.copyOf(traits);
        words = List.copyOf(words);
    }

    /** Returns a type without a limit. */
    public static NeutralType of(Family family, Trait... traits) {
        return new NeutralType(family, OptionalLong.empty(), 0, Set.of(traits), List.of());
    }

    /** Returns a type with a limit. */
    public static NeutralType of(Family family, long size, Trait... traits) {
        return of(family, traits).withSize(size);
    }

    /** Returns an exact number. */
    public static NeutralType exact(long digits, int scale) {
        return new NeutralType(Family.EXACT, OptionalLong.of(digits), scale, Set.of(), List.of());
    }

    /** Returns the type that has some values and no others. */
    public static NeutralType enumeration(List<String> values) {
        return new NeutralType(Family.ENUMERATION, OptionalLong.empty(), 0, Set.of(), values);
    }

    /** Returns a type that has no neutral one. */
    public static NeutralType other(String name) {
        return new NeutralType(Family.OTHER, OptionalLong.empty(), 0, Set.of(), List.of(name));
    }

    /** Returns the type of arrays of a type. */
    public static NeutralType arrayOf(NeutralType element) {
        return new NeutralType(
                Family.ARRAY, OptionalLong.empty(), 0, Set.of(), List.of(element.toString()));
    }

    public NeutralType withSize(long newSize) {
        return new NeutralType(family, OptionalLong.of(newSize), scale, traits, words);
    }

    /** Returns this type behaving in one more way. */
    public NeutralType with(Trait trait) {
        Set<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new NeutralType(family, size, scale, all, words);
    }

    /** Returns whether it behaves in a way. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(family.name().toLowerCase(Locale.ROOT));
        size.ifPresent(
                limit ->
                        text.append('(')
                                .append(limit)
                                .append(scale == 0 ? "" : "," + scale)
                                .append(')'));
        if (!words.isEmpty()) {
            text.append(' ').append(String.join(", ", words));
        }
        new TreeSet<>(traits).forEach(trait -> text.append(", ").append(trait.words()));
        return text.toString();
    }
}
