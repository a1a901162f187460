package dev.limbeck.postgres.normal;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.SchemaNormalizer;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;

/** Brings schemas to the form in which PostgreSQL would give them back. */
public final class PostgresNormalizer implements SchemaNormalizer {
    private final int major;
    private final PostgresPartNames names;

    public PostgresNormalizer(DatabaseProduct product) {
        this.major = product.major();
        this.names = new PostgresPartNames(product);
    }

    @Override
    public Schema normalize(Schema schema) {
        NormalObjects objects = new NormalObjects(schema, new PostgresTexts(schema), major);
        List<SchemaObject> normal = new ArrayList<>();
        schema.objects().forEach(object -> normal.add(object.accept(objects)));
        return Schema.of(normal)
                .withTaints(schema.taints())
                .withRenameHints(schema.renameHints())
                .withHidden(schema.hidden());
    }

    @Override
    public PartName nameFor(Schema schema, Relation owner, TablePart part) {
        return names.nameFor(schema, owner, part);
    }
}
