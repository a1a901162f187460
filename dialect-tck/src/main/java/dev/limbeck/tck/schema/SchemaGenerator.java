package dev.limbeck.tck.schema;

import dev.limbeck.diff.SchemaChange;
import dev.limbeck.error.SchemaException;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes schemas by random steps: objects come, change and go as they do in the life of a database.
 * The same seed gives the same schemas. Names are drawn from small pools, so that they clash,
 * change places and come back.
 */
public final class SchemaGenerator {
    private final Random random;
    private final Vocabulary vocabulary;
    private final SchemaRules rules;

    /**
     * @param rules the dialect's rules of names, so that every schema is one it can hold
     */
    public SchemaGenerator(Random random, Vocabulary vocabulary, SchemaRules rules) {
        this.random = random;
        this.vocabulary = vocabulary;
        this.rules = rules;
    }

    /** Returns a schema that so many steps made. */
    public Schema schema(int steps) {
        return mutated(Schema.empty(), steps);
    }

    /** Returns the schema that so many steps make of another. */
    public Schema mutated(Schema start, int steps) {
        SchemaEditor editor = new SchemaEditor(start, rules);
        Workbench bench = new Workbench(random, vocabulary, rules, editor);
        List<Mutation> mutations = new ArrayList<>();
        mutations.addAll(new TableMutations(bench).all());
        mutations.addAll(new PartMutations(bench).all());
        mutations.addAll(new ObjectMutations(bench).all());
        mutations.removeIf(mutation -> !vocabulary.features().containsAll(mutation.features()));
        int done = 0;
        for (int attempt = 0; done < steps && attempt < 20 * steps; attempt++) {
            if (attempt(editor, mutations.get(random.nextInt(mutations.size())))) {
                done++;
            }
        }
        return editor.snapshot();
    }

    /** Makes one step if the schema as it is allows it. */
    private boolean attempt(SchemaEditor editor, Mutation mutation) {
        SchemaEditor trial = new SchemaEditor(editor.snapshot(), rules);
        List<SchemaChange> changes;
        try {
            changes = mutation.changes().get();
            changes.forEach(change -> change.applyTo(trial));
        } catch (SchemaException e) {
            // Names and references are drawn blindly: the editor refuses what can't be.
            return false;
        }
        changes.forEach(change -> change.applyTo(editor));
        return !changes.isEmpty();
    }

    /** Returns the same objects put into a schema in another order. */
    public Schema shuffled(Schema schema) {
        List<SchemaObject> objects = new ArrayList<>();
        schema.objects().forEach(objects::add);
        Collections.shuffle(objects, random);
        return Schema.of(objects)
                .withRenameHints(schema.renameHints())
                .withHidden(schema.hidden())
                .withTaints(schema.taints());
    }
}
