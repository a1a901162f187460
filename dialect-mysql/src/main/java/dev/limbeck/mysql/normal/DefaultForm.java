package dev.limbeck.mysql.normal;

import dev.limbeck.expression.OwnColumns;
import dev.limbeck.mysql.text.DefaultText;
import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.mysql.type.MySqlTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings defaults to normal form: a constant is what a column of its type makes of it. */
final class DefaultForm {
    private final MySqlTexts texts;
    private final OwnColumns own;

    DefaultForm(MySqlTexts texts, OwnColumns own) {
        this.texts = texts;
        this.own = own;
    }

    /** Returns a default in normal form; none where it is null. */
    Optional<Expression> of(Expression value, ColumnType type) {
        String text = value.source();
        if (text.equalsIgnoreCase("NULL")) {
            return Optional.empty();
        }
        if (MySqlTypes.isMoment(type) && DefaultText.isNow(text)) {
            return Optional.of(value.withCanonical(now(text)));
        }
        if (!DefaultText.isConstant(text)) {
            return Optional.of(texts.value(value, own));
        }
        return Optional.of(value.withCanonical(constant(text, type)));
    }

    /** Returns the normal form of the present moment. */
    static String now(String text) {
        int digits = DefaultText.digits(text);
        return "CURRENT_TIMESTAMP" + (digits == 0 ? "" : "(" + digits + ")");
    }

    private static String constant(String text, ColumnType type) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, MySqlLexicon.LEXICON);
        SqlToken last = tokens.get(tokens.size() - 1);
        String sign = tokens.get(0).isSymbol("-") ? "-" : "";
        Optional<byte[]> bytes = bytes(last);
        String plain = sign + (bytes.isPresent() ? "" : plain(last));
        String name = type.name().name();
        if (name.equals("bit")) {
            BigInteger bits =
                    bytes.map(each -> new BigInteger(1, each)).orElseGet(() -> integer(plain));
            return "b'" + bits.toString(2) + "'";
        }
        if (MySqlTypes.isNumber(type)) {
            return bytes.map(each -> new BigInteger(1, each).toString())
                    .orElseGet(() -> number(plain, type));
        }
        String value = bytes.map(each -> new String(each, StandardCharsets.UTF_8)).orElse(plain);
        if (MySqlTypes.isBinary(type)) {
            byte[] all = bytes.orElseGet(() -> plain.getBytes(StandardCharsets.UTF_8));
            return "0x" + HexFormat.of().formatHex(name.equals("binary") ? trimmed(all) : all);
        }
        return NeutralText.quoted(typed(value, type));
    }

    private static byte[] trimmed(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    /** Returns what a literal of bits or of hexadecimal digits holds. */
    private static Optional<byte[]> bytes(SqlToken token) {
        String text = token.text();
        if (text.length() < 2) {
            return Optional.empty();
        }
        String start = text.substring(0, 2).toLowerCase(Locale.ROOT);
        String digits =
                switch (start) {
                    case "0x", "0b" -> text.substring(2);
                    case "x'", "b'" -> text.substring(2, text.length() - 1);
                    default -> "";
                };
        if (digits.isEmpty() || (token.kind() == SqlToken.Kind.STRING && start.startsWith("0"))) {
            return Optional.empty();
        }
        if (start.contains("b")) {
            return Optional.of(magnitude(new BigInteger(digits, 2)));
        }
        String even = digits.length() % 2 == 0 ? digits : "0" + digits;
        return Optional.of(HexFormat.of().parseHex(even.toLowerCase(Locale.ROOT)));
    }

    private static byte[] magnitude(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return bytes.length > 1 && bytes[0] == 0
                ? Arrays.copyOfRange(bytes, 1, bytes.length)
                : bytes;
    }

    private static String plain(SqlToken token) {
        if (token.kind() == SqlToken.Kind.STRING) {
            return MySqlStrings.value(token.text());
        }
        return switch (token.text().toUpperCase(Locale.ROOT)) {
            case "TRUE" -> "1";
            case "FALSE" -> "0";
            default -> token.text();
        };
    }

    private static BigInteger integer(String digits) {
        return new BigDecimal(digits.strip()).setScale(0, RoundingMode.HALF_UP).toBigInteger();
    }

    private static String number(String text, ColumnType type) {
        try {
            BigDecimal value = new BigDecimal(text.strip());
            if (MySqlTypes.isInteger(type)) {
                return value.setScale(0, RoundingMode.HALF_UP).toPlainString();
            }
            boolean scaled = type.arguments().size() == 2;
            BigDecimal kept =
                    scaled
                            ? value.setScale(
                                    Integer.parseInt(type.arguments().get(1)), RoundingMode.HALF_UP)
                            : value;
            return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return NeutralText.quoted(text);
        }
    }

    private static String typed(String value, ColumnType type) {
        return switch (type.name().name()) {
            case "datetime", "timestamp" -> moment(value, type);
            case "time" -> fraction(value.matches("\\d+:\\d+") ? value + ":00" : value, type);
            case "set" -> set(value, type);
            case "enum" -> value.stripTrailing();
            default -> value;
        };
    }

    private static String moment(String value, ColumnType type) {
        String whole = value.matches("\\d+-\\d+-\\d+") ? value + " 00:00:00" : value;
        return fraction(whole.replace('T', ' '), type);
    }

    /** A second has as many digits as the type has. */
    private static String fraction(String value, ColumnType type) {
        int digits = type.arguments().isEmpty() ? 0 : Integer.parseInt(type.arguments().get(0));
        int point = value.indexOf('.');
        String whole = point < 0 ? value : value.substring(0, point);
        String part = point < 0 ? "" : value.substring(point + 1);
        if (digits == 0) {
            return part.matches("0*") ? whole : value;
        }
        return whole
                + "."
                + (part + "0".repeat(digits)).substring(0, Math.max(digits, part.length()));
    }

    private static String set(String value, ColumnType type) {
        List<String> chosen = List.of(value.split(","));
        List<String> known =
                type.arguments().stream()
                        .map(MySqlStrings::value)
                        .filter(chosen::contains)
                        .toList();
        return known.size() == chosen.size()
                ? known.stream().collect(Collectors.joining(","))
                : value;
    }
}
