package dev.limbeck.execute;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.dialect.DatabaseErrors;
import dev.limbeck.dialect.Need;
import dev.limbeck.dialect.Need.Kind;
import dev.limbeck.dialect.Privileges;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.script.Script;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what scripts that are about to run need and the user lacks, before the first of them runs.
 *
 * <p>Only what the server says for sure counts. What an earlier statement of the same plan makes
 * belongs to the user, and behind a statement that makes the session somebody else nothing is
 * known.
 */
final class Preflight {
    /** A longer plan makes a database anew, and its user may do there what the first scripts do. */
    private static final int SCRIPTS = 100;

    /** A longer script is one of rows, which all go the way of the first. */
    private static final int STATEMENTS = 1_000;

    private final SqlLexicon lexicon;
    private final DdlReader names;
    private final Privileges privileges;
    private final String user;
    private final Set<QualifiedName> made = new HashSet<>();
    private final Map<String, Diagnostic> found = new LinkedHashMap<>();

    private Preflight(DatabaseSession session, SchemaSupport support, Privileges privileges) {
        this.lexicon = session.dialect().lexicon();
        this.names = support.ddl();
        this.privileges = privileges;
        this.user = session.user();
    }

    /** Returns what the user lacks, each with the first statement that needs it. */
    static List<Diagnostic> lacking(DatabaseSession session, List<PreparedStep> steps) {
        Optional<SchemaSupport> support = session.dialect().schemas(session.product());
        if (support.isEmpty()) {
            return List.of();
        }
        Privileges privileges = support.get().privileges(session.connection());
        if (privileges == Privileges.UNKNOWN) {
            return List.of();
        }
        Preflight preflight = new Preflight(session, support.get(), privileges);
        try {
            for (PreparedStep step : steps.subList(0, Math.min(SCRIPTS, steps.size()))) {
                // What is done of a script that stopped half way says nothing about the rest.
                if (step.resumed().isEmpty() && step.script().isPresent()) {
                    preflight.read(step.script().get());
                }
            }
        } catch (SQLException e) {
            throw DatabaseErrors.failed(session.dialect(), "ask for the user's privileges", e);
        }
        return List.copyOf(preflight.found.values());
    }

    private void read(Script script) throws SQLException {
        Set<Need> asked = new HashSet<>();
        int sent = 0;
        try (StatementReader reader = script.statements()) {
            for (Optional<Statement> next = reader.next();
                    next.isPresent() && sent < STATEMENTS;
                    next = reader.next()) {
                if (next.get().isSent()) {
                    sent++;
                    List<SqlToken> tokens = SqlTokenizer.significant(next.get().text(), lexicon);
                    if (becomesSomebodyElse(tokens)) {
                        return;
                    }
                    for (Need need : NeedReader.read(tokens, names)) {
                        if (asked.add(need)) {
                            ask(need, script, next.get());
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean becomesSomebodyElse(List<SqlToken> tokens) {
        return !tokens.isEmpty()
                && (tokens.get(0).is("SET") || tokens.get(0).is("RESET"))
                && tokens.stream()
                        .anyMatch(
                                token ->
                                        token.is("ROLE")
                                                || token.is("AUTHORIZATION")
                                                || token.is("SEARCH_PATH")
                                                || token.is("SCHEMA"));
    }

    private void ask(Need need, Script script, Statement statement) throws SQLException {
        if (need.kind().makes()) {
            made.add(need.object());
        } else if (made.contains(need.object())) {
            return;
        }
        Optional<String> lacking = privileges.lacking(need);
        lacking.ifPresent(
                words -> found.putIfAbsent(words, finding(words, need.kind(), script, statement)));
    }

    private Diagnostic finding(String lacking, Kind kind, Script script, Statement statement) {
        return Diagnostic.error(
                        ErrorCode.PRIVILEGE_MISSING,
                        "user " + user + " lacks " + lacking,
                        new SourceLocation(
                                script.file().shown(),
                                statement.span().line(),
                                statement.span().column()))
                .withHint(
                        (kind.makes() ? "grant it to this user" : "grant it, or own the object")
                                + ", or run with a user who has it; nothing has run yet");
    }
}
