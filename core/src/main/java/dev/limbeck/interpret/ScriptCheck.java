package dev.limbeck.interpret;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.script.Ignoring;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import dev.limbeck.script.ScriptSource;
import dev.limbeck.script.StatementVisitor;
import dev.limbeck.sql.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads scripts for one database through and finds what is wrong with them before they run: what
 * the splitter finds, what can't run in a transaction, what the parser doubts.
 *
 * <p>It remembers the statements it has seen, so one check serves all scripts of a command.
 */
public final class ScriptCheck {
    private final ScriptRules rules;
    private final SyntaxCheck syntax;

    public ScriptCheck(ScriptRules rules, ParseBudget budget) {
        this.rules = rules;
        this.syntax = new SyntaxCheck(rules.syntax(), rules.lexicon(), budget);
    }

    /**
     * A script that was read through.
     *
     * @param script the script
     * @param findings what was found, but for what its {@code ignore} directives silence
     */
    public record Checked(Script script, List<Diagnostic> findings) {
        public Checked {
            findings = List.copyOf(findings);
        }
    }

    /** Reads a script through. */
    public Checked read(ScriptFile file) {
        return read(file, visitor -> Script.read(file, rules.lexicon(), visitor));
    }

    /** Reads a script through that is not in its file, such as one kept in the history. */
    public Checked read(String text, ScriptFile origin) {
        return read(origin, visitor -> Script.of(text, origin, rules.lexicon(), visitor));
    }

    /**
     * Reads a script through of which is only told what it would do: what stops a run before its
     * first statement is found, what is merely doubted is not looked for.
     *
     * @param source its bytes as the command knows them
     */
    public Checked outline(ScriptFile file, ScriptSource source) {
        List<Diagnostic> needAutoCommit = new ArrayList<>();
        Script script =
                Script.outline(
                        file,
                        source,
                        rules.lexicon(),
                        statement -> {
                            if (statement.isSent() && rules.refusesTransaction().isPresent()) {
                                transaction(StatementTokens.of(statement, rules.lexicon()), file)
                                        .ifPresent(needAutoCommit::add);
                            }
                        });
        return checked(script, needAutoCommit, List.of());
    }

    private Checked read(ScriptFile file, Function<StatementVisitor, Script> reading) {
        List<Diagnostic> needAutoCommit = new ArrayList<>();
        List<Diagnostic> doubts = new ArrayList<>();
        Script script =
                reading.apply(
                        (statement, tokens) -> {
                            if (statement.isSent()) {
                                StatementTokens read =
                                        StatementTokens.of(statement, tokens, rules.lexicon());
                                transaction(read, file).ifPresent(needAutoCommit::add);
                                syntax.check(read, file.shown())
                                        .filter(found -> !Ignoring.silences(statement, found))
                                        .ifPresent(doubts::add);
                            }
                        });
        return checked(script, needAutoCommit, doubts);
    }

    private static Checked checked(
            Script script, List<Diagnostic> needAutoCommit, List<Diagnostic> doubts) {
        List<Diagnostic> findings = new ArrayList<>(script.findings());
        if (!script.transactionOff()) {
            findings.addAll(needAutoCommit);
        }
        findings.addAll(doubts);
        return new Checked(script, findings);
    }

    private Optional<Diagnostic> transaction(StatementTokens read, ScriptFile file) {
        SourceSpan span = read.statement().span();
        return rules.refusesTransaction()
                .flatMap(judge -> judge.apply(read.tokens()))
                .map(
                        refusal ->
                                Diagnostic.error(
                                                ErrorCode.NEEDS_TRANSACTION_OFF,
                                                refusal.reason(),
                                                new SourceLocation(
                                                        file.shown(), span.line(), span.column()))
                                        .withHint(refusal.advice()));
    }
}
