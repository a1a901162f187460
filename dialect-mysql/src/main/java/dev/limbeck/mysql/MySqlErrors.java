package dev.limbeck.mysql;

import dev.limbeck.dialect.MissingName;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerError.Kind;
import dev.limbeck.dialect.ServerError.Place;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.sql.SqlToken;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Takes the errors of MySQL and MariaDB apart, whichever driver brings them. */
final class MySqlErrors {
    /** What MariaDB's driver puts before a message. */
    private static final Pattern CONNECTION_PREFIX = Pattern.compile("\\(conn=-?\\d+\\) ");

    /** A syntax error quotes the text from the culprit on, cut off after so many characters. */
    private static final Pattern SYNTAX =
            Pattern.compile("(?s)(.*?); check the manual.* near '(.*)' at line (\\d+)");

    /** A name in quotes; an apostrophe in a word is none. */
    private static final Pattern QUOTED = Pattern.compile("(?<!\\p{L})(['`])(.+?)\\1");

    private static final int LONGEST_QUOTE = 80;

    private MySqlErrors() {}

    static ServerError describe(SQLException error, String sent) {
        SQLException culprit = culprit(error);
        Kind kind = kind(culprit.getErrorCode(), String.valueOf(culprit.getSQLState()), sent);
        String message = message(culprit);
        Matcher syntax = SYNTAX.matcher(message);
        if (syntax.matches()) {
            return new ServerError(
                    kind,
                    syntax.group(1) + near(syntax.group(2)),
                    atQuote(sent, syntax.group(2), Integer.parseInt(syntax.group(3))),
                    Optional.empty(),
                    Optional.empty());
        }
        return new ServerError(
                kind, message, atName(message, sent), Optional.empty(), hint(culprit));
    }

    private static SQLException culprit(SQLException error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof SQLException thrown && thrown.getErrorCode() != 0) {
                return thrown;
            }
        }
        return error;
    }

    private static String message(SQLException error) {
        return CONNECTION_PREFIX.matcher(String.valueOf(error.getMessage())).replaceFirst("");
    }

    /** Returns the name that a statement uses and the server doesn't know. */
    static Optional<MissingName> missingName(SQLException error) {
        SQLException culprit = culprit(error);
        Optional<MissingName.Kind> kind =
                switch (culprit.getErrorCode()) {
                    // ER_BAD_FIELD_ERROR, ER_KEY_COLUMN_DOES_NOT_EXITS,
                    // ER_CANT_DROP_FIELD_OR_KEY
                    case 1054, 1072, 1091 -> Optional.of(MissingName.Kind.COLUMN);
                    // ER_NO_SUCH_TABLE, ER_BAD_TABLE_ERROR
                    case 1146, 1051 -> Optional.of(MissingName.Kind.RELATION);
                    default -> Optional.empty();
                };
        String name = quotedName(message(culprit));
        return kind.filter(known -> !name.isEmpty()).map(known -> new MissingName(known, name));
    }

    private static String near(String quote) {
        String line = quote.lines().findFirst().orElse("");
        return line.isEmpty() ? " at its end" : " near '" + line + "'";
    }

    /** Where the quote is short of the longest, it is the end of the statement. */
    private static Place atQuote(String sent, String quote, int line) {
        if (sent.isEmpty()) {
            return Place.UNKNOWN;
        }
        int[] text = asQuoted(sent);
        int[] quoted = asQuoted(quote);
        int last = text.length - quoted.length;
        if (quote.length() < LONGEST_QUOTE && isAt(text, last, quoted)) {
            return Place.atOffset(sent.offsetByCodePoints(0, last), Optional.empty());
        }
        List<Integer> places =
                IntStream.rangeClosed(startOfLine(text, line), last)
                        .filter(at -> isAt(text, at, quoted))
                        .boxed()
                        .limit(2)
                        .toList();
        return places.size() == 1
                ? Place.atOffset(sent.offsetByCodePoints(0, places.get(0)), Optional.empty())
                : Place.atLine(line);
    }

    /** Messages have a question mark for each character beyond U+FFFF. */
    private static int[] asQuoted(String text) {
        return text.codePoints()
                .map(character -> Character.isBmpCodePoint(character) ? character : '?')
                .toArray();
    }

    private static boolean isAt(int[] text, int start, int[] part) {
        return start >= 0
                && start + part.length <= text.length
                && Arrays.equals(text, start, start + part.length, part, 0, part.length);
    }

    private static int startOfLine(int[] text, int line) {
        int start = 0;
        for (int at = 0, passed = 1; at < text.length && passed < line; at++) {
            if (text[at] == '\n') {
                start = at + 1;
                passed++;
            }
        }
        return start;
    }

    /** Finds the name that a message is about, if the statement has it just once. */
    private static Place atName(String message, String sent) {
        String name = quotedName(message);
        return name.isEmpty()
                ? Place.UNKNOWN
                : Place.atOnly(sent, MySqlLexicon.LEXICON, token -> means(token, name));
    }

    /** Returns the last part of the first name that a message quotes. */
    private static String quotedName(String message) {
        Matcher quoted = QUOTED.matcher(message);
        if (!quoted.find()) {
            return "";
        }
        String name = quoted.group(2);
        return name.substring(name.lastIndexOf('.') + 1).replace("`", "");
    }

    private static boolean means(SqlToken token, String name) {
        return switch (token.kind()) {
            case WORD -> token.text().equalsIgnoreCase(name);
            case QUOTED_IDENTIFIER -> MySqlIdentifiers.read(token.text()).equalsIgnoreCase(name);
            default -> false;
        };
    }

    /** See the manuals, "Server Error Message Reference" and "MariaDB Error Code Reference". */
    private static Kind kind(int code, String state, String sent) {
        return switch (code) {
            // ER_LOCK_WAIT_TIMEOUT, ER_LOCK_NOWAIT
            case 1205, 3572 -> Kind.LOCK_TIMEOUT;
            // ER_LOCK_DEADLOCK, ER_CHECKREAD, ER_XA_RBDEADLOCK
            case 1213, 1020, 1614 -> Kind.CONFLICT;
            // ER_QUERY_INTERRUPTED, ER_STATEMENT_TIMEOUT, ER_QUERY_TIMEOUT
            case 1317, 1969, 3024 -> Kind.CANCELLED;
            // ER_CON_COUNT_ERROR, ER_SERVER_SHUTDOWN, ER_TOO_MANY_USER_CONNECTIONS,
            // ER_CONNECTION_KILLED, ER_CLIENT_INTERACTION_TIMEOUT
            case 1040, 1053, 1203, 1927, 4031 -> Kind.CONNECTION;
            // ER_ACCESS_DENIED_ERROR and its kin, ER_HOST_IS_BLOCKED, ER_HOST_NOT_PRIVILEGED,
            // ER_ACCOUNT_HAS_BEEN_LOCKED, ER_MUST_CHANGE_PASSWORD_LOGIN
            case 1045, 1698, 1129, 1130, 3118, 4151, 1862 -> Kind.LOGIN;
            // ER_DBACCESS_DENIED_ERROR, ER_BAD_DB_ERROR: a statement too may name a database
            case 1044, 1049 -> sent.isEmpty() ? Kind.LOGIN : Kind.STATEMENT;
            default ->
                    state.startsWith("08")
                            ? Kind.CONNECTION
                            : state.startsWith("28") ? Kind.LOGIN : Kind.STATEMENT;
        };
    }

    private static Optional<String> hint(SQLException error) {
        return error.getErrorCode() == 1227
                ? Optional.of("grant the privilege to the user of limbeck.toml, or run it by hand")
                : Optional.empty();
    }
}
