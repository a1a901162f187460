package dev.limbeck.sql;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a database's scripts hold procedural code whose own {@code ;} end no statement.
 *
 * @param body how the end of such a unit is told
 * @param kinds the words that make a {@code CREATE …} such a unit, for example {@code PROCEDURE}
 * @param openings the words that begin a unit of their own, for example {@code DECLARE}
 * @param opaqueKinds those of {@code kinds} whose text is of another language and is not looked
 *     into
 */
public record StoredPrograms(
        Body body, Set<String> kinds, Set<String> openings, Set<String> opaqueKinds) {
    /** No procedural units, or only ones that stand in quotes. */
    public static final StoredPrograms NONE =
            new StoredPrograms(Body.NONE, Set.of(), Set.of(), Set.of());

    /** How the end of a unit is told. */
    public enum Body {
        /** There are no such units. */
        NONE,
        /** {@code BEGIN ATOMIC … END}, with only {@code CASE … END} nested in it. */
        ATOMIC_BLOCK,
        /** Compound statements: {@code BEGIN … END}, {@code IF … END IF}, loops, nested. */
        COMPOUND_STATEMENT,
        /** A line that holds only {@code /}, whatever the unit contains. */
        SLASH_LINE
    }

    public StoredPrograms {
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
        openings = Collections.unmodifiableSet(new TreeSet<>(openings));
        opaqueKinds = Collections.unmodifiableSet(new TreeSet<>(opaqueKinds));
    }
}
