package dev.limbeck.mysql.normal;

import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that the servers give to what has none. */
public final class MySqlPartNames {
    private static final String PRIMARY = "PRIMARY";

    private final ServerVersion server;

    public MySqlPartNames(ServerVersion server) {
        this.server = server;
    }

    /** Returns the name a part gets that is added to a relation without one. */
    public PartName nameFor(Relation owner, TablePart part) {
        if (part instanceof PrimaryKey) {
            return PartName.derived(PRIMARY);
        }
        if (part instanceof Index index) {
            return PartName.derived(indexName(owner, first(index)));
        }
        if (part instanceof Unique unique) {
            return PartName.derived(indexName(owner, unique.key().columns().get(0)));
        }
        String table = owner.name().name();
        if (part instanceof ForeignKey) {
            return PartName.derived(numbered(owner, ForeignKey.class, table + "_ibfk_"));
        }
        if (part instanceof Check) {
            return PartName.derived(
                    numbered(
                            owner,
                            Check.class,
                            server.isMariaDb() ? "CONSTRAINT_" : table + "_chk_"));
        }
        return PartName.unknown();
    }

    /**
     * Returns the name that a part has once its table is renamed: a name that begins with the
     * table's and could have been made of it follows, whoever gave it.
     */
    public PartName renamed(TablePart part, QualifiedName from, QualifiedName to) {
        boolean follows =
                part instanceof ForeignKey || (part instanceof Check && !server.isMariaDb());
        String stem = from.name() + (part instanceof ForeignKey ? "_ibfk_" : "_chk_");
        String name = part.name().value();
        return follows && name.startsWith(stem)
                ? new PartName(
                        to.name() + name.substring(from.name().length()), part.name().origin())
                : part.name();
    }

    private static String first(Index index) {
        return index.parts().get(0).column().orElse("functional_index");
    }

    /** Returns a name for an index whose first column is known: the column's, or with a number. */
    static String indexName(Relation owner, String column) {
        Set<String> taken =
                owner.parts().stream()
                        .filter(part -> part instanceof Index || part instanceof Unique)
                        .map(part -> part.name().value().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        boolean primary = column.equalsIgnoreCase(PRIMARY);
        if (!primary && !taken.contains(column.toLowerCase(Locale.ROOT))) {
            return column;
        }
        int number = 2;
        while (taken.contains((column + "_" + number).toLowerCase(Locale.ROOT))) {
            number++;
        }
        return column + "_" + number;
    }

    /** Returns a name with the number after the greatest that is there. */
    private static String numbered(Relation owner, Class<? extends TablePart> kind, String stem) {
        int greatest = 0;
        for (TablePart part : owner.parts(kind)) {
            String name = part.name().value();
            boolean counts =
                    name.regionMatches(true, 0, stem, 0, stem.length())
                            && name.substring(stem.length()).matches("[0-9]{1,9}");
            if (counts) {
                greatest = Math.max(greatest, Integer.parseInt(name.substring(stem.length())));
            }
        }
        return stem + (greatest + 1);
    }
}
