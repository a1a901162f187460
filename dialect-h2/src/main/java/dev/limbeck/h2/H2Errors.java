package dev.limbeck.h2;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerError.Kind;
import dev.limbeck.dialect.ServerError.Place;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;

/** Takes H2's errors apart. */
final class H2Errors {
    private static final String MARK = "[*]";

    /** What a syntax error says: the whole text with a mark at the culprit, quotes doubled. */
    private static final Pattern SYNTAX =
            Pattern.compile(
                    "(Syntax error in SQL statement) \"(.*?)\"(; expected \".*\")?",
                    Pattern.DOTALL);

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
        Kind kind = kind(code);
        Matcher syntax = SYNTAX.matcher(message);
        if (syntax.matches()) {
            String marked = syntax.group(2).replace("\"\"", "\"");
            String expected = syntax.group(3);
            return new ServerError(
                    kind,
                    syntax.group(1) + (expected == null ? "" : expected),
                    place(marked, sent),
                    Optional.empty(),
                    Optional.empty());
        }
        return new ServerError(kind, message, Place.UNKNOWN, Optional.empty(), hint(kind));
    }

    /** Finds the mark: where the two texts part. */
    private static Place place(String marked, String sent) {
        int same = Arrays.mismatch(marked.toCharArray(), sent.toCharArray());
        int at = same < 0 ? -1 : marked.lastIndexOf(MARK, same);
        return at >= 0 && marked.substring(at + MARK.length()).equals(sent.substring(at))
                ? Place.atOffset(at, Optional.empty())
                : Place.UNKNOWN;
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

    private static Optional<String> hint(Kind kind) {
        return kind == Kind.IN_USE
                ? Optional.of(
                        "another process has the database open; end it, or let both use"
                                + " ';AUTO_SERVER=TRUE' or H2's server")
                : Optional.empty();
    }
}
