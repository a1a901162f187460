package dev.limbeck.analysis.calcite;

import java.util.function.BiConsumer;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** A comparison of two values, which tells what kinds they are of. */
final class ComparisonCall extends OpaqueOperator {
    private final transient BiConsumer<Kind, Kind> found;

    ComparisonCall(BiConsumer<Kind, Kind> found) {
        super(Kind.TRUTH);
        this.found = found;
    }

    @Override
    public RelDataType deriveType(SqlValidator validator, SqlValidatorScope scope, SqlCall call) {
        found.accept(kind(validator, scope, call, 0), kind(validator, scope, call, 1));
        return super.deriveType(validator, scope, call);
    }

    private static Kind kind(
            SqlValidator validator, SqlValidatorScope scope, SqlCall call, int ordinal) {
        SqlNode operand = call.operand(ordinal);
        return Kind.of(validator.deriveType(scope, operand).getSqlTypeName());
    }
}
