package dev.limbeck.oracle.render;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.oracle.change.ColumnTypes;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.type.OracleTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements that make one column out of another. */
final class ColumnAlteration {
    private static final String BESIDE = "_NEW";
    private static final int LONGEST_NAME = 128;

    private final ColumnSql columns;
    private final String table;
    private final Column before;
    private final Column after;
    private final Optional<Expression> conversion;
    private final Neighbours neighbours;

    /**
     * Takes a change.
     *
     * @param schema what is there beside the column
     */
    ColumnAlteration(ColumnSql columns, ColumnChange.Alter change, Schema schema) {
        this.columns = columns;
        this.table = OracleIdentifiers.write(change.table());
        this.before = change.before();
        this.after = change.after();
        this.conversion = change.conversion().there();
        this.neighbours = new Neighbours(schema, change.table(), change.after().name());
    }

    /** Returns the statements in order. */
    List<String> statements() {
        boolean retyped = !before.type().equals(after.type());
        if (retyped
                && after.generated().isEmpty()
                && !ColumnTypes.isInPlace(before.type(), after.type())) {
            return OracleTypes.isLarge(before.type()) || OracleTypes.isLarge(after.type())
                    ? beside()
                    : refilled();
        }
        List<String> statements = new ArrayList<>();
        String modification = modification(retyped, before) + nulls();
        if (!modification.isEmpty()) {
            statements.add(modify(modification));
        }
        visibility().ifPresent(word -> statements.add(modify(" " + word)));
        restatedNotNull().ifPresent(word -> statements.add(modify(word)));
        return statements;
    }

    private String modify(String words) {
        return "ALTER TABLE "
                + table
                + " MODIFY ("
                + OracleIdentifiers.write(after.name())
                + words
                + ")";
    }

    private String modification(boolean retyped, Column from) {
        StringBuilder text = new StringBuilder();
        boolean recollated = !before.collation().equals(after.collation());
        boolean recomputed = !before.generated().equals(after.generated());
        if (retyped || recollated || recomputed) {
            text.append(' ').append(columns.type(after.type(), after.name()));
        }
        if (recollated) {
            text.append(" COLLATE ")
                    .append(after.collation().map(name -> name.name()).orElse("USING_NLS_COMP"));
        }
        if (recomputed) {
            after.generated()
                    .ifPresent(computed -> text.append(' ').append(ColumnSql.computed(computed)));
        }
        return text.append(identity()).append(defaultValue(from)).toString();
    }

    private String defaultValue(Column from) {
        boolean same =
                from.defaultValue().equals(after.defaultValue())
                        && from.options()
                                .get(Options.DEFAULT_ON_NULL)
                                .equals(after.options().get(Options.DEFAULT_ON_NULL));
        if (same || after.generated().isPresent() || after.identity().isPresent()) {
            return "";
        }
        return after.defaultValue().isPresent() ? ColumnSql.value(after) : " DEFAULT NULL";
    }

    /** The numbers go on from where they are. */
    private String identity() {
        if (after.identity().isEmpty()
                || before.identity().isEmpty()
                || before.identity().equals(after.identity())) {
            return "";
        }
        Identity now = after.identity().get();
        List<String> options =
                CountingSql.alteration(before.identity().get().sequence(), now.sequence());
        return " GENERATED "
                + ColumnSql.generation(now)
                + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    private String nulls() {
        boolean impliedAfter = ColumnSql.isImplied(after);
        if (before.nullable() && !after.nullable() && !impliedAfter) {
            return " NOT NULL" + after.notNull().map(ColumnSql::state).orElse("");
        }
        return !before.nullable() && after.nullable() ? " NULL" : "";
    }

    /** A state of NOT NULL can't be altered, only said anew. */
    private Optional<String> restatedNotNull() {
        boolean restated =
                !before.nullable()
                        && !after.nullable()
                        && !before.notNull()
                                .map(NotNull::state)
                                .equals(after.notNull().map(NotNull::state));
        return restated
                ? Optional.of(
                        " NULL)\n    MODIFY ("
                                + OracleIdentifiers.write(after.name())
                                + " NOT NULL"
                                + after.notNull().map(ColumnSql::state).orElse(""))
                : Optional.empty();
    }

    private Optional<String> visibility() {
        boolean hidden = after.options().has(Options.INVISIBLE);
        return before.options().has(Options.INVISIBLE) == hidden
                ? Optional.empty()
                : Optional.of(hidden ? "INVISIBLE" : "VISIBLE");
    }

    private String interim() {
        String name = after.name();
        int room = Math.min(name.length(), LONGEST_NAME - BESIDE.length());
        return OracleIdentifiers.write(name.substring(0, room) + BESIDE);
    }

    /**
     * A type that only an empty column can be modified to: the values wait in a column beside it,
     * and what would not let the column be empty is disabled meanwhile.
     */
    private List<String> refilled() {
        String written = OracleIdentifiers.write(after.name());
        String interim = interim();
        String type = columns.type(after.type(), after.name());
        boolean open = before.nullable() || ColumnSql.isImplied(before);
        List<String> statements = new ArrayList<>(neighbours.disabled());
        if (!open) {
            statements.add(modify(" NULL"));
        }
        statements.add("ALTER TABLE " + table + " ADD (" + interim + " " + type + ")");
        statements.add("UPDATE " + table + " SET " + interim + " = " + value(written));
        statements.add("UPDATE " + table + " SET " + written + " = NULL");
        Column emptied = before.withNotNull(open ? before.notNull() : Optional.empty());
        statements.add(modify(modification(true, emptied)));
        statements.add("UPDATE " + table + " SET " + written + " = " + interim);
        statements.add("ALTER TABLE " + table + " DROP COLUMN " + interim);
        if (!after.nullable() && !ColumnSql.isImplied(after)) {
            statements.add(modify(" NOT NULL" + after.notNull().map(ColumnSql::state).orElse("")));
        }
        visibility().ifPresent(word -> statements.add(modify(" " + word)));
        statements.addAll(neighbours.enabled());
        return statements;
    }

    private String value(String column) {
        return conversion.map(Expression::source).orElseGet(() -> converted(column));
    }

    /** No column is modified to a large type, or back: a new one takes its place. */
    private List<String> beside() {
        String interim = interim();
        String written = OracleIdentifiers.write(after.name());
        Column open = after.withNotNull(Optional.empty());
        String definition = columns.definition(open).substring(written.length());
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE " + table + " ADD (" + interim + definition + ")");
        statements.add("UPDATE " + table + " SET " + interim + " = " + value(written));
        statements.add("ALTER TABLE " + table + " DROP COLUMN " + written);
        statements.add("ALTER TABLE " + table + " RENAME COLUMN " + interim + " TO " + written);
        if (!after.nullable() && !ColumnSql.isImplied(after)) {
            statements.add(modify(" NOT NULL" + after.notNull().map(ColumnSql::state).orElse("")));
        }
        after.comment()
                .ifPresent(text -> statements.add(DetailSql.columnComment(table, written, text)));
        return statements;
    }

    private String converted(String column) {
        ColumnType type = after.type();
        if (type.name().name().equals("clob")) {
            return "TO_CLOB(" + column + ")";
        }
        if (OracleTypes.isNumber(type) && !OracleTypes.isNumber(before.type())) {
            return "TO_NUMBER(" + column + ")";
        }
        boolean large = OracleTypes.isLarge(before.type());
        if (OracleTypes.isText(type) && large) {
            return "DBMS_LOB.SUBSTR(" + column + ", " + type.arguments().get(0) + ", 1)";
        }
        return OracleTypes.isNumber(type)
                ? column
                : "CAST(" + column + " AS " + OracleTypes.render(type) + ")";
    }
}
