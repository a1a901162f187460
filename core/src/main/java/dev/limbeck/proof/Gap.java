package dev.limbeck.proof;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.schema.Schema;
import java.util.List;
import java.util.Set;

/** What lies between two schemas that a replay led to. */
final class Gap {
    private Gap() {}

    /** Returns what would lead from one schema to the other, in words; empty where both are one. */
    static List<String> between(Schema from, Schema to, SchemaDialect dialect) {
        return from.equals(to)
                ? List.of()
                : normalized(normal(from, dialect), normal(to, dialect), dialect);
    }

    /** Returns the same of schemas that are in normal form. */
    static List<String> normalized(Schema from, Schema to, SchemaDialect dialect) {
        return SchemaDiff.between(
                        from.withRenameHints(Set.of()),
                        to.withRenameHints(Set.of()),
                        dialect.support().diffOptions())
                .changes()
                .stream()
                .map(SchemaChange::summary)
                .toList();
    }

    private static Schema normal(Schema schema, SchemaDialect dialect) {
        return dialect.support().normalizer().normalize(schema);
    }
}
