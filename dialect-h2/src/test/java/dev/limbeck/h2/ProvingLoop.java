package dev.limbeck.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.ChangeSet;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.Schema;
import java.sql.SQLException;
import java.util.List;

/** Builds a schema, changes it into another, and changes it back, on a live server. */
final class ProvingLoop {
    private ProvingLoop() {}

    /** Fails unless the changes lead there and back; both schemas are in normal form. */
    static void prove(Schema first, Schema second) throws SQLException {
        try (SchemaBench bench = new SchemaBench();
                SchemaBench direct = new SchemaBench()) {
            bench.run(script(Schema.empty(), first));
            Schema start = bench.read();
            requireEqual(start, first, "as built first");

            ChangeSet there = SchemaBench.diff(start, second);
            List<String> up = SchemaBench.sql(there.changes());
            List<SchemaChange> back = there.undo();
            List<String> down = SchemaBench.sql(back);
            bench.run(up);
            Schema end = bench.read();
            requireEqual(end, second, "after " + String.join(";\n", up));
            direct.run(script(Schema.empty(), second));
            requireEqual(direct.read(), end, "built at once");
            assertThat(SchemaBench.diff(end, second).changes()).isEmpty();

            bench.run(down);
            requireEqual(bench.read(), start, "after " + String.join(";\n", down));
        }
    }

    private static List<String> script(Schema from, Schema to) {
        return SchemaBench.sql(SchemaBench.diff(from, to).changes());
    }

    static void requireEqual(Schema found, Schema wanted, String when) {
        assertThat(found)
                .as(() -> SchemaBench.difference(found, wanted) + "\n" + when)
                .isEqualTo(wanted);
    }
}
