package dev.limbeck.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.sql.Lexicons;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import dev.limbeck.sql.StatementSplitter;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossOfDataTest {
    private static Optional<String> of(String text) throws IOException {
        SqlLexicon lexicon = Lexicons.COMPOUND;
        try (StatementReader reader =
                StatementSplitter.open(new StringReader(text), lexicon, Path.of("x.sql"))) {
            Statement statement = reader.next().orElseThrow();
            return LossOfData.of(
                    statement, SqlTokenizer.significant(statement.text(), lexicon), lexicon);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE t;",
                "drop table if exists s.t cascade;",
                "DROP SCHEMA s;",
                "DROP SEQUENCE q;",
                "DROP DATABASE d;",
                "DROP TYPE mood CASCADE;",
                "TRUNCATE t;",
                "ALTER TABLE t DROP COLUMN c;",
                "ALTER TABLE t ADD x int, DROP c;",
                "ALTER TABLE IF EXISTS ONLY t DROP IF EXISTS c;",
                "ALTER TABLE t DROP PARTITION p0;",
                "ALTER TABLE t TRUNCATE PARTITION p0;",
                "ALTER TABLE t DROP (a, b);",
                "ALTER TABLE t SET UNUSED (a);",
                "ALTER TYPE pair DROP ATTRIBUTE a;",
                "DELETE FROM t;",
                "WITH x AS (DELETE FROM t RETURNING id) INSERT INTO u SELECT id FROM x WHERE 1=1;",
                "DO 'BEGIN DROP   TABLE t; END';",
                "EXECUTE IMMEDIATE 'TRUNCATE t';",
                "CREATE OR REPLACE TABLE t (id int);",
                "-- limbeck: effect DROP TABLE t\nSELECT tidy_up();",
            })
    void isSeen(String statement) throws IOException {
        assertThat(of(statement)).as(statement).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (id int REFERENCES u ON DELETE CASCADE);",
                "DROP INDEX i;",
                "DROP VIEW v CASCADE;",
                "DROP TYPE mood;",
                "DROP TEMPORARY TABLE t;",
                "ALTER TABLE t DROP CONSTRAINT c;",
                "ALTER TABLE t ALTER COLUMN c DROP NOT NULL;",
                "ALTER TABLE t ALTER c DROP DEFAULT, ADD d int;",
                "ALTER TABLE t DROP PRIMARY KEY, DROP INDEX i;",
                "ALTER TABLE t ADD CHECK (note <> 'DROP COLUMN c');",
                "ALTER VIEW drop_view RENAME TO v;",
                "DELETE FROM t WHERE id = 1;",
                "GRANT DELETE ON t TO u;",
                "CREATE TRIGGER tr AFTER DELETE ON t FOR EACH ROW SET @x = 1;",
                "INSERT INTO t VALUES ('TRUNCATE');",
                "UPDATE t SET a = 'DROP TABLE t';",
                "DO 'BEGIN PERFORM 1; END';",
            })
    void isNotSeenWhereThereIsNone(String statement) throws IOException {
        assertThat(of(statement)).as(statement).isEmpty();
    }
}
