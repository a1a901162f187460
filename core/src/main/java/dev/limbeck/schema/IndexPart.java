package dev.limbeck.schema;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * One part of what an index, an exclusion constraint or a partitioning is made of: a column or an
 * expression, never both.
 *
 * @param column the column
 * @param expression the expression, without outer parentheses
 * @param collation its collation, where it isn't the column's own
 * @param operatorClass its operator class and the class's parameters, where it isn't the type's
 *     default
 * @param descending whether it is sorted downwards
 * @param nulls where nulls sort, where it isn't the order's default
 * @param prefixLength how much of the column it holds, where not all
 */
public record IndexPart(
        Optional<String> column,
        Optional<Expression> expression,
        Optional<QualifiedName> collation,
        Optional<String> operatorClass,
        boolean descending,
        Optional<Nulls> nulls,
        OptionalInt prefixLength) {
    /** Where nulls sort. */
    public enum Nulls {
        FIRST,
        LAST
    }

    public IndexPart {
        if (column.isPresent() == expression.isPresent()) {
            throw new IllegalArgumentException("a column or an expression: " + column + expression);
        }
    }

    /** Returns a column, sorted upwards. */
    public static IndexPart column(String name) {
        return of(Optional.of(name), Optional.empty());
    }

    /** Returns an expression, sorted upwards. */
    public static IndexPart expression(Expression expression) {
        return of(Optional.empty(), Optional.of(expression));
    }

    private static IndexPart of(Optional<String> column, Optional<Expression> expression) {
        return new IndexPart(
                column,
                expression,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                OptionalInt.empty());
    }

    /** Returns the same settings for another column. */
    public IndexPart withColumn(String name) {
        return new IndexPart(
                Optional.of(name),
                Optional.empty(),
                collation,
                operatorClass,
                descending,
                nulls,
                prefixLength);
    }

    /** Returns the same settings for another expression. */
    public IndexPart withExpression(Expression newExpression) {
        return new IndexPart(
                Optional.empty(),
                Optional.of(newExpression),
                collation,
                operatorClass,
                descending,
                nulls,
                prefixLength);
    }

    public IndexPart withCollation(Optional<QualifiedName> newCollation) {
        return new IndexPart(
                column, expression, newCollation, operatorClass, descending, nulls, prefixLength);
    }

    public IndexPart withOperatorClass(Optional<String> newOperatorClass) {
        return new IndexPart(
                column, expression, collation, newOperatorClass, descending, nulls, prefixLength);
    }

    public IndexPart withDescending(boolean newDescending) {
        return new IndexPart(
                column, expression, collation, operatorClass, newDescending, nulls, prefixLength);
    }

    public IndexPart withNulls(Optional<Nulls> newNulls) {
        return new IndexPart(
                column, expression, collation, operatorClass, descending, newNulls, prefixLength);
    }

    public IndexPart withPrefixLength(OptionalInt newPrefixLength) {
        return new IndexPart(
                column, expression, collation, operatorClass, descending, nulls, newPrefixLength);
    }

    /** Returns the columns of a relation that it uses. */
    Set<String> columns(QualifiedName owner) {
        Set<String> used = new TreeSet<>();
        column.ifPresent(used::add);
        expression.ifPresent(
                computed -> used.addAll(Reference.columnsOf(owner, computed.references())));
        return used;
    }

    /** Returns what its expression and its collation refer to. */
    Set<Reference> references() {
        Set<Reference> found = new TreeSet<>();
        expression.ifPresent(computed -> found.addAll(computed.references()));
        collation.ifPresent(named -> found.add(Reference.toAny(named)));
        return found;
    }
}
