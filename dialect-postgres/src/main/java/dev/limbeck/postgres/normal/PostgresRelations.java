package dev.limbeck.postgres.normal;

import dev.limbeck.expression.Relations;
import dev.limbeck.expression.SchemaRelations;
import dev.limbeck.expression.SqlType;
import dev.limbeck.postgres.type.PostgresTypeNames;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Routine.Mode;
import dev.limbeck.schema.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What queries can select from in one schema. */
final class PostgresRelations implements Relations {
    private static final Set<Mode> GIVEN = Set.of(Mode.OUT, Mode.INOUT, Mode.TABLE);

    private static final Map<String, List<RelationColumn>> BUILTIN_ROWS =
            Map.of(
                    "json_each", pairs("key text, value json"),
                    "jsonb_each", pairs("key text, value jsonb"),
                    "json_each_text", pairs("key text, value text"),
                    "jsonb_each_text", pairs("key text, value text"),
                    "json_array_elements", pairs("value json"),
                    "jsonb_array_elements", pairs("value jsonb"),
                    "json_array_elements_text", pairs("value text"),
                    "jsonb_array_elements_text", pairs("value text"));

    private final Schema schema;
    private final Relations relations;

    PostgresRelations(Schema schema) {
        this.schema = schema;
        this.relations =
                new SchemaRelations(schema, PostgresTypeNames::of, UnaryOperator.identity());
    }

    private static List<RelationColumn> pairs(String text) {
        return Arrays.stream(text.split(", "))
                .map(pair -> pair.split(" "))
                .map(pair -> new RelationColumn(pair[0], SqlType.of(pair[1])))
                .toList();
    }

    @Override
    public Optional<List<RelationColumn>> columns(QualifiedName name) {
        return relations.columns(name);
    }

    @Override
    public Optional<Query> query(QualifiedName name) {
        return relations.query(name);
    }

    @Override
    public List<RelationColumn> rowColumns(List<String> function) {
        if (function.size() == 1 && BUILTIN_ROWS.containsKey(function.get(0))) {
            return BUILTIN_ROWS.get(function.get(0));
        }
        QualifiedName name =
                function.size() == 1
                        ? QualifiedName.of(function.get(0))
                        : QualifiedName.of(function.get(0), function.get(1));
        List<Routine> routines = schema.routines(name);
        if (routines.size() != 1) {
            return List.of();
        }
        return routines.get(0).arguments().stream()
                .filter(argument -> GIVEN.contains(argument.mode()))
                .map(
                        argument ->
                                new RelationColumn(
                                        argument.name(), PostgresTypeNames.of(argument.type())))
                .toList();
    }
}
