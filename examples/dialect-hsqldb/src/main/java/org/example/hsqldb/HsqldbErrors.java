package org.example.hsqldb;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerError.Kind;
import dev.limbeck.dialect.ServerError.Place;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes HSQLDB's errors apart. */
final class HsqldbErrors {
    /** What a message is about stands at its end. */
    private static final Pattern CULPRIT =
            Pattern.compile(
                    "(?s)(?:unexpected token|user lacks privilege or object not found): ([^ ]+).*");

    private HsqldbErrors() {}

    static ServerError describe(SQLException error, String sent) {
        SQLException culprit = error;
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof SQLException thrown && thrown.getErrorCode() != 0) {
                culprit = thrown;
                break;
            }
        }
        String message = String.valueOf(culprit.getMessage());
        return new ServerError(
                kind(String.valueOf(culprit.getSQLState())),
                message,
                place(message, sent),
                Optional.empty(),
                Optional.empty());
    }

    private static Kind kind(String state) {
        if (state.startsWith("08")) {
            return Kind.CONNECTION;
        }
        if (state.startsWith("28")) {
            return Kind.LOGIN;
        }
        return state.startsWith("40") ? Kind.CONFLICT : Kind.STATEMENT;
    }

    private static Place place(String message, String sent) {
        Matcher named = CULPRIT.matcher(message);
        if (!named.matches()) {
            return Place.UNKNOWN;
        }
        String name = named.group(1);
        String last = name.substring(name.lastIndexOf('.') + 1);
        return Place.atOnly(sent, SqlLexicon.standard("hsqldb"), token -> means(token, last));
    }

    private static boolean means(SqlToken token, String name) {
        return token.text().equalsIgnoreCase(name)
                || token.text().equals(HsqldbIdentifiers.INSTANCE.quote(name));
    }
}
