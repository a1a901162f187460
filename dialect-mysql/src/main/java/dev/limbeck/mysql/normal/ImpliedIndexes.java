package dev.limbeck.mysql.normal;

import dev.limbeck.mysql.server.ServerFeature;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The indexes that the servers make for foreign keys: each needs one that begins with its columns.
 * One that the server made goes in silence as soon as another serves.
 */
public final class ImpliedIndexes {
    /** The option of an index that the server made, as long as statements are read. */
    public static final String IMPLIED = "implied";

    private ImpliedIndexes() {}

    /** Returns a table with the indexes that its foreign keys need, and without idle ones. */
    public static Table settled(Table table, ServerVersion server) {
        List<TablePart> parts = new ArrayList<>(table.parts());
        parts.removeIf(part -> isImplied(part) && isIdle(table, (Index) part, server));
        Table settled = table.withParts(parts);
        for (ForeignKey key : table.foreignKeys()) {
            if (!isServed(settled, key.keyColumns(), Optional.empty(), server)) {
                List<TablePart> more = new ArrayList<>(settled.parts());
                more.add(implied(settled, key));
                settled = settled.withParts(more);
            }
        }
        return settled;
    }

    private static boolean isImplied(TablePart part) {
        return part instanceof Index index && index.options().has(IMPLIED);
    }

    private static boolean isIdle(Table table, Index implied, ServerVersion server) {
        List<String> columns =
                implied.parts().stream().map(part -> part.column().orElseThrow()).toList();
        return isServed(table, columns, Optional.of(implied), server);
    }

    private static Index implied(Table table, ForeignKey key) {
        boolean named = key.name().origin() == PartName.Origin.WRITTEN;
        String name =
                MySqlPartNames.indexName(
                        table, named ? key.name().value() : key.keyColumns().get(0));
        return Index.of(
                        PartName.derived(name),
                        key.keyColumns().stream().map(IndexPart::column).toList())
                .withOptions(Options.none().with(IMPLIED, ""));
    }

    /** Returns whether some index, not counting one, begins with columns. */
    private static boolean isServed(
            Relation table, List<String> columns, Optional<Index> except, ServerVersion server) {
        for (TablePart part : table.parts()) {
            boolean counts = except.filter(part::equals).isEmpty();
            if (counts && part instanceof PrimaryKey key && begins(key.key().columns(), columns)) {
                return true;
            }
            if (counts && part instanceof Index index && begins(whole(index, server), columns)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(List<String> columns, List<String> start) {
        return columns.size() >= start.size() && columns.subList(0, start.size()).equals(start);
    }

    /** Returns the columns that an index holds whole, up to the first part that doesn't serve. */
    private static List<String> whole(Index index, ServerVersion server) {
        List<String> columns = new ArrayList<>();
        boolean ordinary =
                index.method()
                        .filter(method -> !method.equals("hash") && !method.equals("btree"))
                        .isEmpty();
        for (IndexPart part : index.parts()) {
            boolean backwards =
                    part.descending() && !server.has(ServerFeature.DESCENDING_REFERENCES);
            boolean other = part.column().isEmpty() || part.prefixLength().isPresent();
            if (!ordinary || backwards || other) {
                break;
            }
            columns.add(part.column().get());
        }
        return columns;
    }
}
