package dev.limbeck.oracle;

import dev.limbeck.dialect.MissingName;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerError.Kind;
import dev.limbeck.dialect.ServerError.Place;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oracle.jdbc.OracleDatabaseException;

/** Takes Oracle's errors apart. */
final class OracleErrors {
    /** The driver puts where to read more behind a message. */
    private static final Pattern READ_MORE =
            Pattern.compile("\\s*https?://docs\\.oracle\\.com\\S*");

    private static final Pattern CODE = Pattern.compile("^(?:ORA|PLS)-\\d{5}: ");

    /** Where a block that was sent doesn't compile. */
    private static final Pattern IN_BLOCK =
            Pattern.compile("(?s)ORA-06550: [^\\n]*?(\\d+)[^\\n\\d]+(\\d+):\\s*(.*)");

    /** A name in quotes, perhaps behind others and a point. */
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"(?![\".])");

    private static final int INVALID_IDENTIFIER = 904;
    private static final int NO_SUCH_TABLE = 942;
    private static final int INSUFFICIENT_PRIVILEGES = 1031;

    private OracleErrors() {}

    static ServerError describe(SQLException error, String sent) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof CompilationException compilation) {
                return compilation.described();
            }
        }
        SQLException culprit = culprit(error);
        String message = message(culprit);
        Matcher block = IN_BLOCK.matcher(message);
        Kind kind = kind(culprit.getErrorCode(), String.valueOf(culprit.getSQLState()), sent);
        if (block.matches()) {
            int line = Integer.parseInt(block.group(1));
            int column = Integer.parseInt(block.group(2));
            return new ServerError(
                    kind,
                    plain(block.group(3).lines().findFirst().orElse(message)),
                    TextPlace.at(sent, line, column),
                    Optional.empty(),
                    Optional.empty());
        }
        return new ServerError(
                kind,
                plain(message.lines().findFirst().orElse(message)),
                place(culprit, message, sent),
                Optional.empty(),
                hint(culprit));
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
        return READ_MORE.matcher(String.valueOf(error.getMessage())).replaceAll("").strip();
    }

    private static String plain(String line) {
        return CODE.matcher(line.strip()).replaceFirst("");
    }

    /** Returns whether an object is not there for this user. */
    static boolean isHidden(SQLException error) {
        int code = culprit(error).getErrorCode();
        return code == NO_SUCH_TABLE || code == INSUFFICIENT_PRIVILEGES;
    }

    static Optional<MissingName> missingName(SQLException error) {
        SQLException culprit = culprit(error);
        Optional<String> name = quotedName(message(culprit));
        return switch (culprit.getErrorCode()) {
            case INVALID_IDENTIFIER ->
                    name.map(text -> new MissingName(MissingName.Kind.COLUMN, text));
            case NO_SUCH_TABLE ->
                    name.map(text -> new MissingName(MissingName.Kind.RELATION, text));
            default -> Optional.empty();
        };
    }

    /** Returns the last part of the first name that a message quotes. */
    private static Optional<String> quotedName(String message) {
        Matcher quoted = QUOTED.matcher(message);
        return quoted.find() ? Optional.of(quoted.group(1)) : Optional.empty();
    }

    /** The server counts from 0; where it says nothing, the name it complains of may tell. */
    private static Place place(SQLException error, String message, String sent) {
        if (sent.isEmpty()) {
            return Place.UNKNOWN;
        }
        int offset = position(error);
        if (offset > 0 && offset < sent.length()) {
            return Place.atOffset(offset, tokenAt(sent, offset));
        }
        return quotedName(message)
                .map(name -> Place.atOnly(sent, OracleLexicon.LEXICON, token -> means(token, name)))
                .orElse(Place.UNKNOWN);
    }

    private static int position(SQLException error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof OracleDatabaseException said) {
                return said.getErrorPosition();
            }
        }
        return 0;
    }

    private static Optional<String> tokenAt(String sent, int offset) {
        List<SqlToken> tokens = SqlTokenizer.significant(sent, OracleLexicon.LEXICON);
        return tokens.stream()
                .filter(token -> token.offset() == offset)
                .map(SqlToken::text)
                .findFirst();
    }

    private static boolean means(SqlToken token, String name) {
        return switch (token.kind()) {
            case WORD, QUOTED_IDENTIFIER -> OracleIdentifiers.read(token.text()).equals(name);
            default -> false;
        };
    }

    /** See "Oracle Database Error Messages". */
    private static Kind kind(int code, String state, String sent) {
        return switch (code) {
            // resource busy, its kin for DDL, WAIT that ran out
            case 54, 4021, 30006, 14411 -> Kind.LOCK_TIMEOUT;
            // deadlock, can't serialize
            case 60, 8177 -> Kind.CONFLICT;
            // cancelled by the user or by the driver
            case 1013, 18705 -> Kind.CANCELLED;
            // shutting down, not there, not yet open, end of file, closed, sessions exceeded,
            // killed,
            // network, listener
            case 18,
                    20,
                    28,
                    1033,
                    1034,
                    1089,
                    1090,
                    1092,
                    2391,
                    2396,
                    3113,
                    3114,
                    3135,
                    12170,
                    12505,
                    12514,
                    12516,
                    12519,
                    12520,
                    12528,
                    12537,
                    12541,
                    12547,
                    12560,
                    17002,
                    17008,
                    17410,
                    17800 ->
                    Kind.CONNECTION;
            // wrong password, locked, expired, no right to log in, invalid user
            case 1005, 1017, 1045, 28000, 28001, 28002 -> Kind.LOGIN;
            default ->
                    state.startsWith("08") || (state.startsWith("66") && sent.isEmpty())
                            ? Kind.CONNECTION
                            : state.startsWith("28") ? Kind.LOGIN : Kind.STATEMENT;
        };
    }

    private static Optional<String> hint(SQLException error) {
        return error.getErrorCode() == INSUFFICIENT_PRIVILEGES
                ? Optional.of("grant the privilege to the user of limbeck.toml, or run it by hand")
                : Optional.empty();
    }
}
