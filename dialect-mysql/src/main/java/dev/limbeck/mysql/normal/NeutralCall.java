package dev.limbeck.mysql.normal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Spells calls in words that the shared reader of expressions knows. */
final class NeutralCall {
    /** Names of functions that are but another name, by the one that stands for all. */
    private static final Map<String, String> OTHER_NAMES =
            Map.ofEntries(
                    Map.entry("lcase", "lower"),
                    Map.entry("ucase", "upper"),
                    Map.entry("substr", "substring"),
                    Map.entry("mid", "substring"),
                    Map.entry("ceil", "ceiling"),
                    Map.entry("power", "pow"),
                    Map.entry("character_length", "char_length"),
                    Map.entry("octet_length", "length"),
                    Map.entry("day", "dayofmonth"),
                    Map.entry("now", "current_timestamp"),
                    Map.entry("localtime", "current_timestamp"),
                    Map.entry("localtimestamp", "current_timestamp"),
                    Map.entry("current_date", "curdate"),
                    Map.entry("current_time", "curtime"),
                    Map.entry("sha", "sha1"),
                    Map.entry("std", "stddev"),
                    Map.entry("stddev_pop", "stddev"),
                    Map.entry("variance", "var_pop"),
                    Map.entry("schema", "database"),
                    Map.entry("session_user", "user"),
                    Map.entry("system_user", "user"),
                    Map.entry("sign", "sign"));

    private final NeutralText text;

    NeutralCall(NeutralText text) {
        this.text = text;
    }

    String of(String written, List<Piece> arguments) {
        String name = written.toLowerCase(Locale.ROOT);
        List<List<Piece>> parts = Piece.split(arguments, ",");
        switch (name) {
            case "count":
                if (parts.size() == 1 && arguments.size() == 1 && arguments.get(0).isNumber()) {
                    return call(name, "*");
                }
                break;
            case "isnull":
                return "((" + text.inside(arguments) + ") IS NULL)";
            case "regexp_like":
                if (parts.size() == 2) {
                    return infix(parts, "REGEXP");
                }
                break;
            case "mod":
                if (parts.size() == 2) {
                    return infix(parts, "%");
                }
                break;
            case "cast":
                return cast(arguments);
            case "convert":
                return convert(arguments);
            case "rollup_group_item", "rollup_sum_switcher":
                // What MySQL wraps around values that WITH ROLLUP may leave out.
                return "(" + text.inside(parts.get(0)) + ")";
            case "position":
                return position(arguments);
            case "group_concat":
                return groupConcat(arguments);
            default:
                break;
        }
        return ofMoments(name, parts, arguments)
                .orElseGet(
                        () -> call(OTHER_NAMES.getOrDefault(name, name), text.inside(arguments)));
    }

    /** Returns a call of a function over moments and days that has another spelling. */
    private Optional<String> ofMoments(
            String name, List<List<Piece>> parts, List<Piece> arguments) {
        return switch (name) {
            case "date_add", "adddate" ->
                    Optional.of(parts)
                            .filter(NeutralCall::isInterval)
                            .map(pair -> infix(pair, "+"));
            case "date_sub", "subdate" ->
                    Optional.of(parts)
                            .filter(NeutralCall::isInterval)
                            .map(pair -> infix(pair, "-"));
            case "datediff" ->
                    Optional.of(parts)
                            .filter(pair -> pair.size() == 2)
                            .map(pair -> "(" + days(pair.get(0)) + " - " + days(pair.get(1)) + ")");
            case "date" ->
                    Optional.of(parts)
                            .filter(all -> all.size() == 1)
                            .map(all -> call("cast_as", text.inside(arguments) + ", 'date'"));
            case "timestampdiff", "timestampadd" ->
                    Optional.of(parts)
                            .filter(all -> all.size() == 3 && all.get(0).size() == 1)
                            .map(all -> unit(all.get(0).get(0)))
                            .map(unit -> call(name, unit + ", " + text.inside(behind(arguments))));
            default -> Optional.empty();
        };
    }

    private String days(List<Piece> moment) {
        return call("to_days", text.inside(moment));
    }

    private static String call(String name, String arguments) {
        return "\"" + name + "\" (" + arguments + ")";
    }

    private String infix(List<List<Piece>> parts, String operator) {
        return parts.stream()
                .map(part -> "(" + text.inside(part) + ")")
                .collect(Collectors.joining(" " + operator + " ", "(", ")"));
    }

    private static boolean isInterval(List<List<Piece>> parts) {
        return parts.size() == 2 && !parts.get(1).isEmpty() && parts.get(1).get(0).is("INTERVAL");
    }

    /** The type that a value is cast to is but another argument. */
    private String cast(List<Piece> arguments) {
        int as = Piece.find(arguments, 0, "AS");
        if (as < 0) {
            return call("cast", text.inside(arguments));
        }
        return cast(arguments.subList(0, as), arguments.subList(as + 1, arguments.size()));
    }

    private String cast(List<Piece> operand, List<Piece> type) {
        return call("cast_as", text.inside(operand) + ", " + NeutralText.quoted(typeName(type)));
    }

    /** The character set of the connection is what a cast to characters takes anyway. */
    private static String typeName(List<Piece> type) {
        StringBuilder name = new StringBuilder();
        for (Piece piece : type) {
            if (piece.is("CHARSET") || piece.is("CHARACTER") || piece.is("COLLATE")) {
                boolean bytes =
                        type.stream().anyMatch(each -> each.is("binary")) && !piece.is("COLLATE");
                return bytes ? "binary" + name.substring("char".length()) : name.toString();
            }
            boolean idle = piece.is("INTEGER") || piece.is("INT");
            if (!idle || name.isEmpty()) {
                name.append(
                        piece.isGroup()
                                ? piece.content().stream()
                                        .map(each -> each.token().text())
                                        .collect(Collectors.joining("", "(", ")"))
                                : piece.token().text().toLowerCase(Locale.ROOT));
            }
        }
        return name.toString();
    }

    private static String unit(Piece piece) {
        String word = piece.upper();
        String plain = word.startsWith("SQL_TSI_") ? word.substring("SQL_TSI_".length()) : word;
        return NeutralText.quoted(plain.toLowerCase(Locale.ROOT));
    }

    private static List<Piece> behind(List<Piece> arguments) {
        return arguments.subList(Piece.find(arguments, 0, ",") + 1, arguments.size());
    }

    private String convert(List<Piece> arguments) {
        int using = Piece.find(arguments, 0, "USING");
        if (using >= 0) {
            return call(
                    "convert_using",
                    text.inside(arguments.subList(0, using))
                            + ", "
                            + NeutralText.quoted(arguments.get(using + 1).name()));
        }
        int comma = Piece.find(arguments, 0, ",");
        return comma < 0
                ? call("convert", text.inside(arguments))
                : cast(arguments.subList(0, comma), arguments.subList(comma + 1, arguments.size()));
    }

    private String position(List<Piece> arguments) {
        int in = Piece.find(arguments, 0, "IN");
        return in < 0
                ? call("position", text.inside(arguments))
                : call(
                        "locate",
                        text.inside(arguments.subList(0, in))
                                + ", "
                                + text.inside(arguments.subList(in + 1, arguments.size())));
    }

    private String groupConcat(List<Piece> arguments) {
        int separator = Piece.find(arguments, 0, "SEPARATOR");
        if (separator < 0) {
            return call("group_concat", text.inside(arguments));
        }
        String values = text.inside(arguments.subList(0, separator));
        String between = text.inside(arguments.subList(separator + 1, arguments.size()));
        boolean usual = between.equals("','");
        return usual
                ? call("group_concat", values)
                : call("group_concat by " + between.replace("\"", "\"\""), values);
    }
}
