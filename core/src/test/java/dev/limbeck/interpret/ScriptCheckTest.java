package dev.limbeck.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.SyntaxProfile;
import dev.limbeck.dialect.TransactionRefusal;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.script.Direction;
import dev.limbeck.script.ScriptFile;
import dev.limbeck.script.ScriptSource;
import dev.limbeck.sql.SqlLexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCheckTest {
    /** A database that vacuums outside transactions only. */
    private static final ScriptRules RULES =
            new ScriptRules(
                    SqlLexicon.standard("SQL"),
                    SyntaxProfile.UNKNOWN,
                    Optional.of(
                            tokens ->
                                    tokens.get(0).is("VACUUM")
                                            ? Optional.of(TransactionRefusal.outsideOnly("VACUUM"))
                                            : Optional.empty()));

    @TempDir Path folder;

    private List<Diagnostic> check(String script, ParseBudget budget) throws IOException {
        Path file = Files.writeString(folder.resolve("a.up.sql"), script);
        return new ScriptCheck(RULES, budget)
                .read(
                        new ScriptFile(
                                file, Path.of("a.up.sql"), Direction.UP, "a", Optional.empty()))
                .findings();
    }

    private static String inserts(int count, String template) {
        return IntStream.range(0, count)
                .mapToObj(number -> template.formatted(number))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void statementsThatDifferInTheirValuesCostOneParse() throws IOException {
        ParseBudget budget = ParseBudget.ofOneRun();
        String script = inserts(20_000, "INSERT INTO account (id, name) VALUES (%1$d, 'no %1$d');");
        assertThat(check(script, budget)).isEmpty();
        assertThat(budget.finding()).isEmpty();
    }

    @Test
    void aMistakeAmongStatementsOfOneShapeIsFound() throws IOException {
        String good = "INSERT INTO account (id, name) VALUES (%d, 'x');";
        List<Diagnostic> findings =
                check(
                        inserts(3_000, good)
                                + "\nINSERT INTO account (id, name) VALUES (7 'x');\n"
                                + inserts(10, good),
                        ParseBudget.ofOneRun());
        assertThat(findings).extracting(Diagnostic::code).containsExactly(ErrorCode.SYNTAX);
        assertThat(findings.get(0).where().map(SourceLocation::line)).contains(3_001);
    }

    @Test
    void whatIsBeyondTheBudgetIsCountedAndPlaced() throws IOException {
        ParseBudget budget = ParseBudget.ofOneRun();
        String script = inserts(20_000, "INSERT INTO account_%1$d (id, name) VALUES (1, 'x');");
        assertThat(check(script, budget)).isEmpty();
        Diagnostic told = budget.finding().orElseThrow();
        assertThat(told.severity()).isEqualTo(Severity.INFO);
        assertThat(told.code()).isEqualTo(ErrorCode.NOT_VALIDATED);
        int first = told.where().orElseThrow().line();
        assertThat(first).isBetween(1_000, 19_000);
        assertThat(told.message()).startsWith((20_001 - first) + " statements");
        assertThat(check(script, ParseBudget.unlimited())).isEmpty();
    }

    @Test
    void oneBudgetServesAllScriptsOfARun() throws IOException {
        ParseBudget budget = ParseBudget.ofOneRun();
        String script = inserts(3_000, "INSERT INTO account_%1$d (id, name) VALUES (1, 'x');");
        check(script, budget);
        assertThat(budget.finding()).isEmpty();
        check(script, budget);
        assertThat(budget.finding()).isPresent();
    }

    @Test
    void aVeryLongStatementIsNotParsedAndThatIsSaid() throws IOException {
        ParseBudget budget = ParseBudget.ofOneRun();
        String values = "(1, 'some text'),".repeat(20_000);
        assertThat(check("INSERT INTO t VALUES " + values + "(2, 'x');", budget))
                .extracting(Diagnostic::severity)
                .containsExactly(Severity.INFO);
        assertThat(budget.finding().orElseThrow().message()).startsWith("this statement");
    }

    @Test
    void whatNeedsToBeAloneIsAnErrorUnlessTheScriptHasNoTransaction() throws IOException {
        List<Diagnostic> findings = check("SELECT 1;\n  VACUUM item;\n", ParseBudget.unlimited());
        assertThat(findings).extracting(Diagnostic::code).contains(ErrorCode.NEEDS_TRANSACTION_OFF);
        assertThat(findings.get(0).where().orElseThrow().toString()).isEqualTo("a.up.sql:2:3");
        assertThat(
                        check(
                                "SELECT 1;\n-- limbeck: transaction off\nVACUUM item;\n",
                                ParseBudget.unlimited()))
                .extracting(Diagnostic::code)
                .doesNotContain(ErrorCode.NEEDS_TRANSACTION_OFF);
    }

    @Test
    void ignoringSilencesWhatTheParserSaysAndNothingThatStopsTheScript() throws IOException {
        assertThat(
                        check(
                                "-- limbeck: ignore lmb-217 newer than the parser\nSELECT a, FROM t;\n",
                                ParseBudget.unlimited()))
                .isEmpty();
        assertThat(
                        check(
                                "-- limbeck: ignore LMB-406 please\nVACUUM item;\n",
                                ParseBudget.unlimited()))
                .extracting(Diagnostic::code)
                .contains(ErrorCode.NEEDS_TRANSACTION_OFF);
        assertThat(
                        check(
                                "-- limbeck: ignore LMB-214 please\nSELECT 'a;\n",
                                ParseBudget.unlimited()))
                .extracting(Diagnostic::code)
                .contains(ErrorCode.UNTERMINATED);
    }

    @Test
    void anOutlineFindsWhatStopsARunAndDoubtsNothing() throws IOException {
        String script = "SELEKT 1;\nVACUUM;\nSELECT 'open";
        Path file = Files.writeString(folder.resolve("b.up.sql"), script);
        ScriptFile described =
                new ScriptFile(file, Path.of("b.up.sql"), Direction.UP, "b", Optional.empty());
        ScriptCheck check = new ScriptCheck(RULES, ParseBudget.none());

        List<ErrorCode> outlined =
                check.outline(described, ScriptSource.ofFile(described)).findings().stream()
                        .map(Diagnostic::code)
                        .toList();

        assertThat(outlined)
                .containsExactlyInAnyOrder(ErrorCode.UNTERMINATED, ErrorCode.NEEDS_TRANSACTION_OFF);
    }

    @Test
    void aFormThatTheDialectStandsUpForIsNoMistake() throws IOException {
        String rename = "ALTER TABLE app.t ALTER COLUMN a RENAME TO \"B\";";

        assertThat(check(rename, Set.of())).hasSize(1);
        assertThat(check(rename, Set.of("ALTER TABLE * ALTER COLUMN * RENAME TO *"))).isEmpty();
        assertThat(check(rename, Set.of("ALTER TABLE * ALTER COLUMN * RENAME TO"))).hasSize(1);
    }

    private List<Diagnostic> check(String script, Set<String> forms) throws IOException {
        SyntaxProfile profile =
                new SyntaxProfile("H2", Set.of(), Set.of(), Set.of("TO")).withForms(forms);
        ScriptRules rules = new ScriptRules(SqlLexicon.standard("SQL"), profile, Optional.empty());
        Path file = Files.writeString(folder.resolve("a.up.sql"), script);
        return new ScriptCheck(rules, ParseBudget.ofOneRun())
                .read(
                        new ScriptFile(
                                file, Path.of("a.up.sql"), Direction.UP, "a", Optional.empty()))
                .findings();
    }
}
