package dev.limbeck.diff;

import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Walks two schemas and says what has to be done, in no order yet. */
final class Walk {
    private final Schema actual;
    private final Schema desired;
    private final DiffOptions options;
    private final Fates fates;
    private final Names names;
    private final List<Step> steps = new ArrayList<>();
    private final Set<ObjectId> accounted = new HashSet<>();

    private Walk(Schema actual, Schema desired, DiffOptions options, Set<Split> splits) {
        this.actual = actual;
        this.desired = desired;
        this.options = options;
        this.fates = Fates.of(actual, desired, options.changeRules(), splits);
        this.names = new Names(options.schemaRules().names(), options.changeRules());
    }

    /** Returns what leads from one schema to the other, in an order in which it can run. */
    static List<Step> ordered(Schema actual, Schema desired, DiffOptions options) {
        Set<Split> splits = new TreeSet<>();
        while (true) {
            ChangeOrder.Ordering ordering =
                    ChangeOrder.of(steps(actual, desired, options, splits), splits);
            if (ordering.splits().isEmpty()) {
                return ordering.steps();
            }
            splits.addAll(ordering.splits());
        }
    }

    private static List<Step> steps(
            Schema actual, Schema desired, DiffOptions options, Set<Split> splits) {
        Walk walk = new Walk(actual, desired, options, splits);
        ObjectSteps objects = new ObjectSteps(walk);
        TableSteps tables = new TableSteps(walk);
        PartSteps parts = new PartSteps(walk);
        DetailSteps details = new DetailSteps(walk);
        for (Table table : desired.tables()) {
            if (walk.stays(table.id())) {
                tables.compare(actual.table(table.name()).orElseThrow(), table);
            }
        }
        for (SchemaObject before : actual.objects()) {
            if (!walk.stays(before.id())) {
                objects.drop(before);
            }
        }
        for (SchemaObject after : desired.objects()) {
            if (walk.stays(after.id())) {
                SchemaObject before = actual.find(after.id()).orElseThrow();
                objects.alter(before, after);
                parts.compare(before, after);
                details.compare(before, after);
            } else {
                objects.create(after);
            }
        }
        parts.addRenames();
        return walk.steps;
    }

    Schema actual() {
        return actual;
    }

    Schema desired() {
        return desired;
    }

    DiffOptions options() {
        return options;
    }

    Fates fates() {
        return fates;
    }

    Names names() {
        return names;
    }

    /** Returns whether an object is on both sides and not made anew. */
    boolean stays(ObjectId id) {
        return actual.find(id).isPresent() && desired.find(id).isPresent() && !fates.isAnew(id);
    }

    void add(Step step) {
        steps.add(step);
    }

    /**
     * Returns those of some sequences that go or come now, and sees to it that no one else says so.
     */
    List<Sequence> account(List<Sequence> sequences) {
        List<Sequence> found = new ArrayList<>();
        for (Sequence sequence : sequences) {
            if (!stays(sequence.id())) {
                found.add(sequence);
                accounted.add(sequence.id());
            }
        }
        return found;
    }

    /** Returns whether a sequence goes or comes with a column or a table. */
    boolean isAccounted(ObjectId id) {
        return accounted.contains(id);
    }
}
