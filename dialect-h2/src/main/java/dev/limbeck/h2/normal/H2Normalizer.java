package dev.limbeck.h2.normal;

import dev.limbeck.dialect.SchemaNormalizer;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings schemas to H2's normal form.
 *
 * <p>H2 rewrites every expression that it is given: it names functions otherwise, computes
 * constants, turns a chain of comparisons into one {@code IN}. The one program that is sure to know
 * what it makes of a text is H2 itself, which is at hand wherever this dialect is: a {@link
 * ScratchDatabase} in memory is given the schema's tables and every text, and says how it prints
 * them. A text that it refuses is compared by its tokens.
 */
public final class H2Normalizer implements SchemaNormalizer {
    @Override
    public Schema normalize(Schema schema) {
        List<SchemaObject> shaped = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            shaped.add(new ShapeRewriter(schema).shaped(object));
        }
        PrintedTexts texts = ScratchDatabase.print(shaped);
        List<SchemaObject> normal = new ArrayList<>();
        for (SchemaObject object : shaped) {
            normal.add(texts.fillIn(object));
        }
        return Schema.of(normal)
                .withTaints(schema.taints())
                .withRenameHints(schema.renameHints())
                .withHidden(schema.hidden());
    }

    /** The names depend on what else is there and on the order in which it was made. */
    @Override
    public PartName nameFor(Schema schema, Relation owner, TablePart part) {
        return PartName.unknown();
    }
}
