package dev.limbeck.oracle.text;

import dev.limbeck.dialect.Identifiers;
import dev.limbeck.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names in Oracle: unquoted ones become upper case. */
public enum OracleIdentifiers implements Identifiers {
    /** The one. */
    INSTANCE;

    private static final Pattern PLAIN = Pattern.compile("[A-Z][A-Z0-9_$#]*");

    /** Bytes in the database's character set, since 12.2; UTF-8 where it is the usual one. */
    private static final int LONGEST = 128;

    @Override
    public Optional<String> refuses(String name) {
        if (name.isEmpty()) {
            return Optional.of("a name can't be empty");
        }
        if (name.indexOf('"') >= 0 || name.indexOf('\0') >= 0) {
            return Optional.of("a name can't hold a double quote or the character NUL");
        }
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST
                ? Optional.of("a name has at most " + LONGEST + " bytes")
                : Optional.empty();
    }

    @Override
    public String quote(String name) {
        return '"' + name + '"';
    }

    @Override
    public String fold(String unquoted) {
        return unquoted.toUpperCase(Locale.ROOT);
    }

    /** Returns a name as a person writes it: in quotes only where it has to be. */
    public static String write(String name) {
        boolean plain = PLAIN.matcher(name).matches() && !OracleSyntax.RESERVED.contains(name);
        return plain ? name.toLowerCase(Locale.ROOT) : INSTANCE.quote(name);
    }

    /** Returns a qualified name as a person writes it; the default schema is not named. */
    public static String write(QualifiedName name) {
        return name.inDefaultSchema()
                ? write(name.name())
                : write(name.schema()) + "." + write(name.name());
    }

    /** Returns names as a person lists them. */
    public static String write(List<String> names) {
        return String.join(", ", names.stream().map(OracleIdentifiers::write).toList());
    }

    /** Returns the name that a token stands for, quoted or not. */
    public static String read(String token) {
        boolean quoted = token.length() > 1 && token.startsWith("\"") && token.endsWith("\"");
        return quoted ? token.substring(1, token.length() - 1) : INSTANCE.fold(token);
    }
}
