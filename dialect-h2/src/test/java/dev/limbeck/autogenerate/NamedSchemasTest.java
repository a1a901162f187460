package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedSchemasTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "CREATE TABLE app.t (id integer)                     | APP",
                "create table \"App\".t (id integer)                 | App",
                "CREATE TABLE \"a\"\"b\".t (id integer)              | a\"b",
                "CREATE SCHEMA app                                   | APP",
                "CREATE SCHEMA IF NOT EXISTS app                     | APP",
                "ALTER TABLE t SET SCHEMA app                        | APP",
                "DROP SCHEMA app CASCADE                             | APP",
                "COMMENT ON TABLE app.t IS 'x'                       | APP",
                "CREATE UNIQUE INDEX IF NOT EXISTS i ON app.t (a)    | APP",
                "GRANT SELECT ON app.t TO reader                     | APP",
                "CREATE TABLE t (a integer REFERENCES app.other)     | ^^",
                "CREATE TABLE t (id integer)                         | ^^",
                "INSERT INTO app.t VALUES (1)                        | ^^",
                "SELECT * FROM app.t                                 | ^^",
                "gibberish app.t                                     | ^^"
            })
    void aDefinitionNamesTheSchemaItIsIn(String sql, String schema) throws IOException {
        assertThat(H2Sql.readings().namedSchemas(List.of(H2Sql.file(folder, "a.sql", sql + ";"))))
                .isEqualTo(schema.isEmpty() ? java.util.Set.of() : java.util.Set.of(schema));
    }
}
