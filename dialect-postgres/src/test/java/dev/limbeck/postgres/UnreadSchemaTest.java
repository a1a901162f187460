package dev.limbeck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.SchemaScope;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was not read and is referred to all the same. */
class UnreadSchemaTest {
    private static final int MAJOR = 18;

    @Test
    void aForeignKeyMayReferToATableOfASchemaThatIsNotRead() {
        Schema whole =
                RenderCase.schema(
                        DdlCases.support(MAJOR),
                        """
                        CREATE SCHEMA other;
                        CREATE TABLE other.parent (id integer PRIMARY KEY);
                        CREATE TABLE child (parent_id integer REFERENCES other.parent);
                        """);
        ObjectId parent = ObjectId.table(QualifiedName.of("other", "parent"));
        List<SchemaObject> read =
                whole.tables().stream()
                        .filter(table -> !table.id().equals(parent))
                        .map(SchemaObject.class::cast)
                        .toList();

        SchemaScope.Scoped scoped =
                new SchemaScope(ObjectFilter.all(), "public", Set.of()).of(Schema.of(read));

        assertThat(scoped.schema().hidden()).containsExactly(parent);
        assertThat(scoped.hidden()).as("what configuration leaves out").isEmpty();
    }
}
