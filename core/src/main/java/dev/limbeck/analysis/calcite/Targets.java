package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.calcite.Shape.ShapeColumn;
import dev.limbeck.dialect.QueryFacts;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Suggestion;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.StringValue;
import org.jspecify.annotations.Nullable;

/** Checks the columns that values go to: whether they are there, get a value, and can hold it. */
final class Targets {
    /**
     * A value and where it goes.
     *
     * @param column the column; empty where it is not known
     * @param value what it gets
     * @param offset where to say what is wrong
     */
    record Assigned(Optional<ShapeColumn> column, Expression value, int offset) {
        static Assigned unknown(Expression value) {
            return new Assigned(Optional.empty(), value, 0);
        }
    }

    private final Translation translation;
    private final Spelling spelling;
    private final QueryFacts facts;

    Targets(Translation translation) {
        this.translation = translation;
        this.spelling = translation.spelling();
        this.facts = translation.setting().facts();
    }

    /** Returns the column that SET names; one that isn't there is a finding. */
    Optional<ShapeColumn> assignee(
            net.sf.jsqlparser.schema.Column column, @Nullable Shape target, Scope scope) {
        boolean qualified = column.getTable() != null && column.getTable().getName() != null;
        if (target != null) {
            if (qualified && !isTarget(column.getTable().getName(), scope)) {
                return Optional.empty();
            }
            return column(column, target);
        }
        if (qualified) {
            return scope.relation(spelling.key(column.getTable().getName()))
                    .flatMap(shape -> column(column, shape));
        }
        Map<String, Shape> all = scope.relations();
        String key = spelling.key(column.getColumnName());
        for (Shape shape : all.values()) {
            Optional<ShapeColumn> found = shape.column(key);
            if (found.isPresent() || shape.isOpen()) {
                return found;
            }
        }
        return all.values().stream().findFirst().flatMap(shape -> column(column, shape));
    }

    /** What else stands before a point is a column that has fields. */
    private boolean isTarget(String qualifier, Scope scope) {
        return scope.relations().containsKey(spelling.key(qualifier));
    }

    /** Returns a column of a relation; one that isn't there is a finding. */
    Optional<ShapeColumn> column(net.sf.jsqlparser.schema.Column column, Shape target) {
        return column(column.getColumnName(), target, translation.placed(column));
    }

    Optional<ShapeColumn> column(String written, Shape target, int offset) {
        Optional<ShapeColumn> found = target.column(spelling.key(written));
        if (found.isEmpty() && !target.isOpen()) {
            String name = spelling.name(written);
            Diagnostic plain =
                    Diagnostic.error(
                            ErrorCode.OBJECT_MISSING,
                            "column " + name + " of table " + target.shown() + " does not exist");
            translation.find(
                    offset,
                    Suggestion.hint(name, target.columns().stream().map(ShapeColumn::name).toList())
                            .map(plain::withHint)
                            .orElse(plain));
        }
        return found;
    }

    /** Checks that a table that rows are deleted from stands in FROM. */
    void listed(net.sf.jsqlparser.schema.Table table, Scope scope) {
        if (scope.relation(spelling.key(table.getName())).isEmpty()) {
            translation.find(
                    translation.offset(table, table.getName()),
                    Diagnostic.error(
                            ErrorCode.OBJECT_MISSING,
                            "nothing in FROM is called " + table.getName()));
        }
    }

    /** Checks that a query has a column for each name. */
    void names(int names, int columns, int offset) {
        if (names > columns && !translation.isOpen()) {
            translation.find(
                    offset,
                    Diagnostic.error(
                            ErrorCode.VALUES_DIFFER_IN_NUMBER,
                            names + " columns are named and the query yields " + columns));
        }
    }

    /** Checks that as many values are given as there are columns. */
    void count(int columns, int values, int offset) {
        if (columns != values) {
            translation.find(
                    offset,
                    Diagnostic.error(
                            ErrorCode.VALUES_DIFFER_IN_NUMBER,
                            number(values, "value") + " for " + number(columns, "column")));
        }
    }

    private static String number(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    /** Checks values that are known by their kinds. */
    void assigned(List<Assigned> assigned, List<Kind> kinds) {
        if (assigned.size() != kinds.size()) {
            return;
        }
        for (int at = 0; at < kinds.size(); at++) {
            Assigned one = assigned.get(at);
            if (one.column().isPresent()) {
                value(one.column().get(), one.value(), kinds.get(at), one.offset());
            }
        }
    }

    /** Checks one value. */
    void value(ShapeColumn column, Expression value, Kind kind, int offset) {
        if (value instanceof StringValue text && column.kind() == Kind.NUMBER) {
            if (!isNumber(text.getValue())) {
                differs(column, "the text " + text, offset);
            }
        } else {
            kind(column, kind, offset);
        }
    }

    /** Checks a value of which only the kind is known. */
    void kind(ShapeColumn column, Kind kind, int offset) {
        if (!Kind.storable(kind, column.kind(), facts.conversion())) {
            differs(column, "a " + kind.words(), offset);
        }
    }

    private void differs(ShapeColumn column, String value, int offset) {
        translation.find(
                offset,
                Diagnostic.warning(
                        ErrorCode.TYPES_DIFFER,
                        "column "
                                + column.name()
                                + " holds a "
                                + column.kind().words()
                                + " and gets "
                                + value));
    }

    private static boolean isNumber(String text) {
        String trimmed = text.strip();
        if (trimmed.equalsIgnoreCase("NaN")
                || trimmed.toLowerCase(Locale.ROOT).contains("infinity")) {
            return true;
        }
        return trimmed.matches("[+-]?(0[xX][0-9a-fA-F_]+|[0-9_]*\\.?[0-9_]*([eE][+-]?[0-9]+)?)")
                && trimmed.chars().anyMatch(Character::isDigit);
    }

    /**
     * Checks that each column that needs a value gets one.
     *
     * @param given the columns that get one
     */
    void complete(Shape target, Set<String> given, int offset) {
        if (target.table().isEmpty()) {
            return;
        }
        Schema schema = translation.lookup().schema();
        Table table = target.table().get();
        if (fills(table)) {
            return;
        }
        List<String> missing = new ArrayList<>();
        for (Column column : Inheritance.columns(schema, table)) {
            if (!given.contains(spelling.keyOf(column.name())) && needsValue(column, schema)) {
                missing.add(column.name());
            }
        }
        if (!missing.isEmpty()) {
            translation.find(
                    offset,
                    Diagnostic.error(
                            ErrorCode.VALUE_MISSING,
                            (missing.size() == 1 ? "column " : "columns ")
                                    + String.join(", ", missing)
                                    + " of table "
                                    + target.shown()
                                    + (missing.size() == 1 ? " needs" : " need")
                                    + " a value and "
                                    + (missing.size() == 1 ? "gets" : "get")
                                    + " none"));
        }
    }

    /** Returns whether something may give values to columns that get none. */
    private static boolean fills(Table table) {
        return table.triggers().stream()
                .anyMatch(trigger -> trigger.timing() != Trigger.Timing.AFTER);
    }

    private static boolean needsValue(Column column, Schema schema) {
        boolean typeHasDefault =
                schema.resolve(column.type().reference()).stream()
                        .map(schema::find)
                        .flatMap(Optional::stream)
                        .anyMatch(
                                type ->
                                        type instanceof Domain domain
                                                && domain.defaultValue().isPresent());
        return column.notNull().isPresent()
                && column.defaultValue().isEmpty()
                && column.identity().isEmpty()
                && column.generated().isEmpty()
                && !typeHasDefault;
    }

    /** Checks a value that is stated to be null. */
    void nullness(Shape target, ShapeColumn to, Expression value, int offset) {
        boolean stated = value instanceof NullValue;
        if (!stated || target.table().isEmpty() || fills(target.table().get())) {
            return;
        }
        target.table()
                .get()
                .column(to.name())
                .filter(column -> column.notNull().isPresent())
                .filter(column -> column.identity().isEmpty() && column.generated().isEmpty())
                .filter(column -> column.defaultValue().isEmpty())
                .ifPresent(
                        column ->
                                translation.find(
                                        offset,
                                        Diagnostic.error(
                                                ErrorCode.VALUE_MISSING,
                                                "column "
                                                        + column.name()
                                                        + " of table "
                                                        + target.shown()
                                                        + " can't be null")));
    }

    /** Returns the keys of columns. */
    static Set<String> keys(List<Optional<ShapeColumn>> columns) {
        Set<String> keys = new HashSet<>();
        columns.forEach(column -> column.ifPresent(found -> keys.add(found.key())));
        return keys;
    }
}
