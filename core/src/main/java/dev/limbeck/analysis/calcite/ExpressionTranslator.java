package dev.limbeck.analysis.calcite;

import dev.limbeck.dialect.QueryFacts.Conversion;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Translates expressions: names and queries in them are kept, all else is opaque. */
final class ExpressionTranslator {
    private static final Set<String> OF_SEQUENCES = Set.of("NEXTVAL", "CURRVAL");

    private final Translation translation;
    private final QueryTranslator queries;

    ExpressionTranslator(Translation translation, QueryTranslator queries) {
        this.translation = translation;
        this.queries = queries;
    }

    QueryTranslator queries() {
        return queries;
    }

    /** Returns a node of the kind that an expression is known to be of. */
    SqlNode of(Expression expression, Scope scope) {
        if (expression instanceof Column column) {
            return column(column, scope);
        }
        if (expression instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
            return of(list.get(0), scope);
        }
        if (expression instanceof LongValue
                || expression instanceof DoubleValue
                || (expression instanceof SignedExpression signed
                        && signed.getExpression() instanceof LongValue)) {
            return nothing(Kind.NUMBER);
        }
        if (expression instanceof BooleanValue) {
            return nothing(Kind.TRUTH);
        }
        if (expression instanceof ComparisonOperator comparison) {
            return comparison(comparison, scope);
        }
        return OpaqueOperator.over(Kind.ANY, leaves(expression, scope), Translation.NOWHERE);
    }

    /** Returns what is to be resolved in an expression. */
    List<SqlNode> leaves(Expression expression, Scope scope) {
        LeafCollector collector = new LeafCollector(this, scope);
        expression.accept(collector, null);
        return collector.leaves();
    }

    /** Returns what stands for a value in which nothing is to be resolved. */
    static SqlNode nothing(Kind kind) {
        return OpaqueOperator.over(kind, List.of(), Translation.NOWHERE);
    }

    /** Returns an opaque call over all that is to be resolved. */
    static SqlNode all(List<SqlNode> leaves) {
        return OpaqueOperator.over(Kind.TRUTH, leaves, Translation.NOWHERE);
    }

    private SqlNode comparison(ComparisonOperator comparison, Scope scope) {
        int offset = place(comparison);
        List<SqlNode> sides = new ArrayList<>();
        sides.add(of(comparison.getLeftExpression(), scope));
        sides.add(of(comparison.getRightExpression(), scope));
        return new SqlBasicCall(
                new ComparisonCall((left, right) -> compare(left, right, comparison, offset)),
                sides,
                Translation.NOWHERE);
    }

    private void compare(Kind left, Kind right, BinaryExpression comparison, int offset) {
        Conversion conversion = translation.setting().facts().conversion();
        if (!Kind.comparable(left, right, conversion)) {
            translation.find(
                    offset,
                    Diagnostic.warning(
                            ErrorCode.TYPES_DIFFER,
                            "a "
                                    + left.words()
                                    + " is compared with a "
                                    + right.words()
                                    + ": "
                                    + shortened(comparison.toString())));
        }
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }

    /** Returns where the first column of an expression stands. */
    private int place(BinaryExpression comparison) {
        if (comparison.getLeftExpression() instanceof Column column) {
            return translation.placed(column);
        }
        return comparison.getRightExpression() instanceof Column column
                ? translation.placed(column)
                : 0;
    }

    /** Returns a reference to a column; nothing for what only looks like one. */
    SqlNode column(Column column, Scope scope) {
        int offset = translation.placed(column);
        Spelling spelling = translation.spelling();
        String name = column.getColumnName();
        String key = spelling.key(name);
        boolean word =
                spelling.isBare(name)
                        && translation.lookup().isWord(name)
                        && !translation.known().contains(key);
        // $1 is a parameter
        if (word || name.startsWith("$") || translation.isSettled(offset)) {
            return nothing(Kind.ANY);
        }
        Table qualifier = column.getTable();
        if (qualifier == null || qualifier.getName() == null || qualifier.getName().isEmpty()) {
            boolean row = !translation.known().contains(key) && scope.relation(key).isPresent();
            return row || scope.isOutput(key)
                    ? nothing(Kind.ANY)
                    : identifier(List.of(key), offset, offset);
        }
        String last = spelling.key(qualifier.getName());
        if (OF_SEQUENCES.contains(name.toUpperCase(Locale.ROOT))
                && scope.relation(last).isEmpty()) {
            return nothing(Kind.ANY);
        }
        String alias = scope.second(last).orElse(last);
        int place = translation.offset(column, qualifier.getName());
        String schemaName = qualifier.getSchemaName();
        if (schemaName != null && !schemaName.isEmpty() && scope.relation(alias).isEmpty()) {
            String first = spelling.key(schemaName);
            if (scope.relation(first).isPresent()) {
                // a field of a column: alias.column.field
                return identifier(List.of(first, last), place, place);
            }
        }
        translation.qualifier(place, qualifier.getName());
        return translation.isSettled(place)
                ? nothing(Kind.ANY)
                : identifier(List.of(alias, key), place, offset);
    }

    private static SqlIdentifier identifier(List<String> names, int qualifier, int name) {
        SqlParserPos position = Translation.position(name);
        List<SqlParserPos> places =
                names.size() == 1
                        ? List.of(position)
                        : List.of(Translation.position(qualifier), position);
        return new SqlIdentifier(names, null, position, places);
    }
}
