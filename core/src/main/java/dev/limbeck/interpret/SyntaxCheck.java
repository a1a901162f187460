package dev.limbeck.interpret;

import dev.limbeck.dialect.SyntaxProfile;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.Suggestion;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.TextPosition;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says whether statements look right before a server sees them.
 *
 * <p>How much a finding weighs depends on how often the parser is wrong about statements of that
 * kind. Queries, row changes, views and indexes it hardly ever rejects wrongly: an error. Tables
 * and alterations it sometimes does: a warning. What its grammar does not cover is not judged at
 * all, and that is said.
 */
public final class SyntaxCheck {
    private final SyntaxProfile profile;
    private final SqlLexicon lexicon;
    private final StatementParser parser;
    private final ParseBudget budget;
    private final StatementShape.Accepted accepted = new StatementShape.Accepted();

    public SyntaxCheck(SyntaxProfile profile, SqlLexicon lexicon, ParseBudget budget) {
        this.profile = profile;
        this.lexicon = lexicon;
        this.parser = new StatementParser(profile);
        this.budget = budget;
    }

    /** Returns what is wrong, or can't be judged, about one statement of a file that is sent. */
    public Optional<Diagnostic> check(Statement statement, Path shown) {
        return check(StatementTokens.of(statement, lexicon), shown);
    }

    Optional<Diagnostic> check(StatementTokens read, Path shown) {
        Statement statement = read.statement();
        String text = read.text();
        List<SqlToken> tokens = read.tokens();
        if (!read.isComplete()) {
            budget.skip(location(statement, shown, 0));
            return Optional.of(
                    notValidated(
                            statement,
                            shown,
                            "a statement of " + text.length() + " characters is not parsed"));
        }
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        StatementKind kind = StatementKind.of(tokens);
        Optional<Diagnostic> unknown = unknownWord(statement, shown, tokens, kind);
        if (unknown.isPresent()) {
            return unknown;
        }
        if (statement instanceof Statement.Block
                || statement instanceof Statement.Copy
                || kind.trust() == StatementKind.Trust.NOT_COVERED) {
            return Optional.of(
                    notValidated(
                            statement, shown, kind.words() + " is not checked before it runs"));
        }
        StatementShape shape = StatementShape.of(tokens);
        if (accepted.contains(shape)) {
            return Optional.empty();
        }
        if (!budget.spend(text.length())) {
            budget.skip(location(statement, shown, 0));
            return Optional.empty();
        }
        if (!(parser.parse(text, tokens) instanceof ParseOutcome.Rejected rejected)) {
            accepted.add(shape);
            return Optional.empty();
        }
        if (parser.isBeyond(tokens)) {
            return Optional.of(
                    notValidated(
                            statement,
                            shown,
                            kind.words() + " is not checked: the parser does not know this form"));
        }
        return isKnownForm(tokens)
                ? Optional.empty()
                : Optional.of(refused(statement, shown, kind, rejected));
    }

    /** Returns whether the dialect stands up for a statement that the parser refuses. */
    private boolean isKnownForm(List<SqlToken> tokens) {
        return profile.forms().stream().anyMatch(form -> matches(form.split(" "), tokens));
    }

    private static boolean matches(String[] form, List<SqlToken> tokens) {
        int at = 0;
        for (String word : form) {
            if (at >= tokens.size()) {
                return false;
            }
            if (!word.equals("*")) {
                if (!tokens.get(at).is(word)) {
                    return false;
                }
                at++;
                continue;
            }
            if (!isName(tokens.get(at))) {
                return false;
            }
            at++;
            while (at + 1 < tokens.size() && tokens.get(at).isSymbol(".")) {
                at += 2;
            }
        }
        return at == tokens.size();
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }

    private static Diagnostic refused(
            Statement statement, Path shown, StatementKind kind, ParseOutcome.Rejected rejected) {
        if (rejected.lexical()) {
            return notValidated(statement, shown, kind.words() + " could not be read to its end");
        }
        Severity severity =
                kind.trust() == StatementKind.Trust.HIGH ? Severity.ERROR : Severity.WARNING;
        String message =
                rejected.token().isEmpty()
                        ? kind.words() + " ends too early"
                        : "'" + rejected.token() + "' is not expected here in " + kind.words();
        return new Diagnostic(
                severity,
                ErrorCode.SYNTAX,
                message,
                Optional.of(location(statement, shown, rejected.offset())),
                severity == Severity.ERROR
                        ? Optional.empty()
                        : Optional.of(
                                "if the server takes it, silence this with '-- limbeck: ignore"
                                        + " LMB-217 REASON' above the statement"));
    }

    /** Finds a verb, or an object word after CREATE, ALTER or DROP, that the database has not. */
    private Optional<Diagnostic> unknownWord(
            Statement statement, Path shown, List<SqlToken> tokens, StatementKind kind) {
        SqlToken verb = tokens.get(0);
        if (verb.kind() == SqlToken.Kind.WORD && !profile.verbs().isEmpty()) {
            String word = verb.text().toUpperCase(Locale.ROOT);
            if (!profile.verbs().contains(word)) {
                return Optional.of(
                        unknown(
                                statement,
                                shown,
                                verb,
                                "no statement begins with '",
                                profile.verbs()));
            }
        }
        if (kind.objectWord().isPresent() && !profile.objects().isEmpty()) {
            SqlToken object = kind.objectWord().get();
            if (!profile.objects().contains(object.text().toUpperCase(Locale.ROOT))) {
                return Optional.of(
                        unknown(
                                statement,
                                shown,
                                object,
                                verb.text().toUpperCase(Locale.ROOT) + " has no object kind '",
                                profile.objects()));
            }
        }
        return Optional.empty();
    }

    private static Diagnostic unknown(
            Statement statement, Path shown, SqlToken token, String opening, Set<String> known) {
        Diagnostic finding =
                Diagnostic.error(
                        ErrorCode.SYNTAX,
                        opening + token.text() + "'",
                        location(statement, shown, token.offset()));
        return Suggestion.hint(token.text().toUpperCase(Locale.ROOT), known)
                .map(finding::withHint)
                .orElse(finding);
    }

    private static Diagnostic notValidated(Statement statement, Path shown, String message) {
        return Diagnostic.info(ErrorCode.NOT_VALIDATED, message, location(statement, shown, 0));
    }

    private static SourceLocation location(Statement statement, Path shown, int offset) {
        TextPosition at = TextPosition.in(statement.text(), statement.span(), offset);
        return new SourceLocation(shown, at.line(), at.column());
    }
}
