package dev.limbeck.analysis.calcite;

import dev.limbeck.expression.Condition;
import dev.limbeck.expression.Condition.Comparison;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/** A made-up row with one column for each operand that conditions name. */
final class RowShape {
    private static final int DIGITS = 400;

    /** Decimals that hold any number a predicate may have. */
    private static final class WideDecimals extends RelDataTypeSystemImpl {
        @Override
        public int getMaxPrecision(SqlTypeName typeName) {
            return typeName == SqlTypeName.DECIMAL ? DIGITS : super.getMaxPrecision(typeName);
        }

        @Override
        public int getMaxScale(SqlTypeName typeName) {
            return typeName == SqlTypeName.DECIMAL ? DIGITS / 2 : super.getMaxScale(typeName);
        }
    }

    private record Operand(String text, SqlTypeName type) {}

    private final RexBuilder builder = new RexBuilder(new SqlTypeFactoryImpl(new WideDecimals()));
    private final Map<String, RexNode> columns = new HashMap<>();

    RexBuilder builder() {
        return builder;
    }

    /** Takes in what a condition names; returns false where an operand has two natures. */
    boolean fits(Condition condition, int longestNumber) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> fits(part, longestNumber));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().allMatch(part -> fits(part, longestNumber));
        }
        if (condition instanceof Condition.Not not) {
            return fits(not.part(), longestNumber);
        }
        if (condition instanceof Condition.Is test) {
            return fits(test.part(), longestNumber);
        }
        if (condition instanceof Condition.Numeric numeric) {
            BigDecimal number = numeric.number();
            return number.precision() <= longestNumber
                    && Math.abs(number.scale()) <= longestNumber
                    && takes(new Operand(numeric.operand(), SqlTypeName.DECIMAL));
        }
        if (condition instanceof Condition.Same same) {
            return takes(new Operand(same.operand(), SqlTypeName.VARCHAR));
        }
        if (condition instanceof Condition.Opaque opaque) {
            return takes(new Operand(opaque.text(), SqlTypeName.BOOLEAN));
        }
        return true;
    }

    private boolean takes(Operand operand) {
        RexNode known = columns.get(operand.text());
        if (known != null) {
            return known.getType().getSqlTypeName() == operand.type();
        }
        RelDataType type =
                operand.type() == SqlTypeName.DECIMAL
                        ? builder.getTypeFactory()
                                .createSqlType(SqlTypeName.DECIMAL, DIGITS, DIGITS / 2)
                        : builder.getTypeFactory().createSqlType(operand.type());
        columns.put(
                operand.text(),
                builder.makeInputRef(
                        builder.getTypeFactory().createTypeWithNullability(type, true),
                        columns.size()));
        return true;
    }

    /** Returns a column; one that is only tested for null may be of any type. */
    private RexNode column(String operand) {
        takes(
                new Operand(
                        operand,
                        columns.containsKey(operand) ? typeOf(operand) : SqlTypeName.BOOLEAN));
        return known(operand);
    }

    private SqlTypeName typeOf(String operand) {
        return known(operand).getType().getSqlTypeName();
    }

    private RexNode known(String operand) {
        return Objects.requireNonNull(columns.get(operand), operand);
    }

    RexNode and(List<RexNode> tests) {
        if (tests.isEmpty()) {
            return builder.makeLiteral(true);
        }
        return tests.size() == 1 ? tests.get(0) : builder.makeCall(SqlStdOperatorTable.AND, tests);
    }

    /** Returns a test that is true where a leaf of the logic is true, or where it is false. */
    RexNode test(Condition leaf, boolean truth) {
        if (leaf instanceof Condition.IsNull test) {
            return builder.makeCall(
                    truth ? SqlStdOperatorTable.IS_NULL : SqlStdOperatorTable.IS_NOT_NULL,
                    column(test.operand()));
        }
        if (leaf instanceof Condition.Numeric numeric) {
            Comparison comparison = truth ? numeric.comparison() : numeric.comparison().negated();
            return builder.makeCall(
                    operator(comparison),
                    column(numeric.operand()),
                    builder.makeExactLiteral(numeric.number()));
        }
        if (leaf instanceof Condition.Same same) {
            return builder.makeCall(
                    truth ? SqlStdOperatorTable.EQUALS : SqlStdOperatorTable.NOT_EQUALS,
                    column(same.operand()),
                    builder.makeLiteral(same.constant()));
        }
        RexNode flag = column(((Condition.Opaque) leaf).text());
        return truth ? flag : builder.makeCall(SqlStdOperatorTable.NOT, flag);
    }

    /** Returns a test that is true where a leaf of the logic is unknown. */
    RexNode unknown(Condition leaf) {
        String operand =
                leaf instanceof Condition.Numeric numeric
                        ? numeric.operand()
                        : leaf instanceof Condition.Same same
                                ? same.operand()
                                : ((Condition.Opaque) leaf).text();
        return builder.makeCall(SqlStdOperatorTable.IS_NULL, column(operand));
    }

    private static SqlOperator operator(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> SqlStdOperatorTable.EQUALS;
            case NOT_EQUAL -> SqlStdOperatorTable.NOT_EQUALS;
            case LESS -> SqlStdOperatorTable.LESS_THAN;
            case LESS_OR_EQUAL -> SqlStdOperatorTable.LESS_THAN_OR_EQUAL;
            case GREATER -> SqlStdOperatorTable.GREATER_THAN;
            case GREATER_OR_EQUAL -> SqlStdOperatorTable.GREATER_THAN_OR_EQUAL;
        };
    }
}
