package dev.limbeck.autogenerate;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.error.SchemaException;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Divides changes into those that share a transaction and those that can't, which go into a second
 * revision on top, together with what has to come after them.
 */
final class RevisionSplit {
    private final Schema from;
    private final List<SchemaChange> changes;
    private final DiffOptions options;
    private final SqlRenderer renderer;
    private final Schema goal;
    private final RevisionScript whole;

    private RevisionSplit(
            Schema from, List<SchemaChange> changes, DiffOptions options, SqlRenderer renderer) {
        this.from = from;
        this.changes = changes;
        this.options = options;
        this.renderer = renderer;
        this.goal = after(from, changes);
        this.whole = RevisionScript.of(from, changes, goal, renderer);
    }

    /**
     * Returns the scripts of one or two revisions, the lower one first; none where nothing changes.
     *
     * @param from the schema the changes begin at
     */
    static List<RevisionScript> of(
            Schema from, List<SchemaChange> changes, DiffOptions options, SqlRenderer renderer) {
        return changes.isEmpty()
                ? List.of()
                : new RevisionSplit(from, changes, options, renderer).scripts();
    }

    private List<RevisionScript> scripts() {
        BitSet alone = alone();
        if (alone.isEmpty()) {
            return List.of(whole);
        }
        return divided(alone).orElseGet(() -> cut(alone.nextSetBit(0)));
    }

    /** Returns the places of the changes that can't share a transaction with what else happens. */
    private BitSet alone() {
        Set<SchemaChange> refusing = refusing(whole.up());
        Set<SchemaChange> refusingBack = refusing(whole.down());
        BitSet alone = new BitSet();
        for (int i = 0; i < changes.size(); i++) {
            SchemaChange change = changes.get(i);
            alone.set(
                    i,
                    refusing.contains(change)
                            || (!refusingBack.isEmpty()
                                    && refusingBack.contains(change.inverse())));
        }
        return alone;
    }

    private static Set<SchemaChange> refusing(List<RenderedStatement> statements) {
        Set<SchemaChange> refusing = new HashSet<>();
        statements.stream()
                .filter(RenderedStatement::needsOwnTransaction)
                .forEach(statement -> refusing.addAll(statement.changes()));
        return refusing;
    }

    /**
     * Returns whether a change may use a value, alone or within an array or a row. It is written
     * alone for that: in the whole script it may share a statement with another.
     */
    private boolean mentions(SchemaChange change, EnumChange.AddValue added) {
        String value = Pattern.quote(added.value().replace("'", "''"));
        Pattern literal =
                Pattern.compile("'(?:[{(](?:[^']|'')*\\b)?" + value + "(?:\\b(?:[^']|'')*[})])?'");
        return !(change instanceof EnumChange)
                && renderer.render(List.of(change)).stream()
                        .anyMatch(statement -> literal.matcher(statement.sql()).find());
    }

    /**
     * Moves to the end what has to stand alone and what builds on it; empty where the model does
     * not vouch for the new order.
     */
    private Optional<List<RevisionScript>> divided(BitSet alone) {
        List<SchemaChange> lower = new ArrayList<>();
        List<SchemaChange> upper = new ArrayList<>();
        SchemaEditor editor = new SchemaEditor(from, options.schemaRules());
        for (int i = 0; i < changes.size(); i++) {
            SchemaChange change = changes.get(i);
            boolean above = alone.get(i) || buildsOn(change, upper);
            if (!above && applies(change, editor)) {
                lower.add(change);
            } else {
                upper.add(change);
            }
        }
        List<SchemaChange> bound = new ArrayList<>();
        for (SchemaChange change : upper) {
            SchemaChange now = bind(change, editor.snapshot());
            if (!applies(now, editor)) {
                return Optional.empty();
            }
            bound.add(now);
        }
        return editor.snapshot().equals(goal)
                ? Optional.of(scripts(lower, bound))
                : Optional.empty();
    }

    /** Returns whether a change uses a value that is added above. */
    private boolean buildsOn(SchemaChange change, List<SchemaChange> upper) {
        return upper.stream()
                .anyMatch(
                        above ->
                                above instanceof EnumChange.AddValue added
                                        && mentions(change, added));
    }

    private static boolean applies(SchemaChange change, SchemaEditor editor) {
        try {
            change.applyTo(editor);
            return true;
        } catch (SchemaException refusedForNow) {
            // The editor is as it was; the change has to come after what it builds on.
            return false;
        }
    }

    /** Who uses a type may have changed, now that the change comes later. */
    private SchemaChange bind(SchemaChange change, Schema now) {
        return change instanceof EnumChange.AddValue added
                ? new EnumChange.AddValue(
                        added.before(),
                        added.value(),
                        added.next(),
                        EnumChange.Users.of(now, added.type(), options))
                : change;
    }

    private Schema after(Schema before, List<SchemaChange> made) {
        SchemaEditor editor = new SchemaEditor(before, options.schemaRules());
        made.forEach(change -> change.applyTo(editor));
        return editor.snapshot();
    }

    /** Divides the changes as they stand, before the first one that has to stand alone. */
    private List<RevisionScript> cut(int place) {
        return scripts(changes.subList(0, place), changes.subList(place, changes.size()));
    }

    private List<RevisionScript> scripts(List<SchemaChange> lower, List<SchemaChange> upper) {
        List<RevisionScript> scripts = new ArrayList<>();
        Schema between = after(from, lower);
        if (!lower.isEmpty()) {
            scripts.add(RevisionScript.of(from, lower, between, renderer));
        }
        scripts.add(RevisionScript.apart(between, upper, goal, renderer));
        return scripts;
    }
}
