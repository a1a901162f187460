package dev.limbeck.mysql.render;

import dev.limbeck.diff.Hazard;
import dev.limbeck.mysql.server.ServerVersion;
import java.util.List;

/**
 * How a server makes a change of a table, the cheapest way first. What a statement says of it holds
 * the server to it: it refuses rather than copies.
 */
enum Work {
    /** Only the dictionary changes. */
    INSTANT(", ALGORITHM = INSTANT"),
    /** What is at hand is changed while others write. */
    INPLACE(", ALGORITHM = INPLACE, LOCK = NONE"),
    /** What is at hand is changed while others may read. */
    INPLACE_SHARED(", ALGORITHM = INPLACE, LOCK = SHARED"),
    /** The table is copied while others may read. */
    COPY(", ALGORITHM = COPY, LOCK = SHARED"),
    /** It depends on what can't be seen from here; the server chooses. */
    UNSAID("");

    private final String clause;

    Work(String clause) {
        this.clause = clause;
    }

    /** Returns the dearer of two. */
    Work and(Work other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Returns what a statement says of it; nothing before there was a choice. */
    String clause(ServerVersion server) {
        return server.major() < 8 ? "" : clause;
    }

    /** Returns what about it can hurt. */
    List<Hazard> hazards(String table) {
        return switch (this) {
            case COPY ->
                    List.of(
                            Hazard.of(Hazard.Kind.REWRITES, "the rows of " + table + " are copied"),
                            Hazard.of(
                                    Hazard.Kind.LOCKS,
                                    "writers of " + table + " wait until it is copied"));
            case INPLACE_SHARED ->
                    List.of(
                            Hazard.of(
                                    Hazard.Kind.LOCKS, "writers of " + table + " wait meanwhile"));
            default -> List.of();
        };
    }
}
