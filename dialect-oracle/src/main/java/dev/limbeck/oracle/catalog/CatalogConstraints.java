package dev.limbeck.oracle.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.ConstraintState.Deferral;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes constraints of what the catalog says of them. */
final class CatalogConstraints {
    /** What {@code NOT NULL} behind a column becomes; nobody writes the quotes by hand. */
    private static final Pattern NOT_NULL = Pattern.compile("\"([^\"]+)\" IS NOT NULL");

    private final CatalogAnswers answers;
    private final Map<QualifiedName, List<CatalogRow>> byTable;
    private final Map<QualifiedName, List<CatalogRow>> columns;
    private final Map<QualifiedName, List<CatalogRow>> targets;

    CatalogConstraints(CatalogAnswers answers) {
        this.answers = answers;
        this.byTable = answers.by(Question.CONSTRAINTS, answers::table);
        this.columns = answers.by(Question.CONSTRAINT_COLUMNS, this::constraint);
        this.targets = answers.by(Question.TARGET_COLUMNS, this::constraint);
    }

    private QualifiedName constraint(CatalogRow row) {
        return answers.name(row, "owner", "constraint_name");
    }

    private List<CatalogRow> of(QualifiedName relation) {
        return byTable.getOrDefault(relation, List.of());
    }

    /** Returns whether rows that a view would not show can't be written through it. */
    boolean isChecked(QualifiedName view) {
        return of(view).stream().anyMatch(row -> row.is("constraint_type", "V"));
    }

    /** Returns a table with its constraints. */
    Table constrained(Table table) {
        List<TablePart> parts = new ArrayList<>(table.parts());
        Table changed = table;
        for (CatalogRow row : of(table.name())) {
            Optional<Column> denied = denied(row, changed);
            if (denied.isPresent()) {
                changed = with(changed, denied.get(), state(row));
            } else if (!row.is("constraint_type", "V")) {
                parts.add(constraint(row, table.name()));
            }
        }
        return changed.withParts(parts);
    }

    /** Returns the column that a constraint only denies nulls to. */
    private static Optional<Column> denied(CatalogRow row, Table table) {
        if (!row.is("constraint_type", "C")) {
            return Optional.empty();
        }
        Matcher matcher = NOT_NULL.matcher(row.find("search_condition_vc").orElse(""));
        return matcher.matches() ? table.column(matcher.group(1)) : Optional.empty();
    }

    private static Table with(Table table, Column column, ConstraintState state) {
        List<Column> columns = new ArrayList<>(table.columns());
        NotNull notNull = new NotNull(NotNull.plain().name(), true, state);
        columns.replaceAll(old -> old.equals(column) ? old.withNotNull(Optional.of(notNull)) : old);
        return table.withColumns(columns);
    }

    private Constraint constraint(CatalogRow row, QualifiedName table) {
        PartName name =
                row.is("generated", "GENERATED NAME")
                        ? PartName.arbitrary(row.text("constraint_name"))
                        : PartName.of(row.text("constraint_name"));
        ConstraintState state = state(row);
        Key key = Key.of(names(columns, constraint(row), "column_name"));
        return switch (row.text("constraint_type")) {
            case "P" -> new PrimaryKey(name, key, state, Optional.empty());
            case "U" -> new Unique(name, key, state, Optional.empty());
            case "R" -> foreignKey(row, name, key.columns()).withState(state);
            case "C" ->
                    Check.of(
                                    name,
                                    Expression.of(
                                            OracleText.bare(
                                                    row.find("search_condition_vc").orElse(""))))
                            .withState(state);
            default ->
                    throw new IllegalStateException(
                            "a constraint of an unknown kind: " + table + " " + row.values());
        };
    }

    private static List<String> names(
            Map<QualifiedName, List<CatalogRow>> rows, QualifiedName of, String column) {
        return rows.getOrDefault(of, List.of()).stream().map(row -> row.text(column)).toList();
    }

    private ForeignKey foreignKey(CatalogRow row, PartName name, List<String> keyColumns) {
        List<CatalogRow> target = targets.getOrDefault(constraint(row), List.of());
        QualifiedName table =
                target.stream()
                        .findFirst()
                        .map(first -> answers.name(first, "target_owner", "target_table"))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the catalog hides what foreign key "
                                                        + name
                                                        + " refers to"));
        return ForeignKey.of(
                        name, keyColumns, table, names(targets, constraint(row), "target_column"))
                .withOnDelete(
                        ReferentialAction.valueOf(
                                row.find("delete_rule")
                                        .orElse("NO ACTION")
                                        .replace(' ', '_')
                                        .toUpperCase(Locale.ROOT)),
                        List.of());
    }

    private static ConstraintState state(CatalogRow row) {
        Deferral deferral =
                !row.is("deferrable", "DEFERRABLE")
                        ? Deferral.NOT_DEFERRABLE
                        : row.is("deferred", "DEFERRED")
                                ? Deferral.INITIALLY_DEFERRED
                                : Deferral.INITIALLY_IMMEDIATE;
        return ConstraintState.normal()
                .withDeferral(deferral)
                .withEnforced(row.is("status", "ENABLED"))
                .withValidated(row.is("validated", "VALIDATED"))
                .withRelied(row.is("rely", "RELY"));
    }
}
