package dev.limbeck.analysis.calcite;

import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AbstractTable;

/** A relation as Calcite sees it. */
final class ShapeTable extends AbstractTable {
    private final Supplier<List<Shape.ShapeColumn>> columns;

    /**
     * @param columns its columns; asked for when the whole statement is translated
     */
    ShapeTable(Supplier<List<Shape.ShapeColumn>> columns) {
        this.columns = columns;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
        RelDataTypeFactory.Builder row = types.builder();
        for (Shape.ShapeColumn column : columns.get()) {
            row.add(column.key(), OpaqueOperator.typed(types, column.kind()));
        }
        return row.build();
    }
}
