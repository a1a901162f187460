package dev.limbeck.postgres.model;

import dev.limbeck.schema.Check;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Unique;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The names that the server makes where none is written, as long as nothing else bears them.
 * Source: {@code makeObjectName} and its callers in {@code src/backend/commands/indexcmds.c}.
 */
public final class MadeNames {
    private static final int LONGEST = 63;

    private MadeNames() {}

    /** Returns whether a constraint gets its name without anybody writing it. */
    public static boolean isMade(Constraint constraint, QualifiedName table) {
        String name = constraint.name().value();
        if (name.isEmpty()) {
            return true;
        }
        String owner = table.name();
        if (constraint instanceof PrimaryKey) {
            return name.equals(of(owner, "", "pkey"));
        }
        if (constraint instanceof Unique unique) {
            return name.equals(of(owner, joined(columns(unique.key())), "key"));
        }
        if (constraint instanceof ForeignKey key) {
            return name.equals(of(owner, joined(key.keyColumns()), "fkey"));
        }
        if (constraint instanceof Check check) {
            Set<String> columns = check.columns(table);
            String column = columns.size() == 1 ? columns.iterator().next() : "";
            return name.equals(of(owner, column, "check"));
        }
        return false;
    }

    /** Returns the columns of a key's index, those it only carries last. */
    public static List<String> columns(Key key) {
        List<String> all = new ArrayList<>(key.columns());
        all.addAll(key.include());
        return all;
    }

    /** Returns the name of a column's NOT NULL constraint. */
    public static String notNull(QualifiedName table, String column) {
        return of(table.name(), column, "not_null");
    }

    /** Returns the name of the sequence behind a serial or identity column. */
    public static QualifiedName sequence(QualifiedName table, String column) {
        return table.sibling(of(table.name(), column, "seq"));
    }

    /** Returns the names of columns as one name, cut where the server cuts it. */
    public static String joined(Collection<String> columns) {
        StringBuilder names = new StringBuilder();
        for (String column : columns) {
            if (!names.isEmpty()) {
                names.append('_');
            }
            names.append(column);
            if (bytes(names.toString()) >= LONGEST + 1) {
                break;
            }
        }
        return names.toString();
    }

    /** Returns two names and a label, the longer of the names shortened until it all fits. */
    public static String of(String first, String second, String label) {
        int overhead = label.length() + 1 + (second.isEmpty() ? 0 : 1);
        String left = first;
        String right = second;
        while (bytes(left) + bytes(right) > LONGEST - overhead) {
            if (bytes(left) > bytes(right)) {
                left = shortened(left);
            } else {
                right = shortened(right);
            }
        }
        return right.isEmpty() ? left + "_" + label : left + "_" + right + "_" + label;
    }

    private static String shortened(String name) {
        return name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
