package dev.limbeck.oracle.normal;

import dev.limbeck.dialect.SchemaNormalizer;
import dev.limbeck.oracle.server.OracleSettings;
import dev.limbeck.oracle.text.OracleNames;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;

/** Brings schemas to the form in which Oracle would give them back. */
public final class OracleNormalizer implements SchemaNormalizer {
    private final OracleSettings settings;

    public OracleNormalizer(OracleSettings settings) {
        this.settings = settings;
    }

    @Override
    public Schema normalize(Schema schema) {
        NormalObjects objects = new NormalObjects(schema, settings);
        List<SchemaObject> normal = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            if (!isIdle(schema, object)) {
                normal.add(object.accept(objects));
            }
        }
        return Schema.of(normal)
                .withTaints(schema.taints())
                .withRenameHints(schema.renameHints())
                .withHidden(schema.hidden());
    }

    /** The place of synonyms that every user sees is there without being made. */
    private static boolean isIdle(Schema schema, SchemaObject object) {
        boolean shared = object.id().equals(ObjectId.namespace(OracleNames.SHARED_SCHEMA));
        if (!shared) {
            return false;
        }
        for (SchemaObject synonym : schema.objects(ObjectKind.SYNONYM)) {
            if (synonym.id().name().schema().equals(OracleNames.SHARED_SCHEMA)) {
                return false;
            }
        }
        return true;
    }

    /** {@code SYS_C} and a number that nobody can foretell. */
    @Override
    public PartName nameFor(Schema schema, Relation owner, TablePart part) {
        return PartName.unknown();
    }
}
