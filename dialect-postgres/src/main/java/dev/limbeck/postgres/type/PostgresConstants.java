package dev.limbeck.postgres.type;

import dev.limbeck.expression.Constants;
import dev.limbeck.expression.Node;
import dev.limbeck.expression.SqlType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The normal forms of constants, by their types; what isn't known stays as it is written. */
final class PostgresConstants {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> TRUE = Set.of("t", "true", "y", "yes", "on", "1");
    private static final Set<String> FALSE = Set.of("f", "false", "n", "no", "off", "0");
    private static final Pattern WHOLE_RANGE =
            Pattern.compile("([\\[(])(-?[0-9]*),(-?[0-9]*)([\\])])");

    private static final Map<String, UnaryOperator<String>> TEXTS =
            Map.ofEntries(
                    Map.entry("date", DateTimeConstants::date),
                    Map.entry("timestamp without time zone", DateTimeConstants::timestamp),
                    Map.entry("timestamp with time zone", DateTimeConstants::timestampWithZone),
                    Map.entry("time without time zone", DateTimeConstants::time),
                    Map.entry("time with time zone", DateTimeConstants::timeWithZone),
                    Map.entry("uuid", PostgresConstants::uuid),
                    Map.entry("jsonb", value -> JsonbText.normalize(value).orElse(value)),
                    Map.entry("bytea", PostgresConstants::bytes),
                    Map.entry("inet", PostgresConstants::inet),
                    Map.entry("cidr", value -> value.strip().toLowerCase(Locale.ROOT)),
                    Map.entry("macaddr", value -> value.strip().toLowerCase(Locale.ROOT)),
                    Map.entry("int4range", PostgresConstants::wholeRange),
                    Map.entry("int8range", PostgresConstants::wholeRange),
                    Map.entry("numrange", PostgresConstants::withoutBlanks),
                    Map.entry("point", PostgresConstants::withoutBlanks),
                    Map.entry("box", PostgresConstants::withoutBlanks),
                    Map.entry("circle", PostgresConstants::withoutBlanks),
                    Map.entry("regclass", PostgresConstants::objectName),
                    Map.entry("regconfig", PostgresConstants::objectName));

    private final PostgresCoercions coercions;

    PostgresConstants(PostgresCoercions coercions) {
        this.coercions = coercions;
    }

    Node normalize(String value, SqlType type) {
        if (type.array()) {
            return array(value, type);
        }
        SqlType base = coercions.base(type);
        if (!base.equals(type)) {
            return Constants.cast(normalize(value, base.bare()), type);
        }
        if (!coercions.isBuiltin(type)) {
            return Constants.string(value, type);
        }
        String name = type.name().name();
        if (NUMBERS.contains(name) && NUMBER.matcher(value.strip()).matches()) {
            return Constants.number(value.strip().replaceFirst("^\\+", ""), type);
        }
        if (name.equals("boolean")) {
            return truth(value.strip().toLowerCase(Locale.ROOT), value, type);
        }
        if (name.equals("interval")) {
            return Constants.string(IntervalText.normalize(value, type.modifiers()), type);
        }
        return Constants.string(
                TEXTS.getOrDefault(name, UnaryOperator.identity()).apply(value), type);
    }

    private static Node truth(String word, String value, SqlType type) {
        if (TRUE.contains(word)) {
            return Constants.truth(true);
        }
        return FALSE.contains(word) ? Constants.truth(false) : Constants.string(value, type);
    }

    private Node array(String value, SqlType type) {
        Optional<List<Optional<String>>> items = ArrayText.items(value);
        if (items.isEmpty()) {
            return Constants.string(value, type);
        }
        List<Node> nodes = new ArrayList<>();
        SqlType element = type.element();
        for (Optional<String> item : items.get()) {
            nodes.add(
                    item.map(text -> normalize(text, element))
                            .orElseGet(() -> Constants.ofNull(element.bare())));
        }
        return Constants.array(nodes, type);
    }

    private static String uuid(String value) {
        String digits = value.strip().toLowerCase(Locale.ROOT).replaceAll("[{}-]", "");
        return digits.matches("[0-9a-f]{32}")
                ? digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
                : value;
    }

    /** Bytes are written as hexadecimal digits; text without escapes stands for its own bytes. */
    private static String bytes(String value) {
        if (value.startsWith("\\x")) {
            return value.toLowerCase(Locale.ROOT).replace(" ", "");
        }
        return value.contains("\\")
                ? value
                : "\\x" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String inet(String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        return text.matches("[0-9.]+/32") ? text.substring(0, text.length() - 3) : text;
    }

    private static String withoutBlanks(String value) {
        return value.contains("\"") ? value : value.replace(" ", "");
    }

    /** Ranges of whole numbers include their lower bound and exclude the upper one. */
    private static String wholeRange(String value) {
        Matcher range = WHOLE_RANGE.matcher(value.replace(" ", ""));
        if (!range.matches()) {
            return value.strip();
        }
        try {
            String low = range.group(2);
            String high = range.group(3);
            boolean above = range.group(1).equals("(") && !low.isEmpty();
            boolean with = range.group(4).equals("]") && !high.isEmpty();
            String from = above ? String.valueOf(Long.parseLong(low) + 1) : low;
            String to = with ? String.valueOf(Long.parseLong(high) + 1) : high;
            return (from.isEmpty() ? "(" : "[") + from + "," + to + ")";
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static String objectName(String value) {
        String name = value.strip();
        for (String idle : List.of("public.", "pg_catalog.", "\"public\".")) {
            name = name.startsWith(idle) ? name.substring(idle.length()) : name;
        }
        return name.replaceAll("\"([a-z_][a-z0-9_]*)\"", "$1");
    }
}
