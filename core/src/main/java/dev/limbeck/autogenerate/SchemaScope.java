package dev.limbeck.autogenerate;

import dev.limbeck.config.IntrospectConfig;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which objects are compared. Both sides are seen through the same scope: what configuration leaves
 * out on one side must not seem to be missing on the other.
 *
 * @param filter what configuration lets through
 * @param defaultSchema what the server calls the default schema
 * @param own the tables that Limbeck and the dialect keep for themselves
 */
public record SchemaScope(ObjectFilter filter, String defaultSchema, Set<QualifiedName> own) {
    public SchemaScope {
        own = Set.copyOf(own);
    }

    /**
     * Returns the filter that configuration asks for.
     *
     * @param config the settings
     * @param named the schemas that the project's files name; they count where none is configured
     */
    public static ObjectFilter filter(IntrospectConfig config, Collection<String> named) {
        List<String> schemas = new ArrayList<>(config.schemas());
        if (schemas.isEmpty()) {
            schemas.add("");
            schemas.addAll(named);
        }
        return new ObjectFilter(schemas, config.include(), config.exclude());
    }

    /**
     * What is in scope.
     *
     * @param schema the objects that count, with all that is hidden or was not read
     * @param hidden what configuration left out of this schema
     */
    public record Scoped(Schema schema, Set<ObjectId> hidden) {}

    /** Returns the part of a schema that counts. */
    public Scoped of(Schema schema) {
        Set<ObjectId> hidden = new TreeSet<>(schema.hidden());
        hidden.removeIf(id -> isOwn(id.name()));
        List<SchemaObject> kept = new ArrayList<>();
        boolean all = true;
        for (SchemaObject object : schema.objects()) {
            if (isOwn(object)) {
                all = false;
            } else if (counts(object)) {
                kept.add(object);
            } else {
                hidden.add(object.id());
                all = false;
            }
        }
        Schema scoped =
                all
                        ? schema
                        : Schema.of(kept)
                                .withTaints(schema.taints())
                                .withRenameHints(schema.renameHints());
        Set<ObjectId> unseen = new TreeSet<>(hidden);
        unseen.addAll(unread(scoped));
        return new Scoped(scoped.withHidden(unseen), hidden);
    }

    /** Returns the tables of schemas that were not read to which foreign keys refer. */
    private static Set<ObjectId> unread(Schema schema) {
        Set<ObjectId> found = new TreeSet<>();
        for (Table table : schema.tables()) {
            for (TablePart part : table.parts()) {
                if (part instanceof ForeignKey key && schema.table(key.table()).isEmpty()) {
                    found.add(ObjectId.table(key.table()));
                }
            }
        }
        return found;
    }

    private boolean isOwn(QualifiedName name) {
        return own.contains(name);
    }

    /** The ledger's tables have sequences on some servers. */
    private boolean isOwn(SchemaObject object) {
        return isOwn(object.id().name())
                || (object instanceof Sequence sequence
                        && sequence.ownedBy().map(owner -> isOwn(owner.table())).orElse(false));
    }

    private boolean counts(SchemaObject object) {
        if (object instanceof Namespace namespace) {
            return filter.readsSchema(namespace.name(), namespace.name());
        }
        QualifiedName name = object.id().name();
        String realSchema = name.inDefaultSchema() ? defaultSchema : name.schema();
        boolean read =
                object.id().kind() == ObjectKind.EXTENSION
                        || filter.readsSchema(name.schema(), realSchema);
        return read && filter.lets(name, realSchema);
    }
}
