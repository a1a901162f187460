package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {
    @TempDir Path folder;

    private List<String> offered(String from, String to) throws IOException {
        return new Backfill(H2Sql.DIALECT)
                .of(H2Sql.comparison(folder, from, to).changeSet().changes());
    }

    @Test
    void aNewColumnIsAddedFilledAndOnlyThenKeptFromNulls() throws IOException {
        assertThat(
                        offered(
                                "CREATE TABLE t (id integer);",
                                "CREATE TABLE t (id integer, name varchar(5) NOT NULL);"))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN name varchar(5);\n"
                                + "UPDATE t SET name = … WHERE name IS NULL;\n"
                                + "ALTER TABLE t ALTER COLUMN name SET NOT NULL;");
    }

    @Test
    void aColumnThatComesToHoldNoNullsIsFilledFirst() throws IOException {
        assertThat(
                        offered(
                                "CREATE SCHEMA \"My\"; CREATE TABLE \"My\".\"order\" (\"Id\""
                                        + " integer);",
                                "CREATE SCHEMA \"My\"; CREATE TABLE \"My\".\"order\" (\"Id\""
                                        + " integer NOT NULL);"))
                .containsExactly("UPDATE \"My\".\"order\" SET \"Id\" = … WHERE \"Id\" IS NULL;");
    }

    @Test
    void aColumnThatFillsItselfNeedsNothing() throws IOException {
        assertThat(
                        offered(
                                "CREATE TABLE t (id integer);",
                                """
                                CREATE TABLE t (
                                    id integer,
                                    a integer DEFAULT 1 NOT NULL,
                                    b integer GENERATED ALWAYS AS IDENTITY,
                                    c integer GENERATED ALWAYS AS (id + 1),
                                    d integer
                                );
                                CREATE TABLE fresh (a integer NOT NULL);
                                """))
                .isEmpty();
    }
}
