package dev.limbeck.revision;

import java.util.Optional;

/**
 * What a user typed to name revisions, parsed but not yet looked up.
 *
 * <p>Made by {@link RevisionRefParser}, resolved by {@link RevisionGraph#resolve}. A {@code line}
 * is what stood before the {@code @}: a label, an id or a prefix of either, which confines the rest
 * to the lineage of the revision it names.
 */
public sealed interface RevisionRef {

    /** Returns the reference as it would be typed. */
    String text();

    /** Returns what stands before the {@code @}. */
    Optional<String> line();

    /** Returns whether only the rows of a database tell what it means. */
    default boolean needsApplied() {
        return false;
    }

    /** Before the first revision. */
    record Base(Optional<String> line) implements RevisionRef {
        @Override
        public String text() {
            return on(line, "base");
        }
    }

    /** The one head. */
    record Head(Optional<String> line) implements RevisionRef {
        @Override
        public String text() {
            return on(line, "head");
        }
    }

    /** Every head. */
    record AllHeads(Optional<String> line) implements RevisionRef {
        @Override
        public String text() {
            return on(line, "heads");
        }
    }

    /** The rows of the database; with a line, as the start of a relative reference only. */
    record Current(Optional<String> line) implements RevisionRef {
        @Override
        public String text() {
            return on(line, "current");
        }

        @Override
        public boolean needsApplied() {
            return true;
        }
    }

    /** An id, a label, or a prefix of either. */
    record Named(Optional<String> line, String name) implements RevisionRef {
        @Override
        public String text() {
            return on(line, name);
        }
    }

    /** Some steps up (positive) or down (negative) from another reference. */
    record Relative(RevisionRef start, int steps) implements RevisionRef {
        @Override
        public String text() {
            String count = steps < 0 ? String.valueOf(steps) : "+" + steps;
            // from current: the word itself is not written
            return start.needsApplied()
                    ? start.line().map(line -> line + "@").orElse("") + count
                    : start.text() + count;
        }

        @Override
        public Optional<String> line() {
            return start.line();
        }

        @Override
        public boolean needsApplied() {
            return start.needsApplied();
        }
    }

    private static String on(Optional<String> line, String rest) {
        return line.map(text -> text + "@" + rest).orElse(rest);
    }
}
