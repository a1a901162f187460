package dev.limbeck.h2.text;

import dev.limbeck.schema.PartName;
import java.util.regex.Pattern;

/**
 * The names H2 makes where none is written: a word, then as many digits of the hash of the table's
 * name as keep it apart from the names that are there already. Which they are depends on the order
 * in which things were made, so nobody can foretell them.
 */
public final class SystemNames {
    private static final Pattern MADE = Pattern.compile("(CONSTRAINT|INDEX)_[0-9A-F]+(_[0-9]+)?");

    private SystemNames() {}

    /** Returns the name of a part as the catalog gives it, or as somebody wrote it. */
    public static PartName of(String name) {
        return MADE.matcher(name).matches() ? PartName.arbitrary(name) : PartName.of(name);
    }

    /** Returns a name with what the server made told from what somebody wrote. */
    public static PartName of(PartName name) {
        return name.value().isEmpty() ? name : of(name.value());
    }
}
