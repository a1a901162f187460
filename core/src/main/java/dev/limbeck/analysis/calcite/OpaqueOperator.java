package dev.limbeck.analysis.calcite;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/**
 * Whatever isn't looked into: its operands are resolved, their types don't matter, and it has the
 * type that it is made with.
 */
class OpaqueOperator extends SqlSpecialOperator {
    private final Kind result;

    OpaqueOperator(Kind kind) {
        super("OPAQUE", SqlKind.OTHER_FUNCTION);
        this.result = kind;
    }

    /** Returns a call over operands. */
    static SqlCall over(Kind kind, List<SqlNode> operands, SqlParserPos position) {
        return new SqlBasicCall(new OpaqueOperator(kind), operands, position);
    }

    @Override
    public SqlOperandCountRange getOperandCountRange() {
        return SqlOperandCountRanges.any();
    }

    @Override
    public boolean checkOperandTypes(SqlCallBinding callBinding, boolean throwOnFailure) {
        return true;
    }

    /** A query among the operands may have any number of columns. */
    @Override
    public boolean argumentMustBeScalar(int ordinal) {
        return false;
    }

    @Override
    public RelDataType deriveType(SqlValidator validator, SqlValidatorScope scope, SqlCall call) {
        for (SqlNode operand : call.getOperandList()) {
            validator.deriveType(scope, operand);
        }
        return typed(validator.getTypeFactory(), result);
    }

    /** Returns a type that holds values of a kind, and null. */
    static RelDataType typed(RelDataTypeFactory types, Kind kind) {
        return types.createTypeWithNullability(types.createSqlType(kind.calcite()), true);
    }
}
