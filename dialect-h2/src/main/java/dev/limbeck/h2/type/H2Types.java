package dev.limbeck.h2.type;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.h2.text.H2Lexicon;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ColumnType.TimeZone;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Types as H2 writes them, to and from their canonical form.
 *
 * <p>In canonical form a type has its short name in lower case ({@code varchar}, {@code clob}), and
 * no argument that says what holds without it: {@code timestamp(6)} is {@code timestamp}. The
 * fields of an interval are a modifier, and so are the greatest lengths of arrays.
 */
public final class H2Types {
    /** The modifier of an interval that says which fields it has. */
    static final String FIELDS = "fields";

    /**
     * The modifier of an array that has a greatest length other than the server's: one number for
     * each dimension, the innermost first, empty where it is the server's.
     */
    static final String CARDINALITY = "cardinality";

    private static final String LARGEST_STRING = "1000000000";
    private static final String LARGEST_ARRAY = "65536";

    /** The arguments that a type has without saying so. */
    private static final Map<String, List<String>> DEFAULTS =
            Map.ofEntries(
                    Map.entry("char", List.of("1")),
                    Map.entry("binary", List.of("1")),
                    Map.entry("varchar", List.of(LARGEST_STRING)),
                    Map.entry("varchar_ignorecase", List.of(LARGEST_STRING)),
                    Map.entry("varbinary", List.of(LARGEST_STRING)),
                    Map.entry("json", List.of(LARGEST_STRING)),
                    Map.entry("java_object", List.of(LARGEST_STRING)),
                    Map.entry("clob", List.of(String.valueOf(Long.MAX_VALUE))),
                    Map.entry("blob", List.of(String.valueOf(Long.MAX_VALUE))),
                    Map.entry("decfloat", List.of("100000")),
                    Map.entry("time", List.of("0")),
                    Map.entry("timestamp", List.of("6")));

    private H2Types() {}

    /**
     * Returns the type of a text that holds nothing else.
     *
     * @throws dev.limbeck.ddl.DdlSyntaxException where it is no type
     */
    public static ColumnType parse(String text) {
        TokenCursor cursor = new TokenCursor(text, H2Lexicon.LEXICON);
        ColumnType type = new H2TypeReader(cursor).read();
        cursor.requireEnd();
        return type;
    }

    /** Returns a type without what it says needlessly. */
    public static ColumnType canonical(ColumnType type) {
        List<String> arguments = type.arguments();
        String name = type.name().inDefaultSchema() ? type.name().name() : "";
        if (name.equals("numeric")) {
            arguments = numeric(arguments);
        } else if (name.equals("interval")) {
            arguments = interval(type.modifiers().get(FIELDS).orElse(""), arguments);
        } else if (arguments.equals(DEFAULTS.get(name))) {
            arguments = List.of();
        }
        return withCardinality(
                type.withArguments(arguments),
                type.modifiers().get(CARDINALITY).map(H2Types::split).orElse(List.of()));
    }

    private static List<String> numeric(List<String> arguments) {
        boolean whole = arguments.size() == 2 && arguments.get(1).equals("0");
        List<String> shorter = whole ? arguments.subList(0, 1) : arguments;
        return shorter.equals(List.of("100000")) ? List.of() : shorter;
    }

    /** Returns the digits before the point and behind it, as far as they have to be said. */
    private static List<String> interval(String fields, List<String> arguments) {
        List<String> shorter = new ArrayList<>(arguments);
        boolean seconds = fields.endsWith("SECOND");
        if (shorter.size() == 2 && shorter.get(1).equals(seconds ? "6" : "0")) {
            shorter.remove(1);
        }
        return shorter.equals(List.of("2")) ? List.of() : shorter;
    }

    private static List<String> split(String cardinality) {
        return List.of(cardinality.split(",", -1));
    }

    /** Returns an array of a type's values. */
    static ColumnType arrayOf(ColumnType element, String cardinality) {
        List<String> all =
                new ArrayList<>(
                        element.modifiers()
                                .get(CARDINALITY)
                                .map(H2Types::split)
                                .orElseGet(
                                        () -> Collections.nCopies(element.arrayDimensions(), "")));
        all.add(cardinality);
        return withCardinality(element.withArrayDimensions(element.arrayDimensions() + 1), all);
    }

    private static ColumnType withCardinality(ColumnType type, List<String> numbers) {
        List<String> needed =
                numbers.stream().map(number -> number.equals(LARGEST_ARRAY) ? "" : number).toList();
        boolean usual = needed.stream().allMatch(String::isEmpty);
        return type.withModifiers(
                usual
                        ? type.modifiers().without(CARDINALITY)
                        : type.modifiers().with(CARDINALITY, String.join(",", needed)));
    }

    /** Returns a type as a person writes it. */
    public static String render(ColumnType type) {
        StringBuilder text = new StringBuilder(element(type));
        List<String> cardinality =
                type.modifiers().get(CARDINALITY).map(H2Types::split).orElse(List.of());
        for (int i = 0; i < type.arrayDimensions(); i++) {
            text.append(" array");
            String most = i < cardinality.size() ? cardinality.get(i) : "";
            if (!most.isEmpty()) {
                text.append('[').append(most).append(']');
            }
        }
        return text.toString();
    }

    private static String element(ColumnType type) {
        QualifiedName name = type.name();
        if (!isBuiltIn(name)) {
            return H2Names.write(name);
        }
        if (name.name().equals("interval")) {
            return interval(type);
        }
        String zone = type.timeZone() == TimeZone.WITH ? " with time zone" : "";
        return name.name() + parenthesized(type.arguments()) + zone;
    }

    private static String parenthesized(List<String> arguments) {
        return arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
    }

    private static String interval(ColumnType type) {
        String fields = type.modifiers().get(FIELDS).orElse("");
        int to = fields.indexOf(" TO ");
        List<String> arguments = type.arguments();
        if (to < 0) {
            return "interval " + fields.toLowerCase(Locale.ROOT) + parenthesized(arguments);
        }
        String first = arguments.isEmpty() || arguments.get(0).equals("2") ? "" : arguments.get(0);
        return "interval "
                + fields.substring(0, to).toLowerCase(Locale.ROOT)
                + (first.isEmpty() ? "" : "(" + first + ")")
                + fields.substring(to).toLowerCase(Locale.ROOT)
                + (arguments.size() == 2 ? "(" + arguments.get(1) + ")" : "");
    }

    /** Returns whether a type is H2's own: its name has lower case letters and no schema. */
    public static boolean isBuiltIn(QualifiedName name) {
        return name.inDefaultSchema() && H2TypeReader.isBuiltIn(name.name());
    }
}
