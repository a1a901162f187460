package dev.limbeck.postgres;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.postgres.normal.PostgresPartNames;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives made-up schemas what the server would add: NOT NULL where a primary key or an identity
 * implies it, and its name where the server names it.
 */
final class PlainNotNulls {
    private static final int NAMED = 18;

    private PlainNotNulls() {}

    static Schema named(Schema schema, int major) {
        PostgresPartNames names =
                new PostgresPartNames(
                        new DatabaseProduct("PostgreSQL", String.valueOf(major), major, 0));
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            if (object instanceof Table table) {
                objects.add(named(schema, table, names));
            } else if (object instanceof Domain domain && major >= NAMED) {
                objects.add(named(domain));
            } else {
                objects.add(object);
            }
        }
        return Schema.of(objects);
    }

    private static Domain named(Domain domain) {
        PartName name = PartName.derived(domain.name().name() + "_not_null");
        return domain.withNotNull(domain.notNull().map(plain -> NotNull.named(name)));
    }

    private static Table named(Schema schema, Table table, PostgresPartNames names) {
        Set<String> forbidden = new TreeSet<>();
        table.primaryKey().ifPresent(key -> forbidden.addAll(key.key().columns()));
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean holdsNone =
                    column.notNull().isPresent()
                            || column.identity().isPresent()
                            || forbidden.contains(column.name());
            NotNull notNull = NotNull.named(names.notNull(schema, table, column.name()));
            columns.add(holdsNone ? column.withNotNull(Optional.of(notNull)) : column);
        }
        return table.withColumns(columns);
    }
}
