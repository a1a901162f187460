package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.config.IntrospectConfig;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaScopeTest {
    @TempDir Path folder;

    private Schema schema = Schema.empty();

    @BeforeEach
    void read() throws IOException {
        schema =
                H2Sql.schema(
                        folder,
                        """
                        CREATE SCHEMA app;
                        CREATE TABLE app.item (id integer);
                        CREATE TABLE plain (id integer);
                        CREATE TABLE tmp_load (id integer);
                        CREATE TABLE limbeck_version (version_num varchar(32));
                        """);
    }

    private SchemaScope scope(List<String> schemas, List<String> include, List<String> exclude) {
        return new SchemaScope(
                SchemaScope.filter(new IntrospectConfig(schemas, include, exclude), Set.of("APP")),
                "PUBLIC",
                Set.of(QualifiedName.of("LIMBECK_VERSION")));
    }

    private static List<String> names(Schema scoped) {
        return H2Sql.objects(scoped).map(object -> object.id().toString()).sorted().toList();
    }

    private static List<String> hidden(SchemaScope.Scoped scoped) {
        return scoped.hidden().stream().map(Object::toString).sorted().toList();
    }

    @Test
    void withoutSettingsTheDefaultSchemaCountsAndThoseThatFilesName() {
        SchemaScope.Scoped scoped = scope(List.of(), List.of("*"), List.of()).of(schema);
        assertThat(names(scoped.schema()))
                .containsExactly("schema APP", "table APP.ITEM", "table PLAIN", "table TMP_LOAD");
        assertThat(hidden(scoped)).isEmpty();
    }

    @Test
    void whatIsLeftOutIsKnownByName() {
        SchemaScope.Scoped scoped =
                scope(List.of(), List.of("*"), List.of("*.TMP_*", "APP.*")).of(schema);
        assertThat(names(scoped.schema())).containsExactly("schema APP", "table PLAIN");
        assertThat(hidden(scoped)).containsExactly("table APP.ITEM", "table TMP_LOAD");
        assertThat(scoped.schema().hidden()).isEqualTo(scoped.hidden());
    }

    @Test
    void theDefaultSchemaGoesByItsRealNameToo() {
        SchemaScope.Scoped scoped =
                scope(List.of("PUBLIC"), List.of("PUBLIC.PLAIN"), List.of()).of(schema);
        assertThat(names(scoped.schema())).containsExactly("table PLAIN");
        assertThat(hidden(scoped))
                .containsExactly("schema APP", "table APP.ITEM", "table TMP_LOAD");
    }

    @Test
    void theLedgersTablesAreNeitherComparedNorCalledHidden() {
        SchemaScope.Scoped scoped = scope(List.of("*"), List.of("*"), List.of()).of(schema);
        assertThat(names(scoped.schema())).doesNotContain("table LIMBECK_VERSION");
        assertThat(hidden(scoped)).isEmpty();
    }
}
