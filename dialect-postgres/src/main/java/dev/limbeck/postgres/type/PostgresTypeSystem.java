package dev.limbeck.postgres.type;

import dev.limbeck.expression.Node;
import dev.limbeck.expression.SqlType;
import dev.limbeck.expression.TypeSystem;
import dev.limbeck.postgres.type.BuiltinTypes.Callable;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What PostgreSQL makes of types, with the types and routines of one schema. */
public final class PostgresTypeSystem implements TypeSystem {
    /** Functions that the grammar knows and {@code pg_proc} doesn't. */
    private static final Map<String, String> SPECIAL_RESULTS =
            Map.of(
                    "current_date", "date",
                    "current_time", "time with time zone",
                    "localtime", "time without time zone",
                    "localtimestamp", "timestamp without time zone",
                    "now", "timestamp with time zone",
                    "grouping", "integer");

    private final Schema schema;
    private final PostgresCoercions coercions;
    private final OverloadChoice overloads;
    private final PostgresConstants constants;
    private final RoutineTypes routines;

    public PostgresTypeSystem(Schema schema) {
        this.schema = schema;
        this.coercions = new PostgresCoercions(schema);
        this.overloads = new OverloadChoice(coercions);
        this.constants = new PostgresConstants(coercions);
        this.routines = new RoutineTypes();
    }

    @Override
    public Optional<Signature> operator(String operator, List<SqlType> operands) {
        if (operands.stream().anyMatch(type -> !type.isKnown())) {
            return Optional.empty();
        }
        List<Callable> candidates =
                BuiltinTypes.get().operators(operator).stream()
                        .filter(candidate -> candidate.parameters().size() == operands.size())
                        .toList();
        List<SqlType> presumed = withoutUnknown(operands);
        Optional<Callable> exact =
                candidates.stream()
                        .filter(candidate -> candidate.parameters().equals(presumed))
                        .findFirst();
        return exact.isPresent()
                ? Optional.of(new Signature(presumed, exact.get().result(), exact.get().steady()))
                : overloads.choose(candidates, operands);
    }

    /** Takes a constant beside a typed operand for one of that type. */
    private List<SqlType> withoutUnknown(List<SqlType> operands) {
        List<SqlType> bare = operands.stream().map(coercions::base).map(SqlType::bare).toList();
        if (bare.size() != 2) {
            return bare;
        }
        SqlType left = bare.get(0);
        SqlType right = bare.get(1);
        return List.of(
                left.equals(SqlType.UNKNOWN) ? right : left,
                right.equals(SqlType.UNKNOWN) ? left : right);
    }

    @Override
    public Optional<Signature> function(List<String> name, List<SqlType> arguments) {
        if (name.size() == 1) {
            String special = SPECIAL_RESULTS.get(name.get(0));
            if (special != null) {
                return Optional.of(new Signature(arguments, SqlType.of(special), true));
            }
        }
        if (name.size() > 2 || arguments.stream().anyMatch(type -> !type.isKnown())) {
            return Optional.empty();
        }
        List<Callable> candidates = new ArrayList<>();
        if (name.size() == 1) {
            candidates.addAll(BuiltinTypes.get().functions(name.get(0)));
        }
        QualifiedName qualified =
                name.size() == 1
                        ? QualifiedName.of(name.get(0))
                        : QualifiedName.of(name.get(0), name.get(1));
        for (Routine routine : schema.routines(qualified)) {
            routines.callable(routine).ifPresent(candidates::add);
        }
        return overloads.choose(candidates, arguments);
    }

    @Override
    public Optional<SqlType> common(List<SqlType> types) {
        return coercions.common(types);
    }

    @Override
    public Node constant(String value, SqlType type) {
        return constants.normalize(value, type);
    }

    @Override
    public SqlType base(SqlType type) {
        return coercions.base(type);
    }

    @Override
    public boolean isScalar(SqlType type) {
        SqlType base = coercions.base(type);
        return base.array() || coercions.isBuiltin(base) || coercions.isEnum(base);
    }

    @Override
    public Optional<SqlType> field(SqlType row, String name) {
        Optional<CompositeType> composite =
                schema.find(ObjectId.of(ObjectKind.COMPOSITE_TYPE, row.name()))
                        .map(CompositeType.class::cast);
        if (composite.isPresent()) {
            return composite.get().attributes().stream()
                    .filter(attribute -> attribute.name().equals(name))
                    .map(attribute -> PostgresTypeNames.of(attribute.type()))
                    .findFirst();
        }
        return schema.table(row.name())
                .flatMap((Table table) -> table.column(name))
                .map(column -> PostgresTypeNames.of(column.type()));
    }
}
