package dev.limbeck.proof;

import java.util.List;

/**
 * Whether lines can be joined: whether it is the same in which order they run.
 *
 * @param verdict what was found
 * @param reasons what conflicts, or why it can't be told
 * @param dialect the database whose scripts were read
 */
public record MergeFinding(Verdict verdict, List<String> reasons, String dialect) {
    /** What was found, the mildest first. */
    public enum Verdict {
        /** In either order they lead to one schema. */
        COMMUTES,
        /** It can't be told. */
        UNKNOWN,
        /** They get in each other's way. */
        CONFLICTS
    }

    public MergeFinding {
        reasons = List.copyOf(reasons);
    }

    /** Returns what a person reads of it, in one line. */
    public String sentence() {
        return switch (verdict) {
            case COMMUTES -> "in either order the lines lead to one schema on " + dialect;
            case UNKNOWN ->
                    "whether the lines get in each other's way can't be told: "
                            + String.join("; ", reasons);
            case CONFLICTS -> "the lines get in each other's way: " + String.join("; ", reasons);
        };
    }
}
