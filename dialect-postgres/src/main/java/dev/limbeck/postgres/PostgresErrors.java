package dev.limbeck.postgres;

import dev.limbeck.dialect.MissingName;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerError.Kind;
import dev.limbeck.dialect.ServerError.Place;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Takes PostgreSQL's errors apart. */
final class PostgresErrors {
    /** The context's words are translated as the server's language has it, its names are not. */
    private static final Pattern IN_COPY = Pattern.compile("COPY [^\\n]*?, \\p{L}+ (\\d+)");

    private static final Pattern IN_DO_BLOCK = Pattern.compile("inline_code_block\\D+(\\d+)");

    private static final Pattern QUALIFIED = Pattern.compile("\\w+\\.(\\w+)");

    private PostgresErrors() {}

    static ServerError describe(SQLException error, String sent) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof PSQLException thrown) {
                ServerErrorMessage said = thrown.getServerErrorMessage();
                Kind kind = kind(String.valueOf(thrown.getSQLState()));
                return said == null
                        ? new ServerError(
                                kind,
                                String.valueOf(thrown.getMessage()),
                                Place.UNKNOWN,
                                Optional.empty(),
                                Optional.empty())
                        : new ServerError(
                                kind,
                                String.valueOf(said.getMessage()),
                                place(said, sent),
                                Optional.ofNullable(said.getDetail()),
                                Optional.ofNullable(said.getHint()));
            }
        }
        return ServerError.of(String.valueOf(error.getMessage()));
    }

    /** The server quotes names, but for those that stand behind another's point. */
    static Optional<MissingName> missingName(SQLException error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof PSQLException thrown && thrown.getServerErrorMessage() != null) {
                String message = String.valueOf(thrown.getServerErrorMessage().getMessage());
                Optional<String> name =
                        quoted(message)
                                .or(
                                        () -> {
                                            Matcher bare = QUALIFIED.matcher(message);
                                            return bare.find()
                                                    ? Optional.of(bare.group(1))
                                                    : Optional.empty();
                                        })
                                .map(full -> full.substring(full.lastIndexOf('.') + 1));
                return switch (String.valueOf(thrown.getSQLState())) {
                    case "42703" ->
                            name.map(text -> new MissingName(MissingName.Kind.COLUMN, text));
                    case "42P01" ->
                            name.map(text -> new MissingName(MissingName.Kind.RELATION, text));
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    private static Place place(ServerErrorMessage said, String sent) {
        if (said.getPosition() > 0) {
            return inStatement(sent, said.getPosition(), said.getMessage());
        }
        String inner = said.getInternalQuery();
        if (inner != null && said.getInternalPosition() > 0) {
            int start = onlyIndex(sent, inner);
            if (start >= 0) {
                int offset = offset(sent, start, sent.length(), said.getInternalPosition());
                return at(offset, sent, said.getMessage());
            }
        }
        String context = said.getWhere();
        if (context != null) {
            Matcher copy = IN_COPY.matcher(context);
            if (copy.lookingAt()) {
                return Place.atDataLine(Integer.parseInt(copy.group(1)));
            }
            Matcher block = IN_DO_BLOCK.matcher(context);
            if (block.find()) {
                return inBody(sent, Integer.parseInt(block.group(1)));
            }
        }
        return atName(sent, said.getMessage());
    }

    /** Of many statements the server tells no position; the name it complains of may tell. */
    private static Place atName(String sent, @Nullable String message) {
        return quoted(message)
                .map(
                        name ->
                                Place.atOnly(
                                        sent, PostgresLexicon.LEXICON, token -> means(token, name)))
                .orElse(Place.UNKNOWN);
    }

    private static boolean means(SqlToken token, String name) {
        return switch (token.kind()) {
            case WORD -> token.text().equalsIgnoreCase(name);
            case QUOTED_IDENTIFIER -> token.text().equals(PostgresIdentifiers.INSTANCE.quote(name));
            default -> false;
        };
    }

    /**
     * The driver sends a text of several statements in pieces, and the position counts from the
     * start of a piece. Which piece failed is not told; the culprit's name tells.
     */
    private static Place inStatement(String sent, int position, @Nullable String message) {
        var starts = pieces(sent);
        if (starts.size() == 1) {
            return at(offset(sent, 0, sent.length(), position), sent, message);
        }
        var places = new ArrayList<Place>();
        for (int i = 0; i < starts.size(); i++) {
            // The first may be all: semicolons also stand in the body of a function.
            int end = i == 0 || i + 1 == starts.size() ? sent.length() : starts.get(i + 1);
            Place place = at(offset(sent, starts.get(i), end, position), sent, message);
            if (place.token().isPresent()) {
                places.add(place);
            }
        }
        return places.size() == 1 ? places.get(0) : Place.UNKNOWN;
    }

    private static List<Integer> pieces(String sent) {
        var starts = new ArrayList<>(List.of(0));
        var tokens = SqlTokenizer.significant(sent, PostgresLexicon.LEXICON);
        for (SqlToken token : tokens.subList(0, Math.max(0, tokens.size() - 1))) {
            if (token.isSymbol(";")) {
                starts.add(token.end());
            }
        }
        return starts;
    }

    /** Lines of a body are counted from the one in which its opening quote stands. */
    private static Place inBody(String sent, int line) {
        return SqlTokenizer.significant(sent, PostgresLexicon.LEXICON).stream()
                .filter(token -> token.kind() == SqlToken.Kind.STRING)
                .findFirst()
                .map(body -> Place.atLine(line + newlines(sent.substring(0, body.offset()))))
                .orElse(Place.UNKNOWN);
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }

    /** The server counts characters from 1, Java counts halves of some of them from 0. */
    private static int offset(String text, int start, int end, int position) {
        int offset = start;
        for (int i = 1; i < position && offset < end; i++) {
            offset += Character.charCount(text.codePointAt(offset));
        }
        return offset;
    }

    private static int onlyIndex(String text, String part) {
        int first = text.indexOf(part);
        return first >= 0 && text.indexOf(part, first + 1) < 0 ? first : -1;
    }

    private static Place at(int offset, String sent, @Nullable String message) {
        return Place.atOffset(
                offset, quoted(message).filter(name -> sent.startsWith(name, offset)));
    }

    /** Returns what stands in the first pair of double quotes, whatever the message's language. */
    private static Optional<String> quoted(@Nullable String message) {
        if (message == null) {
            return Optional.empty();
        }
        int open = message.indexOf('"');
        int close = message.indexOf('"', open + 1);
        return open >= 0 && close > open + 1
                ? Optional.of(message.substring(open + 1, close))
                : Optional.empty();
    }

    /** See the manual, appendix "PostgreSQL Error Codes". */
    private static Kind kind(String state) {
        return switch (state) {
            case "55P03" -> Kind.LOCK_TIMEOUT;
            case "40P01", "40001" -> Kind.CONFLICT;
            case "57014" -> Kind.CANCELLED;
            case "3D000" -> Kind.LOGIN;
            // Shut down, starting up, too many connections.
            case "57P01", "57P02", "57P03", "57P05", "53300" -> Kind.CONNECTION;
            default ->
                    state.startsWith("08")
                            ? Kind.CONNECTION
                            : state.startsWith("28") ? Kind.LOGIN : Kind.STATEMENT;
        };
    }
}
