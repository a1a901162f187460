package dev.limbeck.postgres.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.interpret.ParseBudget;
import dev.limbeck.interpret.SyntaxCheck;
import dev.limbeck.script.Ignoring;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSyntaxTest {
    private static final Path FILE = Path.of("a.up.sql");

    private static List<Diagnostic> check(String script) {
        SyntaxCheck check =
                new SyntaxCheck(
                        PostgresSyntax.PROFILE, PostgresLexicon.LEXICON, ParseBudget.unlimited());
        return StatementSplitter.split(script, PostgresLexicon.LEXICON, FILE).statements().stream()
                .filter(Statement::isSent)
                .flatMap(
                        (Statement statement) ->
                                check.check(statement, FILE).stream()
                                        .filter(found -> !Ignoring.silences(statement, found)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a, b FROM t WHERE c = 1;",
                "CREATE UNIQUE INDEX i ON t (lower(a)) WHERE b IS NOT NULL;",
                "CREATE TABLE t (id bigint PRIMARY KEY, note text);",
                "INSERT INTO t (a) VALUES (1), (2) ON CONFLICT DO NOTHING;",
                // Words that only the parser takes for keywords are quoted for it and tried again.
                "ALTER TABLE t DROP COLUMN date;",
                "ALTER TABLE t RENAME COLUMN comment TO path;",
                "SELECT final, sample FROM settings;",
                "INSERT INTO ${prefix}_t (a) VALUES (${who}, 'for ${who}');",
                "UPDATE t SET a = b ->> 'k' WHERE b ->> 'k' = 'x' AND c;"
            })
    void statementsThatAreRightHaveNoFinding(String script) {
        assertThat(check(script)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SELECT a, FROM t                  | 1 | 9
                    CREATE INDEX i t (a)              | 1 | 16
                    DELETE t WHERE WHERE a = 1        | 1 | 16
                    CREATE VIEW v AS SELEC 1          | 1 | 18
                    """)
    void errorsWhereTheParserIsHardlyEverWrong(String script, int line, int column) {
        List<Diagnostic> findings = check(script);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(findings.get(0).code()).isEqualTo(ErrorCode.SYNTAX);
        assertThat(findings.get(0).where().orElseThrow().line()).isEqualTo(line);
        assertThat(findings.get(0).where().orElseThrow().column()).isEqualTo(column);
    }

    @Test
    void aRefusedTableIsOnlyAWarning() {
        List<Diagnostic> findings =
                check("\n\nALTER TABLE t\n  ALTER CONSTRAINT c NOT VALID OOPS;");
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get(0).where().orElseThrow().line()).isEqualTo(4);
    }

    @Test
    void aMistypedVerbIsNamedWithTheRightOne() {
        Diagnostic finding = check("CRAETE TABLE t (id int);").get(0);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message()).isEqualTo("no statement begins with 'CRAETE'");
        assertThat(finding.hint()).contains("did you mean 'CREATE'?");
    }

    @Test
    void aMistypedObjectKindIsNamedWithTheRightOne() {
        Diagnostic finding = check("DROP TABEL t;").get(0);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message()).isEqualTo("DROP has no object kind 'TABEL'");
        assertThat(finding.hint()).contains("did you mean 'TABLE'?");
        assertThat(finding.where().orElseThrow().column()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DO $$ BEGIN NULL; END $$;",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;",
                "VACUUM t;",
                "COPY t FROM STDIN;\n1\n\\.\n"
            })
    void whatTheGrammarDoesNotCoverIsSaidNotJudged(String script) {
        List<Diagnostic> findings = check(script);
        assertThat(findings).extracting(Diagnostic::severity).containsExactly(Severity.INFO);
        assertThat(findings).extracting(Diagnostic::code).containsExactly(ErrorCode.NOT_VALIDATED);
    }

    @Test
    void anIgnoreDirectiveSilencesTheNextStatementOnly() {
        List<Diagnostic> findings =
                check(
                        """
                        -- limbeck: ignore LMB-217 the server is newer than the parser
                        SELECT a, FROM t;
                        SELECT b, FROM t;
                        """);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).where().orElseThrow().line()).isEqualTo(3);
    }

    @Test
    void aHugeStatementIsNotParsed() {
        String values = "(1, 'some text'),".repeat(20_000);
        List<Diagnostic> findings = check("INSERT INTO t VALUES " + values + "(2, 'x');");
        assertThat(findings).extracting(Diagnostic::code).containsExactly(ErrorCode.NOT_VALIDATED);
    }

    /** The server knows its own words best. */
    @ParameterizedTest
    @EngineSource("postgres")
    void theReservedWordsAreTheServers(TestServer server) throws SQLException {
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection();
                java.sql.Statement query = connection.createStatement();
                ResultSet words =
                        query.executeQuery(
                                "SELECT upper(word) FROM pg_get_keywords() WHERE catcode IN"
                                        + " ('R', 'T')")) {
            Set<String> reserved = new TreeSet<>();
            while (words.next()) {
                reserved.add(words.getString(1));
            }
            assertThat(PostgresSyntax.RESERVED).containsAll(reserved);
        }
    }
}
