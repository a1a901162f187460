package dev.limbeck.mutations;

import dev.limbeck.mutations.Mutation.Kind;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Puts faults into scripts, the same ones for the same seed, and none twice. */
final class Mutator {
    /**
     * A script that runs.
     *
     * @param revision its revision
     * @param path its file
     */
    record Source(RevisionId revision, Path path) {}

    private static final int MOST_TRIES = 1_000;

    /** Each type becomes one that stores something else. */
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("bigint", "integer"),
                    Map.entry("int", "bigint"),
                    Map.entry("integer", "bigint"),
                    Map.entry("smallint", "bigint"),
                    Map.entry("boolean", "integer"),
                    Map.entry("date", "timestamp"),
                    Map.entry("datetime", "date"),
                    Map.entry("timestamptz", "date"),
                    Map.entry("text", "varchar(99)"),
                    Map.entry("char", "varchar"),
                    Map.entry("varchar", "char"),
                    Map.entry("varchar2", "char"),
                    Map.entry("numeric", "integer"),
                    Map.entry("decimal", "integer"),
                    Map.entry("clob", "blob"),
                    Map.entry("jsonb", "text"),
                    Map.entry("json", "text"),
                    Map.entry("uuid", "bigint"));

    private static final Set<String> SCALED = Set.of("numeric", "decimal");
    private static final Set<String> DEFINE = Set.of("create", "alter");
    private static final Set<String> ROWS =
            Set.of("insert", "update", "delete", "merge", "replace", "with", "select", "truncate");

    private final SqlLexicon lexicon;
    private final List<Source> ups;
    private final List<Source> downs;
    private final Set<String> columns;
    private final Random random;
    private final Set<String> made = new HashSet<>();

    /**
     * @param ups the up scripts that run
     * @param downs the down scripts that run
     * @param columns the names of all columns, in lower case
     */
    Mutator(
            SqlLexicon lexicon,
            List<Source> ups,
            List<Source> downs,
            Set<String> columns,
            long seed) {
        this.lexicon = lexicon;
        this.ups = List.copyOf(ups);
        this.downs = List.copyOf(downs);
        this.columns = Set.copyOf(columns);
        this.random = new Random(seed);
    }

    /** Returns another fault of a kind; empty where there is hardly another. */
    Optional<Mutation> next(Kind kind) {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Source source = oneOf(kind == Kind.DOWN_INCOMPLETE ? downs : ups);
            Optional<Mutation> found =
                    made(kind, source).filter(one -> made.add(one.file() + "\n" + one.text()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Mutation> made(Kind kind, Source source) {
        String text = read(source.path());
        List<Statement> statements =
                StatementSplitter.split(text, lexicon, source.path()).statements().stream()
                        .filter(Statement::isSent)
                        .toList();
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        int at = random.nextInt(statements.size());
        Statement statement = statements.get(at);
        Optional<String> changed =
                switch (kind) {
                    case COLUMN_RENAMED -> renamed(text, statement);
                    case TYPE_CHANGED -> retyped(text, statement);
                    case STATEMENT_DROPPED ->
                            Optional.of(statement)
                                    .filter(one -> !isOfRows(one))
                                    .map(one -> without(text, one));
                    case ROWS_DROPPED ->
                            Optional.of(statement)
                                    .filter(this::isOfRows)
                                    .map(one -> without(text, one));
                    case DOWN_INCOMPLETE -> Optional.of(without(text, statement));
                    case STATEMENTS_SWAPPED ->
                            at + 1 < statements.size()
                                    ? Optional.of(swapped(text, statement, statements.get(at + 1)))
                                    : Optional.empty();
                };
        return changed.map(
                all ->
                        new Mutation(
                                kind,
                                source.revision(),
                                source.path(),
                                statement.span().line(),
                                all));
    }

    private boolean isOfRows(Statement statement) {
        return ROWS.contains(lower(SqlTokenizer.significant(statement.text(), lexicon).get(0)));
    }

    private static String without(String text, Statement statement) {
        int end = (int) statement.span().end();
        boolean ends = end < text.length() && text.charAt(end) == ';';
        return text.substring(0, (int) statement.span().start())
                + text.substring(ends ? end + 1 : end);
    }

    private static String replaced(String text, Statement statement, String other) {
        return text.substring(0, (int) statement.span().start())
                + other
                + text.substring((int) statement.span().end());
    }

    private static String swapped(String text, Statement first, Statement second) {
        return text.substring(0, (int) first.span().start())
                + second.text()
                + text.substring((int) first.span().end(), (int) second.span().start())
                + first.text()
                + text.substring((int) second.span().end());
    }

    private Optional<String> renamed(String text, Statement statement) {
        List<SqlToken> tokens = SqlTokenizer.significant(statement.text(), lexicon);
        List<SqlToken> named =
                tokens.stream()
                        .filter(token -> token.kind() == SqlToken.Kind.WORD)
                        .filter(token -> columns.contains(lower(token)))
                        .toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        String name = lower(oneOf(named));
        return Optional.of(replaced(text, statement, with(statement, tokens, name, name + "_x")));
    }

    private Optional<String> retyped(String text, Statement statement) {
        List<SqlToken> tokens = SqlTokenizer.significant(statement.text(), lexicon);
        if (!DEFINE.contains(lower(tokens.get(0)))) {
            return Optional.empty();
        }
        int at = random.nextInt(tokens.size());
        for (int i = 1; i + 1 < tokens.size(); i++) {
            int chosen = 1 + (at + i) % (tokens.size() - 1);
            if (isType(tokens, chosen)) {
                return Optional.of(replaced(text, statement, retyped(statement, tokens, chosen)));
            }
        }
        return Optional.empty();
    }

    /** A type follows a name, and neither a point nor the literal of a date follows it. */
    private static boolean isType(List<SqlToken> tokens, int at) {
        boolean ends = at + 1 == tokens.size();
        return TYPES.containsKey(lower(tokens.get(at)))
                && tokens.get(at - 1).kind() == SqlToken.Kind.WORD
                && (ends || tokens.get(at + 1).kind() != SqlToken.Kind.STRING);
    }

    private static String retyped(Statement statement, List<SqlToken> tokens, int at) {
        SqlToken type = tokens.get(at);
        String all = statement.text();
        int end = type.end();
        if (SCALED.contains(lower(type))
                && at + 1 < tokens.size()
                && tokens.get(at + 1).text().equals("(")) {
            end = all.indexOf(')', end) + 1;
        }
        return all.substring(0, type.offset()) + TYPES.get(lower(type)) + all.substring(end);
    }

    private static String with(
            Statement statement, List<SqlToken> tokens, String name, String other) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (SqlToken token : tokens) {
            if (token.kind() == SqlToken.Kind.WORD && lower(token).equals(name)) {
                result.append(statement.text(), copied, token.offset()).append(other);
                copied = token.end();
            }
        }
        return result.append(statement.text().substring(copied)).toString();
    }

    private static String lower(SqlToken token) {
        return token.text().toLowerCase(Locale.ROOT);
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
