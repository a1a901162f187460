package dev.limbeck.postgres;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SpellingProbe;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes a temporary view of each text, reads how the server has kept it, and rolls all of it back.
 *
 * <p>An expression is the only column of its view. Making a view locks what it reads as a query
 * would, and waits no longer than a moment for that.
 */
final class PostgresSpellingProbe implements SpellingProbe {
    /** A name that no schema has: the views are there for the length of one question. */
    private static final String VIEW = "limbeck_spelling_";

    private final Connection connection;
    private final SqlRenderer renderer;

    PostgresSpellingProbe(Connection connection, SqlRenderer renderer) {
        this.connection = connection;
        this.renderer = renderer;
    }

    @Override
    public Optional<String> unavailable() throws SQLException {
        String question =
                "SELECT current_setting('transaction_read_only') = 'on' OR pg_is_in_recovery(),"
                        + " has_database_privilege(current_database(), 'TEMPORARY')";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            if (row.getBoolean(1)) {
                return Optional.of("the connection is read-only: spellings were not compared");
            }
            return row.getBoolean(2)
                    ? Optional.empty()
                    : Optional.of(
                            "the user may make no temporary views (GRANT TEMPORARY ON DATABASE):"
                                    + " spellings were not compared");
        }
    }

    @Override
    public List<Answer> ask(List<Pair> pairs) throws SQLException {
        boolean automatic = connection.getAutoCommit();
        if (!automatic) {
            throw new IllegalStateException("a transaction is open on the connection");
        }
        connection.setAutoCommit(false);
        try {
            List<Answer> answers = new ArrayList<>();
            execute("SET LOCAL lock_timeout = '2s'");
            execute("SET LOCAL statement_timeout = '10s'");
            for (Pair pair : pairs) {
                answers.add(ask(pair));
            }
            return answers;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Answer ask(Pair pair) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            if (pair.routine().isPresent()) {
                Routine routine = pair.routine().get();
                return Answer.of(kept(routine, pair.before()).equals(kept(routine, pair.after())));
            }
            if (pair.use() == Use.ATTACHMENT) {
                QualifiedName owner = pair.relation().orElseThrow();
                return Answer.of(rule(owner, pair.before()).equals(rule(owner, pair.after())));
            }
            String one = kept(pair, pair.before(), pair.columnsBefore(), VIEW + "1");
            String other = kept(pair, pair.after(), pair.columnsAfter(), VIEW + "2");
            return Answer.of(one.equals(other));
        } catch (SQLException e) {
            return Answer.refused(String.valueOf(e.getMessage()));
        } finally {
            connection.rollback(before);
        }
    }

    /** Returns the query that the server keeps, and the names and types of its columns. */
    private String kept(Pair pair, String text, List<String> columns, String name)
            throws SQLException {
        String names =
                columns.isEmpty()
                        ? ""
                        : columns.stream()
                                .map(PostgresIdentifiers::write)
                                .collect(Collectors.joining(", ", " (", ")"));
        execute("CREATE TEMPORARY VIEW " + name + names + " AS " + query(pair, text));
        Savepoint search = connection.setSavepoint();
        execute("SET LOCAL search_path = ''");
        String question =
                "SELECT pg_get_viewdef('pg_temp."
                        + name
                        + "'::regclass), (SELECT string_agg(attname || ' '"
                        + " || format_type(atttypid, atttypmod), ', ' ORDER BY attnum)"
                        + " FROM pg_attribute WHERE attrelid = 'pg_temp."
                        + name
                        + "'::regclass)";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1) + "\n" + row.getString(2);
        } finally {
            connection.rollback(search);
        }
    }

    /** Returns the body that the server keeps of a routine of this name, made for the moment. */
    private String kept(Routine routine, String body) throws SQLException {
        Savepoint before = connection.setSavepoint();
        QualifiedName name = QualifiedName.of("pg_temp", routine.name().name());
        Routine temporary =
                routine.withName(name).withBody(Expression.of(body)).withDetails(Details.none());
        for (RenderedStatement statement :
                renderer.render(List.of(new ObjectChange.Create(temporary)))) {
            execute(statement.sql());
        }
        execute("SET LOCAL search_path = ''");
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT pg_get_function_sqlbody(oid) FROM pg_catalog.pg_proc"
                                + " WHERE pronamespace = pg_catalog.pg_my_temp_schema()"
                                + " AND proname = ?")) {
            statement.setString(1, name.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } finally {
            connection.rollback(before);
        }
    }

    /** Returns the rule that the server keeps, made for the moment on a view of the relation. */
    private String rule(QualifiedName owner, String text) throws SQLException {
        Savepoint before = connection.setSavepoint();
        QualifiedName view = QualifiedName.of("pg_temp", owner.name());
        execute(
                "CREATE TEMPORARY VIEW "
                        + PostgresIdentifiers.write(owner.name())
                        + " AS SELECT * FROM "
                        + qualified(owner));
        execute(onto(view, text));
        execute("SET LOCAL search_path = ''");
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT pg_get_ruledef(r.oid) FROM pg_catalog.pg_rewrite AS r"
                                + " JOIN pg_catalog.pg_class AS c ON c.oid = r.ev_class"
                                + " WHERE c.relnamespace = pg_catalog.pg_my_temp_schema()"
                                + " AND c.relname = ? AND r.rulename <> '_RETURN'")) {
            statement.setString(1, owner.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } finally {
            connection.rollback(before);
        }
    }

    /** Returns the statement that makes a rule, for another relation. */
    private static String onto(QualifiedName view, String text) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, PostgresLexicon.LEXICON);
        int index = 0;
        while (!tokens.get(index).is("TO")) {
            index++;
        }
        int last = index + 1;
        while (last + 2 < tokens.size() && tokens.get(last + 1).isSymbol(".")) {
            last += 2;
        }
        return text.substring(0, tokens.get(index + 1).offset())
                + PostgresIdentifiers.write(view)
                + text.substring(tokens.get(last).end());
    }

    private static String query(Pair pair, String text) {
        Optional<String> type = pair.type().map(PostgresTypes::render);
        String from = pair.relation().map(relation -> " FROM " + qualified(relation)).orElse("");
        return switch (pair.use()) {
            case QUERY, BODY, ATTACHMENT -> text;
            case CONDITION -> "SELECT (" + text + ") AS x" + from;
            case VALUE -> "SELECT " + cast(text, pair.type()) + " AS x" + from;
            case DOMAIN_CONDITION ->
                    "SELECT ("
                            + text
                            + ") AS x FROM (SELECT NULL::"
                            + type.orElse("text")
                            + " AS value) AS v";
            case TRIGGER_CONDITION ->
                    "SELECT ("
                            + text
                            + ") AS x"
                            + from
                            + " AS new,"
                            + from.replace(" FROM", "")
                            + " AS old";
        };
    }

    private static String cast(String text, Optional<ColumnType> type) {
        return type.map(named -> "CAST((" + text + ") AS " + PostgresTypes.render(named) + ")")
                .orElse("(" + text + ")");
    }

    private static String qualified(QualifiedName name) {
        return PostgresIdentifiers.write(name);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
