package dev.limbeck.postgres.model;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the server makes of constraints inside {@code CREATE TABLE}: a new table has no rows, so its
 * constraints are valid whatever is said; and of equal keys only the first is made, under the first
 * name that is written. Source: {@code transformIndexConstraints}, {@code transformFKConstraints}
 * and {@code transformCheckConstraints} of {@code parse_utilcmd.c}.
 */
public final class NewTable {
    private NewTable() {}

    /** Returns a new table as the server makes it. */
    public static Table settled(Table written) {
        Set<Constraint> again = repeatedKeys(written);
        Map<List<Object>, TablePart> named = new HashMap<>();
        for (Constraint key : again) {
            if (!key.name().isMade()) {
                named.putIfAbsent(substance(key).orElseThrow(), key);
            }
        }
        List<TablePart> parts = new ArrayList<>();
        for (TablePart part : written.parts()) {
            if (!(part instanceof Constraint constraint)) {
                parts.add(part);
            } else if (!again.contains(constraint)) {
                parts.add(valid(renamed(constraint, named)));
            }
        }
        return written.withParts(parts);
    }

    /** Returns the constraints that a new table would be made without. */
    public static Set<Constraint> repeatedKeys(Table table) {
        Set<Constraint> again = new HashSet<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            if (substance(constraint).filter(key -> !seen.add(key)).isPresent()) {
                again.add(constraint);
            }
        }
        return again;
    }

    /** Returns whether a constraint is one that a new table would have as valid. */
    public static boolean isYetToBeValid(Constraint constraint) {
        return constraint.state().enforced() && !constraint.state().validated();
    }

    private static Constraint renamed(Constraint constraint, Map<List<Object>, TablePart> named) {
        TablePart other = substance(constraint).map(named::get).orElse(null);
        return constraint.name().isMade() && other != null
                ? constraint.withName(other.name())
                : constraint;
    }

    private static Constraint valid(Constraint constraint) {
        return isYetToBeValid(constraint)
                ? constraint.withState(constraint.state().withValidated(true))
                : constraint;
    }

    /** Returns what makes keys equal; empty for other constraints. */
    private static Optional<List<Object>> substance(Constraint constraint) {
        Optional<Key> key =
                constraint instanceof PrimaryKey primary
                        ? Optional.of(primary.key())
                        : constraint instanceof Unique unique
                                ? Optional.of(unique.key())
                                : Optional.empty();
        return key.map(
                equal -> List.of(equal.withOptions(Options.none()), constraint.state().deferral()));
    }
}
