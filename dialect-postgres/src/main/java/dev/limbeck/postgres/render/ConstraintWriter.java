package dev.limbeck.postgres.render;

import dev.limbeck.postgres.model.MadeNames;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.text.SqlText;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Unique;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes constraints. */
final class ConstraintWriter {
    private ConstraintWriter() {}

    /** Returns a constraint as it stands in a table's list or behind {@code ADD}. */
    static String write(Constraint constraint, QualifiedName table) {
        return named(constraint, table, definition(constraint));
    }

    private static String named(Constraint constraint, QualifiedName table, String definition) {
        return MadeNames.isMade(constraint, table)
                ? definition
                : "CONSTRAINT " + SqlNames.write(constraint.name()) + " " + definition;
    }

    /**
     * Returns a constraint as it stands behind a column of its own; empty where it belongs in the
     * table's list: it bears a name somebody chose, or concerns more than one column.
     */
    static Optional<String> inline(Constraint constraint, QualifiedName table) {
        if (!MadeNames.isMade(constraint, table) || column(constraint, table).isEmpty()) {
            return Optional.empty();
        }
        if (constraint instanceof PrimaryKey key && isPlain(key.key())) {
            return Optional.of("PRIMARY KEY" + state(key.state()));
        }
        if (constraint instanceof Unique unique && isPlain(unique.key())) {
            String nulls = unique.key().nullsNotDistinct() ? " NULLS NOT DISTINCT" : "";
            return Optional.of("UNIQUE" + nulls + state(unique.state()));
        }
        if (constraint instanceof ForeignKey key && !key.period()) {
            return Optional.of(references(key) + state(key.state()));
        }
        return constraint instanceof Check check
                ? Optional.of(definition(check))
                : Optional.empty();
    }

    /** Returns the one column that a constraint concerns. */
    static Optional<String> column(Constraint constraint, QualifiedName table) {
        List<String> columns = List.copyOf(constraint.columns(table));
        return columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
    }

    private static boolean isPlain(Key key) {
        return key.include().isEmpty() && key.options().isEmpty() && !key.withoutOverlaps();
    }

    /** Returns what follows a constraint's name. */
    static String definition(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "PRIMARY KEY " + key(key.key()) + state(key.state());
        }
        if (constraint instanceof Unique unique) {
            String nulls = unique.key().nullsNotDistinct() ? "NULLS NOT DISTINCT " : "";
            return "UNIQUE " + nulls + key(unique.key()) + state(unique.state());
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key) + state(key.state());
        }
        if (constraint instanceof Check check) {
            String inherited = check.inherited() ? "" : " NO INHERIT";
            return "CHECK ("
                    + SqlText.write(check.predicate())
                    + ")"
                    + inherited
                    + state(check.state());
        }
        return exclusion((Exclusion) constraint);
    }

    private static String key(Key key) {
        String columns = SqlNames.list(key.columns());
        String overlaps = key.withoutOverlaps() ? " WITHOUT OVERLAPS" : "";
        return "(" + columns + overlaps + ")" + include(key.include()) + behindKey(key.options());
    }

    private static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + SqlNames.list(columns) + ")";
    }

    private static String behindKey(Options options) {
        String place =
                options.get(Options.TABLESPACE)
                        .map(name -> " USING INDEX TABLESPACE " + SqlNames.write(name))
                        .orElse("");
        return StorageOptions.with(options.without(Options.TABLESPACE)) + place;
    }

    private static String foreignKey(ForeignKey key) {
        String columns = periodLast(key.keyColumns(), key.period());
        return "FOREIGN KEY (" + columns + ") " + references(key);
    }

    private static String references(ForeignKey key) {
        StringBuilder text = new StringBuilder("REFERENCES ");
        text.append(SqlNames.write(key.table()))
                .append(" (")
                .append(periodLast(key.tableColumns(), key.period()))
                .append(')');
        if (key.match() != ForeignKey.Match.SIMPLE) {
            text.append(" MATCH ").append(key.match().name());
        }
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            text.append(" ON DELETE ").append(key.onDelete().sql());
            if (!key.onDeleteColumns().isEmpty()) {
                text.append(" (").append(SqlNames.list(key.onDeleteColumns())).append(')');
            }
        }
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            text.append(" ON UPDATE ").append(key.onUpdate().sql());
        }
        return text.toString();
    }

    private static String periodLast(List<String> columns, boolean period) {
        if (!period) {
            return SqlNames.list(columns);
        }
        int last = columns.size() - 1;
        String before = last == 0 ? "" : SqlNames.list(columns.subList(0, last)) + ", ";
        return before + "PERIOD " + SqlNames.write(columns.get(last));
    }

    private static String exclusion(Exclusion exclusion) {
        String elements =
                exclusion.elements().stream()
                        .map(
                                element ->
                                        IndexWriter.part(element.part())
                                                + " WITH "
                                                + element.operator())
                        .collect(Collectors.joining(", "));
        String method = exclusion.method().map(name -> " USING " + SqlNames.write(name)).orElse("");
        String where =
                exclusion
                        .where()
                        .map(predicate -> " WHERE (" + SqlText.write(predicate) + ")")
                        .orElse("");
        return "EXCLUDE"
                + method
                + " ("
                + elements
                + ")"
                + include(exclusion.include())
                + behindKey(exclusion.options())
                + where
                + state(exclusion.state());
    }

    /** Returns how far a constraint is enforced, as it stands at its end. */
    static String state(ConstraintState state) {
        String enforced = state.enforced() ? "" : " NOT ENFORCED";
        String validated = state.validated() || !state.enforced() ? "" : " NOT VALID";
        return deferral(state.deferral()) + enforced + validated;
    }

    static String deferral(ConstraintState.Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }
}
