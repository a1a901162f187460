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

    /** Calls the visitor's method for this kind of reference. */
    <R> R accept(Visitor<R> visitor);

    /** Returns whether only the rows of a database tell what it means. */
    default boolean needsApplied() {
        return false;
    }

    /** Returns the steps of {@code +2} or {@code label@-1}, which count from the rows; else 0. */
    default int stepsFromCurrent() {
        return 0;
    }

    /** Returns where the steps of {@code ae10-1} or {@code head-1} begin. */
    default Optional<RevisionRef> start() {
        return Optional.empty();
    }

    /** What differs by the kind of reference. */
    interface Visitor<R> {
        R base(Base ref);

        R head(Head ref);

        R allHeads(AllHeads ref);

        R current(Current ref);

        R named(Named ref);

        R relative(Relative ref);
    }

    /** Before the first revision. */
    record Base(Optional<String> line) implements RevisionRef {
        @Override
        public String text() {
            return on(line, "base");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.base(this);
        }
    }

    /** The one head. */
    record Head(Optional<String> line) implements RevisionRef {
        @Override
        public String text() {
            return on(line, "head");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.head(this);
        }
    }

    /** Every head. */
    record AllHeads(Optional<String> line) implements RevisionRef {
        @Override
        public String text() {
            return on(line, "heads");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.allHeads(this);
        }
    }

    /** The rows of the database. */
    record Current() implements RevisionRef {
        @Override
        public String text() {
            return "current";
        }

        @Override
        public Optional<String> line() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.current(this);
        }

        @Override
        public boolean needsApplied() {
            return true;
        }
    }

    /** An id, a label, or a prefix of either. */
    record Named(Optional<String> line, String name) implements RevisionRef {
        /** Names a revision without confining it to a line. */
        public Named(String name) {
            this(Optional.empty(), name);
        }

        @Override
        public String text() {
            return on(line, name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /**
     * Some steps up (positive) or down (negative).
     *
     * @param line what confines the steps
     * @param start where they begin; empty: the rows, of the line if there is one
     * @param steps how many
     */
    record Relative(Optional<String> line, Optional<RevisionRef> start, int steps)
            implements RevisionRef {
        @Override
        public String text() {
            String count = steps < 0 ? String.valueOf(steps) : "+" + steps;
            return start.map(ref -> ref.text() + count).orElseGet(() -> on(line, count));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.relative(this);
        }

        @Override
        public boolean needsApplied() {
            return start.map(RevisionRef::needsApplied).orElse(true);
        }

        @Override
        public int stepsFromCurrent() {
            return start.isEmpty() ? steps : 0;
        }
    }

    private static String on(Optional<String> line, String rest) {
        return line.map(text -> text + "@" + rest).orElse(rest);
    }
}
