package dev.limbeck.expression;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the names of types. */
final class TypeParser {
    private static final Set<String> FIELDS =
            Set.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND");

    private static final Set<String> ONE_BY_DEFAULT = Set.of("character", "char", "nchar", "bit");

    private final TokenCursor cursor;

    TypeParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a type. */
    SqlType read() {
        SqlType element = scalar();
        boolean array = false;
        while (cursor.acceptSymbol("[")) {
            if (cursor.peek().kind() == Kind.NUMBER) {
                cursor.next();
            }
            cursor.expectSymbol("]");
            array = true;
        }
        if (!array && cursor.accept("ARRAY")) {
            array = true;
            if (cursor.acceptSymbol("[")) {
                cursor.next();
                cursor.expectSymbol("]");
            }
        }
        return array ? element.toArray() : element;
    }

    private SqlType scalar() {
        SqlGrammar grammar = cursor.grammar();
        if (cursor.peek().kind() == Kind.QUOTED_IDENTIFIER) {
            return named(cursor.path());
        }
        String phrase = phrase();
        if (phrase.isEmpty()) {
            List<String> path = new ArrayList<>();
            path.add(cursor.anyName());
            while (cursor.acceptSymbol(".")) {
                path.add(cursor.anyName());
            }
            List<String> shortened = grammar.withoutIdleSchema(path);
            if (shortened.size() > 1 || (path.size() > 1 && shortened.equals(path))) {
                return named(path);
            }
            phrase = shortened.get(0);
        }
        String arguments = arguments();
        String name = withZone(phrase.toLowerCase(Locale.ROOT));
        if (name.equals("interval")) {
            return SqlType.of(name).withModifiers(fields(arguments));
        }
        if (arguments.isEmpty()) {
            arguments = ONE_BY_DEFAULT.contains(name) ? "(1)" : "";
        }
        if (name.matches("numeric|decimal|dec") && arguments.matches("\\([0-9]+\\)")) {
            arguments = arguments.replace(")", ",0)");
        }
        String canonical = grammar.typeNames().get(name);
        if (canonical == null) {
            return named(List.of(phrase)).withModifiers(arguments);
        }
        return SqlType.of(canonical).withModifiers(arguments);
    }

    private SqlType named(List<String> path) {
        List<String> shortened = cursor.grammar().withoutIdleSchema(path);
        if (shortened.size() > 2) {
            throw cursor.notUnderstood();
        }
        if (path.get(0).equals("\"char\"") || path.equals(List.of("char"))) {
            return SqlType.of("\"char\"");
        }
        String single = shortened.get(0);
        return shortened.size() == 1
                ? SqlType.of(
                        QualifiedName.of(cursor.grammar().typeNames().getOrDefault(single, single)))
                : SqlType.of(QualifiedName.of(shortened.get(0), shortened.get(1)));
    }

    private String phrase() {
        for (List<String> words : cursor.grammar().typePhrases()) {
            if (cursor.accept(words.toArray(new String[0]))) {
                return String.join(" ", words);
            }
        }
        return "";
    }

    /** Reads numbers or words in parentheses. */
    private String arguments() {
        if (!cursor.acceptSymbol("(")) {
            return "";
        }
        String inner = cursor.rawToClosing();
        cursor.expectSymbol(")");
        return "(" + inner.replace(" ", "") + ")";
    }

    private String withZone(String name) {
        if (!name.equals("timestamp") && !name.equals("time")) {
            return name;
        }
        if (cursor.accept("WITH", "TIME", "ZONE")) {
            return name + " with time zone";
        }
        cursor.accept("WITHOUT", "TIME", "ZONE");
        return name;
    }

    String fields(String precision) {
        if (!FIELDS.contains(cursor.word())) {
            return precision;
        }
        StringBuilder fields = new StringBuilder(" ").append(cursor.word());
        cursor.next();
        if (cursor.at("TO") && FIELDS.contains(cursor.word(1))) {
            cursor.next();
            fields.append(" TO ").append(cursor.word());
            cursor.next();
        }
        return fields + (precision.isEmpty() ? arguments() : precision);
    }
}
