package dev.limbeck.proof;

import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the revisions that made something what it is. */
public final class Blame {
    /** What a revision did. */
    public enum Deed {
        MADE,
        CHANGED,
        RENAMED,
        DROPPED
    }

    /**
     * A revision that had a part in it.
     *
     * @param stage the revision
     * @param deed what it did
     * @param former what it was called before it was renamed
     */
    public record Entry(Stage stage, Deed deed, Optional<Subject> former) {}

    private Blame() {}

    /**
     * Returns what a name may mean, the likeliest first.
     *
     * @param pieces its pieces as the database folds them, an empty one for the default schema
     */
    public static List<Subject> subjects(List<String> pieces) {
        String last = pieces.get(pieces.size() - 1);
        return switch (pieces.size()) {
            case 1 -> List.of(new Subject(QualifiedName.of(last), Optional.empty()));
            case 2 ->
                    List.of(
                            new Subject(QualifiedName.of(pieces.get(0), last), Optional.empty()),
                            new Subject(tableOf(pieces.get(0)), Optional.of(last)));
            case 3 ->
                    List.of(
                            new Subject(
                                    QualifiedName.of(pieces.get(0), pieces.get(1)),
                                    Optional.of(last)));
            default -> List.of();
        };
    }

    private static QualifiedName tableOf(String name) {
        return QualifiedName.of(name.isEmpty() ? "?" : name);
    }

    /** Returns the revisions of a subject, the newest first; none where there never was one. */
    public static List<Entry> of(Subject subject, ChainWalk walk) {
        List<Entry> entries = new ArrayList<>();
        Subject now = subject;
        List<Stage> stages = walk.stages();
        for (int i = stages.size() - 1; i >= 0; i--) {
            Stage stage = stages.get(i);
            List<Object> before = now.in(stage.before());
            List<Object> after = now.in(stage.after());
            if (before.equals(after)) {
                continue;
            }
            if (after.isEmpty()) {
                entries.add(new Entry(stage, Deed.DROPPED, Optional.empty()));
            } else if (!before.isEmpty()) {
                entries.add(new Entry(stage, Deed.CHANGED, Optional.empty()));
            } else {
                Optional<Subject> former = now.formerly(stage.before(), stage.after());
                entries.add(
                        new Entry(stage, former.isPresent() ? Deed.RENAMED : Deed.MADE, former));
                now = former.orElse(now);
            }
        }
        return entries;
    }
}
