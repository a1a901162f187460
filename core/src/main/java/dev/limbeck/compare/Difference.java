package dev.limbeck.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that is not the same on all sides.
 *
 * @param object the neutral name of what it is about, {@code account.email}
 * @param kind what of it
 * @param verdict what that means
 * @param reason why, for a person; empty where the values say it all
 * @param values what each side says, by the side's name; {@code (none)} where it has nothing
 */
public record Difference(
        String object, FactKind kind, Verdict verdict, String reason, Map<String, String> values) {
    /** What stands for a side that has no such thing. */
    public static final String NONE = "(none)";

    public Difference {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
