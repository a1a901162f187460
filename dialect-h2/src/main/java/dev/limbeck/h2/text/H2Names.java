package dev.limbeck.h2.text;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names, from SQL text to the model and back. */
public final class H2Names {
    /** The schema that the model leaves unnamed. */
    public static final String DEFAULT_SCHEMA = "PUBLIC";

    private static final Pattern REGULAR = Pattern.compile("[A-Z_][A-Z0-9_]*");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:\\\\|\\+([0-9A-Fa-f]{6})|([0-9A-Fa-f]{4}))");

    private H2Names() {}

    /** Returns whether a token can be a name. */
    public static boolean isName(SqlToken token) {
        return (token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER && isClosed(token.text()))
                || (token.kind() == SqlToken.Kind.WORD
                        && !H2Syntax.RESERVED.contains(token.text().toUpperCase(Locale.ROOT)));
    }

    /** The last name of a script may want its second quote. */
    private static boolean isClosed(String quoted) {
        char last = quoted.charAt(quoted.length() - 1);
        return (last == '"' || last == '`') && quoted.indexOf(last) < quoted.length() - 1;
    }

    /** Returns the name that a token stands for. Backticks quote, but don't keep the case. */
    public static String read(SqlToken token) {
        String text = token.text();
        if (token.kind() == SqlToken.Kind.WORD) {
            return H2Identifiers.INSTANCE.fold(text);
        }
        if (!isClosed(text)) {
            return text;
        }
        String inner = text.substring(text.indexOf(text.charAt(text.length() - 1)) + 1);
        inner = inner.substring(0, inner.length() - 1);
        if (text.startsWith("`")) {
            return H2Identifiers.INSTANCE.fold(inner.replace("``", "`"));
        }
        String name = inner.replace("\"\"", "\"");
        return text.startsWith("\"") ? name : unescaped(name);
    }

    private static String unescaped(String name) {
        Matcher matcher = ESCAPE.matcher(name);
        return matcher.replaceAll(
                found -> {
                    String digits = found.group(1) == null ? found.group(2) : found.group(1);
                    return Matcher.quoteReplacement(
                            digits == null
                                    ? "\\"
                                    : Character.toString(Integer.parseInt(digits, 16)));
                });
    }

    /** Takes a name of one piece. */
    public static String take(TokenCursor cursor) {
        if (!isName(cursor.peek())) {
            throw cursor.unexpected();
        }
        return read(cursor.next());
    }

    /** Takes a name of up to three pieces; the first of three is the database's and is left out. */
    public static QualifiedName takeQualified(TokenCursor cursor) {
        List<String> pieces = new ArrayList<>();
        do {
            pieces.add(take(cursor));
        } while (cursor.accept("."));
        String name = pieces.get(pieces.size() - 1);
        return of(pieces.size() > 1 ? pieces.get(pieces.size() - 2) : "", name);
    }

    /** Returns the name of something in a schema as the server calls it. */
    public static QualifiedName of(String schema, String name) {
        return QualifiedName.of(modelled(schema), name);
    }

    /** Returns a schema's name as the model has it. */
    static String modelled(String schema) {
        return schema.equals(DEFAULT_SCHEMA) ? "" : schema;
    }

    /** Returns a schema's name as the server has it. */
    public static String real(String schema) {
        return schema.isEmpty() ? DEFAULT_SCHEMA : schema;
    }

    /** Returns whether a name can stand without quotes. */
    static boolean isPlain(String name) {
        return REGULAR.matcher(name).matches() && !H2Syntax.RESERVED.contains(name);
    }

    /** Returns a name as a person writes it: in quotes only where it has to be. */
    public static String write(String name) {
        return isPlain(name) ? name.toLowerCase(Locale.ROOT) : H2Identifiers.INSTANCE.quote(name);
    }

    /** Returns a name as a person writes it, without the default schema. */
    public static String write(QualifiedName name) {
        return name.inDefaultSchema()
                ? write(name.name())
                : write(name.schema()) + "." + write(name.name());
    }

    /**
     * Returns the name of something that a thing in a schema refers to. H2 looks for it in that
     * schema unless another one is said.
     */
    public static String write(QualifiedName name, String from) {
        return name.inDefaultSchema() && !from.isEmpty()
                ? write(DEFAULT_SCHEMA) + "." + write(name.name())
                : write(name);
    }

    /** Returns names as a person lists them. */
    public static String write(List<String> names) {
        return String.join(", ", names.stream().map(H2Names::write).toList());
    }
}
