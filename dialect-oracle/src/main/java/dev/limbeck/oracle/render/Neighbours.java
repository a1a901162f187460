package dev.limbeck.oracle.render;

import dev.limbeck.oracle.model.UnnamedConstraints;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The constraints that would not let a column be empty: its primary key, and what refers to it. */
final class Neighbours {
    /** A constraint and its table. */
    private record Neighbour(QualifiedName table, Constraint constraint) {}

    private final List<Neighbour> neighbours = new ArrayList<>();

    /**
     * Looks for them.
     *
     * @param schema what there is; where the table isn't in it, there are none
     */
    Neighbours(Schema schema, QualifiedName table, String column) {
        for (Table other : schema.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.table().equals(table) && key.tableColumns().contains(column)) {
                    add(other.name(), key);
                }
            }
        }
        schema.table(table)
                .flatMap(Table::primaryKey)
                .filter(key -> key.key().columns().contains(column))
                .ifPresent(key -> add(table, key));
    }

    private void add(QualifiedName table, Constraint constraint) {
        if (constraint.state().enforced()) {
            neighbours.add(new Neighbour(table, constraint));
        }
    }

    /** Returns the statements that disable them, the referring ones first. */
    List<String> disabled() {
        return neighbours.stream().map(each -> set(each, "DISABLE")).toList();
    }

    /** Returns the statements that enable them again, the referring ones last. */
    List<String> enabled() {
        List<Neighbour> backwards = new ArrayList<>(neighbours);
        Collections.reverse(backwards);
        return backwards.stream()
                .map(
                        each ->
                                set(
                                        each,
                                        each.constraint().state().validated()
                                                ? "ENABLE VALIDATE"
                                                : "ENABLE NOVALIDATE"))
                .toList();
    }

    private static String set(Neighbour neighbour, String state) {
        Constraint constraint = neighbour.constraint();
        boolean unnamed = UnnamedConstraints.isUnnamed(constraint);
        if (unnamed && !(constraint instanceof PrimaryKey)) {
            throw Refusal.change(
                    "the type of a column that a foreign key without a name refers to, of "
                            + neighbour.table(),
                    "give the foreign key a name");
        }
        return "ALTER TABLE "
                + OracleIdentifiers.write(neighbour.table())
                + " MODIFY "
                + (unnamed
                        ? "PRIMARY KEY"
                        : "CONSTRAINT " + OracleIdentifiers.write(constraint.name().value()))
                + " "
                + state;
    }
}
