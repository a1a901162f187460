package dev.limbeck.oracle;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerError.Kind;
import dev.limbeck.dialect.ServerError.Place;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleLexicon;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A unit of PL/SQL that a statement makes or compiles. The server makes it whether it compiles or
 * not, and keeps what is wrong with it in {@code ALL_ERRORS}, of which {@code USER_ERRORS} is the
 * user's own part.
 *
 * @param schema the schema it is in; empty: the session's
 * @param name its name
 * @param type its type in the catalog's words, {@code PACKAGE BODY}
 * @param text the statement
 * @param start where in the statement the lines that errors tell begin to count: at the word that
 *     names the type, of a trigger at its body; -1 where the statement doesn't hold the unit's text
 */
record CompiledUnit(Optional<String> schema, String name, String type, String text, int start) {
    private static final Set<String> TYPES =
            Set.of("PROCEDURE", "FUNCTION", "PACKAGE", "TRIGGER", "TYPE");

    /** What may stand between {@code CREATE} and the type. */
    private static final Set<String> BETWEEN =
            Set.of("OR", "REPLACE", "EDITIONABLE", "NONEDITIONABLE", "IF", "NOT", "EXISTS");

    private static final Set<String> BODY = Set.of("DECLARE", "BEGIN", "COMPOUND");

    private static final String ERRORS =
            "SELECT line, position, text FROM all_errors"
                    + " WHERE owner = COALESCE(?, SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA'))"
                    + " AND name = ? AND type = ? AND attribute = 'ERROR' ORDER BY sequence";

    private static final int MOST_SHOWN = 5;

    /** An error as the catalog has it. */
    private record Complaint(int line, int position, String text) {}

    /** Returns the unit that a statement makes or compiles; empty for any other statement. */
    static Optional<CompiledUnit> madeBy(String sent) {
        List<SqlToken> tokens = SqlTokenizer.significant(sent, OracleLexicon.LEXICON);
        boolean creates = !tokens.isEmpty() && tokens.get(0).is("CREATE");
        boolean alters = !tokens.isEmpty() && tokens.get(0).is("ALTER");
        if (!creates && !alters) {
            return Optional.empty();
        }
        int at = 1;
        while (at < tokens.size() && isWord(tokens.get(at), BETWEEN)) {
            at++;
        }
        if (at >= tokens.size() || !isWord(tokens.get(at), TYPES)) {
            return Optional.empty();
        }
        SqlToken type = tokens.get(at);
        boolean body = at + 1 < tokens.size() && tokens.get(at + 1).is("BODY");
        int named = at + (body ? 2 : 1);
        while (named < tokens.size() && isWord(tokens.get(named), Set.of("IF", "NOT", "EXISTS"))) {
            named++;
        }
        if (named >= tokens.size() || (alters && !compiles(tokens))) {
            return Optional.empty();
        }
        boolean qualified = named + 2 < tokens.size() && tokens.get(named + 1).isSymbol(".");
        String first = OracleIdentifiers.read(tokens.get(named).text());
        return Optional.of(
                new CompiledUnit(
                        qualified ? Optional.of(first) : Optional.empty(),
                        qualified ? OracleIdentifiers.read(tokens.get(named + 2).text()) : first,
                        type.text().toUpperCase(Locale.ROOT)
                                + (body || compilesBody(tokens, alters) ? " BODY" : ""),
                        sent,
                        alters ? -1 : start(tokens, type)));
    }

    private static boolean isWord(SqlToken token, Set<String> words) {
        return token.kind() == SqlToken.Kind.WORD
                && words.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private static boolean compiles(List<SqlToken> tokens) {
        return tokens.stream().anyMatch(token -> token.is("COMPILE"));
    }

    private static boolean compilesBody(List<SqlToken> tokens, boolean alters) {
        return alters && tokens.stream().anyMatch(token -> token.is("BODY"));
    }

    private static int start(List<SqlToken> tokens, SqlToken type) {
        if (!type.is("TRIGGER")) {
            return type.offset();
        }
        return tokens.stream()
                .filter(token -> token.offset() > type.offset() && isWord(token, BODY))
                .findFirst()
                .orElse(type)
                .offset();
    }

    /** Throws where the unit has errors. */
    void confirm(Connection connection) throws SQLException {
        List<Complaint> errors = errors(connection);
        if (errors.isEmpty()) {
            return;
        }
        Complaint first = errors.get(0);
        Optional<String> others =
                Optional.of(more(errors.subList(1, errors.size()))).filter(text -> !text.isEmpty());
        throw new CompilationException(
                new ServerError(
                        Kind.STATEMENT,
                        type.toLowerCase(Locale.ROOT)
                                + " "
                                + name
                                + " was made but does not compile: "
                                + first.text(),
                        place(first),
                        others,
                        Optional.of(
                                "mend it here; CREATE OR REPLACE makes it again in place of the one"
                                        + " that does not compile")));
    }

    private List<Complaint> errors(Connection connection) throws SQLException {
        List<Complaint> errors = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement(ERRORS)) {
            question.setString(1, schema.orElse(null));
            question.setString(2, name);
            question.setString(3, type);
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    errors.add(
                            new Complaint(
                                    row.getInt(1),
                                    row.getInt(2),
                                    String.valueOf(row.getString(3)).strip()));
                }
            }
        }
        return errors;
    }

    /** The statement's own lines are told for what comes after the first. */
    private String more(List<Complaint> errors) {
        int before =
                start < 0
                        ? 0
                        : (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        StringBuilder words = new StringBuilder();
        for (Complaint error : errors.subList(0, Math.min(MOST_SHOWN, errors.size()))) {
            words.append(words.isEmpty() ? "" : "; ")
                    .append("line ")
                    .append(before + error.line())
                    .append(" of the statement: ")
                    .append(error.text());
        }
        int rest = errors.size() - MOST_SHOWN;
        return rest > 0 ? words + "; and " + rest + " more" : words.toString();
    }

    private Place place(Complaint error) {
        return start < 0
                ? Place.UNKNOWN
                : TextPlace.at(text, start, error.line(), error.position());
    }

    /** Returns a block that fails where the unit has errors. */
    String assertion() {
        return "DECLARE errors NUMBER; BEGIN SELECT COUNT(*) INTO errors FROM all_errors WHERE owner = "
                + schema.map(OracleText::quoted).orElse("SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')")
                + " AND name = "
                + OracleText.quoted(name)
                + " AND type = "
                + OracleText.quoted(type)
                + " AND attribute = 'ERROR'; IF errors > 0 THEN RAISE_APPLICATION_ERROR(-20000, "
                + OracleText.quoted(
                        type.toLowerCase(Locale.ROOT) + " " + name + " does not compile")
                + "); END IF; END;";
    }
}
