package dev.limbeck.mysql.normal;

import dev.limbeck.dialect.SchemaNormalizer;
import dev.limbeck.mysql.server.ServerSettings;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;

/** Brings schemas to the form in which MySQL and MariaDB would give them back. */
public final class MySqlNormalizer implements SchemaNormalizer {
    private final ServerSettings settings;
    private final MySqlPartNames names;

    public MySqlNormalizer(ServerSettings settings) {
        this.settings = settings;
        this.names = new MySqlPartNames(settings.version());
    }

    @Override
    public Schema normalize(Schema schema) {
        NormalObjects objects = new NormalObjects(schema, settings);
        List<SchemaObject> normal = new ArrayList<>();
        schema.objects().forEach(object -> normal.add(object.accept(objects)));
        return Schema.of(normal)
                .withTaints(schema.taints())
                .withRenameHints(schema.renameHints())
                .withHidden(schema.hidden());
    }

    @Override
    public PartName nameFor(Schema schema, Relation owner, TablePart part) {
        return names.nameFor(owner, part);
    }
}
