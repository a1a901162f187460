package dev.limbeck.h2.render;

import dev.limbeck.diff.ChangeRules;
import dev.limbeck.h2.model.Counting;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What H2 changes in place. It copies a table for most changes of its columns, and makes views,
 * keys, checks and indexes anew by itself, so little stands in the way of anything.
 */
public final class H2ChangeRules implements ChangeRules {
    @Override
    public boolean altersInPlace(SchemaObject before, SchemaObject after) {
        if (before instanceof View old && after instanceof View now) {
            return keepsColumns(old, now);
        }
        // Turned around, a sequence would get a cache that H2 itself refuses.
        if (before instanceof Sequence old && after instanceof Sequence now) {
            return old.counting().type().equals(now.counting().type())
                    && Counting.isUp(old.counting()) == Counting.isUp(now.counting());
        }
        // A new default of a domain becomes the default of every column of it that has none.
        if (before instanceof Domain old && after instanceof Domain now) {
            return old.type().equals(now.type()) && old.defaultValue().equals(now.defaultValue());
        }
        return before instanceof Synonym;
    }

    /** Views that read this one are compiled anew, and may read any of the columns. */
    private static boolean keepsColumns(View before, View after) {
        List<String> old = before.columnNames();
        Set<String> now = new HashSet<>(after.columnNames());
        return !old.isEmpty() && now.containsAll(old);
    }

    @Override
    public boolean altersInPlace(Column before, Column after) {
        return before.generated().isPresent() || after.generated().isEmpty();
    }

    @Override
    public boolean altersInPlace(TablePart before, TablePart after) {
        return false;
    }

    @Override
    public boolean renames(ObjectId object) {
        return switch (object.kind()) {
            case NAMESPACE, DOMAIN, TABLE, VIEW -> true;
            default -> false;
        };
    }

    @Override
    public boolean renames(TablePart part) {
        return part instanceof Constraint || part instanceof Index;
    }

    /** The server keeps a view's query as a text, and alters no table under a broken view. */
    @Override
    public boolean breaksByRename(SchemaObject user) {
        return user instanceof View || user instanceof MaterializedView;
    }

    @Override
    public boolean blocks(SchemaObject user, Column before, Column after) {
        return false;
    }

    @Override
    public boolean blocks(TablePart user, Column before, Column after) {
        return false;
    }

    @Override
    public boolean blocks(Column generated, Column before, Column after) {
        return false;
    }

    @Override
    public ColumnType refuge(SchemaObject type) {
        return type instanceof Domain domain ? domain.type() : ColumnType.of("varchar");
    }

    @Override
    public Table detached(Schema schema, Table partition) {
        throw Refusal.of("partition: " + partition.name());
    }

    @Override
    public Table attached(Schema schema, Table table, PartitionOf as) {
        throw Refusal.of("partition: " + table.name());
    }
}
