package dev.limbeck.oracle.model;

import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.Optional;

/**
 * Drops constraints whose names the server made, which are others in every database. Keys are told
 * by their columns; for a check or a foreign key a block asks the catalog when it runs.
 *
 * <p>The reader knows such a block again by its text.
 */
public final class UnnamedConstraints {
    private UnnamedConstraints() {}

    /** Returns whether nobody knows a part's name. */
    public static boolean isUnnamed(TablePart part) {
        return part instanceof Constraint && part.name().origin() == PartName.Origin.ARBITRARY;
    }

    /** Returns the statement that drops one. */
    public static String drop(QualifiedName table, TablePart part) {
        String alter = "ALTER TABLE " + OracleIdentifiers.write(table);
        if (part instanceof PrimaryKey) {
            return alter + " DROP PRIMARY KEY";
        }
        if (part instanceof Unique unique) {
            return alter + " DROP UNIQUE (" + OracleIdentifiers.write(unique.key().columns()) + ")";
        }
        return "BEGIN\n    FOR found IN (\n        SELECT c.constraint_name FROM all_constraints c"
                + "\n        WHERE c.owner = "
                + (table.inDefaultSchema()
                        ? "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')"
                        : OracleText.quoted(table.schema()))
                + " AND c.table_name = "
                + OracleText.quoted(table.name())
                + "\n            AND c.generated = 'GENERATED NAME' AND "
                + condition(part)
                + "\n        ORDER BY c.constraint_name FETCH FIRST ROW ONLY\n    ) LOOP"
                + "\n        EXECUTE IMMEDIATE "
                + OracleText.quoted(alter + " DROP CONSTRAINT \"")
                + " || found.constraint_name || '\"';"
                + "\n    END LOOP;\nEND;";
    }

    private static String condition(TablePart part) {
        if (part instanceof ForeignKey key) {
            return "c.constraint_type = 'R'\n            AND (SELECT LISTAGG(k.column_name, ',')"
                    + " WITHIN GROUP (ORDER BY k.position)"
                    + "\n                FROM all_cons_columns k WHERE k.owner = c.owner"
                    + " AND k.constraint_name = c.constraint_name) = "
                    + OracleText.quoted(String.join(",", key.keyColumns()));
        }
        if (part instanceof Check check) {
            String compact = check.predicate().source().replaceAll("\\s", "");
            return "c.constraint_type = 'C'\n            AND REGEXP_REPLACE("
                    + "c.search_condition_vc, '[[:space:]]') = "
                    + OracleText.quoted(compact);
        }
        throw new IllegalStateException("no constraint without a name: " + part.name());
    }

    /** A constraint that a block drops. */
    public record Dropped(Relation owner, TablePart part) {}

    /** Returns what a block drops; empty where it is none of these. */
    public static Optional<Dropped> droppedBy(String block, Schema schema) {
        for (Table table : schema.tables()) {
            for (TablePart part : table.parts()) {
                boolean asked =
                        isUnnamed(part) && (part instanceof ForeignKey || part instanceof Check);
                if (asked && drop(table.name(), part).equals(block)) {
                    return Optional.of(new Dropped(table, part));
                }
            }
        }
        return Optional.empty();
    }
}
