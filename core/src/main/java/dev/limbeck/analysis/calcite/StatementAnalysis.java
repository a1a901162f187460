package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.QuerySetting;
import dev.limbeck.analysis.calcite.Shape.ShapeColumn;
import dev.limbeck.ddl.DdlFinding;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.interpret.StatementTree;
import dev.limbeck.interpret.StatementTrees;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Analyses statements. Calcite stops at the first name it can't resolve; that one is then left out
 * and the statement translated anew, so that all are found.
 */
final class StatementAnalysis {
    private static final int MOST_ATTEMPTS = 40;
    private static final int DEEPEST_VIEW = 12;

    private final QuerySetting setting;
    private final StatementTrees trees;
    private final Spelling spelling;
    private int depth;

    StatementAnalysis(QuerySetting setting) {
        this.setting = setting;
        this.trees = new StatementTrees(setting.syntax());
        this.spelling = Spelling.of(setting);
    }

    /** What one attempt told. */
    private record Attempt(List<DdlFinding> findings, Optional<Integer> stumbled) {}

    /**
     * @param tokens the significant tokens of the text
     */
    List<DdlFinding> check(String text, List<SqlToken> tokens, Schema schema, DdlSession session) {
        Optional<StatementTree> tree = trees.read(text, tokens);
        if (tree.isEmpty()) {
            // whoever checks the syntax says so
            return List.of();
        }
        Set<DdlFinding> found = new LinkedHashSet<>();
        Set<Integer> settled = new HashSet<>();
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                Attempt told = attempt(tree.get(), tokens, schema, session, settled);
                found.addAll(told.findings());
                if (told.stumbled().isEmpty()) {
                    break;
                }
                settled.add(told.stumbled().get());
            }
        } catch (NotTranslatedException form) {
            found.add(notChecked(String.valueOf(form.getMessage())));
        } catch (RuntimeException | AssertionError | StackOverflowError fault) {
            // of the parser's tree or of the validator, not of the statement
            found.add(notChecked(fault.getClass().getSimpleName()));
        }
        return found.stream().sorted(Comparator.comparingInt(DdlFinding::offset)).toList();
    }

    private static DdlFinding notChecked(String reason) {
        return new DdlFinding(
                0,
                new Diagnostic(
                        Severity.INFO,
                        ErrorCode.NOT_VALIDATED,
                        "the names in this statement are not checked: " + reason,
                        Optional.empty(),
                        Optional.empty()));
    }

    private Attempt attempt(
            StatementTree tree,
            List<SqlToken> tokens,
            Schema schema,
            DdlSession session,
            Set<Integer> settled) {
        Translation translation = translation(tree, tokens, schema, session, settled);
        for (Question question : new RowStatements(translation).of(tree.root())) {
            Validation validation = new Validation(translation);
            Validation.Outcome outcome = validation.ask(question);
            if (outcome == Validation.Outcome.FOUND) {
                return new Attempt(translation.findings(), Optional.of(validation.offset()));
            }
        }
        return new Attempt(translation.findings(), Optional.empty());
    }

    private Translation translation(
            StatementTree tree,
            List<SqlToken> tokens,
            Schema schema,
            DdlSession session,
            Set<Integer> settled) {
        Spelling own = spelling.requoted(tree.requoted());
        RelationLookup lookup = new RelationLookup(schema, session, setting, own, this::columnsOf);
        return new Translation(setting, tree, tokens, own, lookup, settled);
    }

    /** Returns the columns of a view's query; empty where they can't be told. */
    private Optional<List<ShapeColumn>> columnsOf(Schema schema, Query query) {
        List<SqlToken> tokens = SqlTokenizer.significant(query.text().source(), setting.lexicon());
        Optional<StatementTree> tree = trees.read(query.text().source(), tokens);
        if (tree.isEmpty() || depth > DEEPEST_VIEW) {
            return Optional.empty();
        }
        depth++;
        try {
            Translation translation =
                    translation(tree.get(), tokens, schema, DdlSession.initial(), Set.of());
            List<Question> questions = new RowStatements(translation).of(tree.get().root());
            return translation.isOpen() || !translation.findings().isEmpty()
                    ? Optional.empty()
                    : new Validation(translation)
                            .columns(questions.get(questions.size() - 1).query());
        } catch (NotTranslatedException form) {
            return Optional.empty();
        } finally {
            depth--;
        }
    }
}
