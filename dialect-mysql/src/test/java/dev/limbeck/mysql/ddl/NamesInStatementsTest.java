package dev.limbeck.mysql.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.ddl.DdlFinding;
import dev.limbeck.ddl.DdlReading;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.mysql.change.ViewTexts;
import dev.limbeck.mysql.server.ServerSettings;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.schema.NameScopes;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of names that the server doesn't know, or doesn't keep apart. */
class NamesInStatementsTest {
    private static MySqlDdlReader reader(int tableNames) {
        return new MySqlDdlReader(
                new SchemaRules(NameScopes.loose(), ViewTexts.rewriter()),
                new ServerSettings(
                        ServerVersion.mysql(8, 0, 31), "utf8mb4_0900_ai_ci", tableNames));
    }

    private static List<Diagnostic> findings(int tableNames, String... statements) {
        MySqlDdlReader reader = reader(tableNames);
        DdlReading reading = reader.read("SELECT 1", Schema.empty(), DdlSession.initial());
        for (String statement : statements) {
            reading = reader.read(statement, reading.schema(), reading.session());
        }
        return reading.findings().stream().map(DdlFinding::diagnostic).toList();
    }

    @Test
    void tablesOfOneNameInTwoSpellingsAreTwoWhereTheServerSaysSo() {
        assertThat(findings(0, "CREATE TABLE Account (id int)", "CREATE TABLE account (id int)"))
                .isEmpty();
    }

    @Test
    void capitalsAreRefusedWhereTheServerKeepsSmallLetters() {
        assertThat(findings(1, "CREATE TABLE Account (id int)"))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.message()).contains("Account would be account");
                            assertThat(found.hint()).contains("write account");
                        });
        assertThat(findings(1, "CREATE TABLE account (Id int)")).isEmpty();
    }

    @Test
    void columnsThatDifferInCaseOnlyAreRefused() {
        assertThat(findings(0, "CREATE TABLE t (id int, Id int)"))
                .singleElement()
                .satisfies(found -> assertThat(found.message()).contains("id and Id of table t"));
        assertThat(findings(0, "CREATE TABLE t (id int)", "ALTER TABLE t ADD COLUMN ID int"))
                .hasSize(1);
    }

    @Test
    void aTableOrColumnThatIsNearIsPointedOut() {
        String made = "CREATE TABLE account (id int, email varchar(20))";
        assertThat(findings(0, made, "CREATE INDEX i ON acount (email)"))
                .singleElement()
                .satisfies(found -> assertThat(found.hint()).contains("did you mean 'account'?"));
        assertThat(findings(0, made, "ALTER TABLE account DROP COLUMN emial"))
                .singleElement()
                .satisfies(found -> assertThat(found.hint()).contains("did you mean 'email'?"));
    }
}
