package dev.limbeck.h2;

import dev.limbeck.dialect.MissingName;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerError.Kind;
import dev.limbeck.dialect.ServerError.Place;
import dev.limbeck.h2.text.H2Identifiers;
import dev.limbeck.h2.text.H2Lexicon;
import dev.limbeck.sql.SqlToken;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;

/** Takes H2's errors apart. */
final class H2Errors {
    private static final String MARK = "[*]";

    /** What H2's lock file says to the slower of two that open a database. */
    private static final List<String> LOST_RACES =
            List.of(
                    "Lock file recently modified",
                    "Another process was faster",
                    "Concurrent update");

    /** What the clients of a process hear that closes the database. */
    private static final Set<Integer> LEFT_ALONE =
            Set.of(
                    ErrorCode.CONNECTION_BROKEN_1,
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.OBJECT_CLOSED,
                    ErrorCode.DATABASE_ALREADY_OPEN_1);

    private static final String TRY_AGAIN =
            "another process is just opening the database; run the command again, or let 'upgrade"
                    + " --wait 30s' wait for it";

    /** What a syntax error says: the whole text with a mark at the culprit, quotes doubled. */
    private static final Pattern SYNTAX =
            Pattern.compile(
                    "(Syntax error in SQL statement) \"(.*?)\"(; expected \".*\")?",
                    Pattern.DOTALL);

    /** How H2 writes quotes, backslashes and characters that don't print. */
    private static final Pattern ESCAPE =
            Pattern.compile("\"\"|\\\\\\\\|\\\\\\+[0-9a-f]{6}|\\\\[0-9a-f]{4}");

    private H2Errors() {}

    static ServerError describe(SQLException error, String sent) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof JdbcException known && each instanceof SQLException thrown) {
                return describe(known, thrown.getErrorCode(), sent);
            }
        }
        return ServerError.of(String.valueOf(error.getMessage()));
    }

    private static ServerError describe(JdbcException error, int code, String sent) {
        String message = String.valueOf(error.getOriginalMessage());
        boolean changesHands = changesHands(code, message);
        Kind kind = changesHands ? Kind.IN_USE : kind(code);
        Matcher syntax = SYNTAX.matcher(message);
        if (syntax.matches()) {
            String expected = syntax.group(3);
            return new ServerError(
                    kind,
                    syntax.group(1) + (expected == null ? "" : expected),
                    atMark(unescape(syntax.group(2)), String.valueOf(error.getSQL()), sent),
                    Optional.empty(),
                    Optional.empty());
        }
        return new ServerError(
                kind,
                message,
                atName(message, sent),
                Optional.empty(),
                changesHands ? Optional.of(TRY_AGAIN) : hint(kind, code));
    }

    /**
     * Returns whether a file is just being opened by another process: with {@code AUTO_SERVER} the
     * first one serves the others, and where it ends one of these takes over.
     */
    static boolean changesHands(int code, String message) {
        return code == ErrorCode.ERROR_OPENING_DATABASE_1
                && LOST_RACES.stream().anyMatch(message::contains);
    }

    /**
     * Returns whether the process that served a database is gone, or another one is just taking
     * over.
     */
    static boolean changesHands(SQLException error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof JdbcException known && each instanceof SQLException thrown) {
                return changesHands(
                                thrown.getErrorCode(), String.valueOf(known.getOriginalMessage()))
                        || LEFT_ALONE.contains(thrown.getErrorCode());
            }
        }
        return false;
    }

    static Optional<MissingName> missingName(SQLException error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof JdbcException known && each instanceof SQLException thrown) {
                String full = firstQuoted(String.valueOf(known.getOriginalMessage()));
                String name = full.substring(full.lastIndexOf('.') + 1);
                return switch (thrown.getErrorCode()) {
                    case ErrorCode.COLUMN_NOT_FOUND_1 ->
                            Optional.of(new MissingName(MissingName.Kind.COLUMN, name));
                    case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1 ->
                            Optional.of(new MissingName(MissingName.Kind.RELATION, name));
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    private static String unescape(String quoted) {
        return ESCAPE.matcher(quoted)
                .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group())));
    }

    private static String unescaped(String escape) {
        return switch (escape.charAt(1)) {
            case '"', '\\' -> escape.substring(1);
            case '+' -> Character.toString(Integer.parseInt(escape.substring(2), 16));
            default -> Character.toString(Integer.parseInt(escape.substring(1), 16));
        };
    }

    /**
     * Finds where the marked text and the statement part; of several sent at once it is the last.
     */
    private static Place atMark(String marked, String failed, String sent) {
        int same = Arrays.mismatch(marked.toCharArray(), failed.toCharArray());
        int at = same < 0 ? -1 : marked.lastIndexOf(MARK, same);
        return at >= 0
                        && marked.substring(at + MARK.length()).equals(failed.substring(at))
                        && sent.endsWith(failed)
                ? Place.atOffset(sent.length() - failed.length() + at, Optional.empty())
                : Place.UNKNOWN;
    }

    /** Finds the name that a message is about, if the statement has it just once. */
    private static Place atName(String message, String sent) {
        String name = firstQuoted(message);
        return name.isEmpty()
                ? Place.UNKNOWN
                : Place.atOnly(sent, H2Lexicon.LEXICON, token -> means(token, name));
    }

    /** Returns what stands in the first pair of quotes; a doubled one inside does not end it. */
    private static String firstQuoted(String message) {
        int open = message.indexOf('"');
        int close = message.indexOf('"', open + 1);
        while (close >= 0 && message.startsWith("\"\"", close)) {
            close = message.indexOf('"', close + 2);
        }
        return open >= 0 && close > open ? unescape(message.substring(open + 1, close)) : "";
    }

    private static boolean means(SqlToken token, String name) {
        return switch (token.kind()) {
            case WORD -> token.text().equalsIgnoreCase(name);
            case QUOTED_IDENTIFIER -> token.text().equals(H2Identifiers.INSTANCE.quote(name));
            default -> false;
        };
    }

    private static Kind kind(int code) {
        return switch (code) {
            case ErrorCode.CONNECTION_BROKEN_1,
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.OBJECT_CLOSED ->
                    Kind.CONNECTION;
            case ErrorCode.DATABASE_ALREADY_OPEN_1, ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE ->
                    Kind.IN_USE;
            case ErrorCode.WRONG_USER_OR_PASSWORD,
                    ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1,
                    ErrorCode.REMOTE_DATABASE_NOT_FOUND_1,
                    ErrorCode.REMOTE_CONNECTION_NOT_ALLOWED ->
                    Kind.LOGIN;
            case ErrorCode.LOCK_TIMEOUT_1 -> Kind.LOCK_TIMEOUT;
            case ErrorCode.DEADLOCK_1, ErrorCode.CONCURRENT_UPDATE_1 -> Kind.CONFLICT;
            case ErrorCode.STATEMENT_WAS_CANCELED -> Kind.CANCELLED;
            default -> Kind.STATEMENT;
        };
    }

    private static Optional<String> hint(Kind kind, int code) {
        if (kind == Kind.IN_USE) {
            return Optional.of(
                    "another process has the database open; end it, or let both use"
                            + " ';AUTO_SERVER=TRUE' or H2's server");
        }
        return switch (code) {
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 ->
                    Optional.of("may this user write the database's file and its folder?");
            case ErrorCode.DATABASE_IS_READ_ONLY ->
                    Optional.of("this user may only read the database's file");
            default -> Optional.empty();
        };
    }
}
