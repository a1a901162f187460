package dev.limbeck.compare;

import java.util.Locale;

/** What was found of something that is not the same on all sides, the mildest first. */
public enum Verdict {
    /** Vendor-specific, so it is only named. */
    UNCOMPARED,
    /** Said differently, and means the same. */
    EQUIVALENT,
    /** Means the same for most values, and behaves differently for some. */
    TRAP,
    /** It can't be told whether it means the same. */
    UNKNOWN,
    /** Means something else, or is missing on a side. */
    DIFFERS;

    /** Returns the word that stands for it in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the sides can't be said to agree. */
    public boolean isDisagreement() {
        return this == UNKNOWN || this == DIFFERS;
    }

    Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
