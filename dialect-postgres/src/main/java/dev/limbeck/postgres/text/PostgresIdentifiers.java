package dev.limbeck.postgres.text;

import dev.limbeck.dialect.Identifiers;
import dev.limbeck.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names in PostgreSQL: unquoted ones become lower case, ASCII letters only. */
public enum PostgresIdentifiers implements Identifiers {
    INSTANCE;

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    /** {@code NAMEDATALEN - 1}; the server cuts longer names off and says so in a mere notice. */
    private static final int LONGEST = 63;

    @Override
    public Optional<String> refuses(String name) {
        if (name.isEmpty()) {
            return Optional.of("a name can't be empty");
        }
        if (name.indexOf('\0') >= 0) {
            return Optional.of("a name can't hold the character NUL");
        }
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST
                ? Optional.of("a name has at most " + LONGEST + " bytes")
                : Optional.empty();
    }

    @Override
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns a name as a person writes it: quoted only where it would mean another otherwise. */
    public static String write(String name) {
        boolean plain =
                PLAIN.matcher(name).matches()
                        && !PostgresSyntax.RESERVED.contains(name.toUpperCase(Locale.ROOT));
        return plain ? name : INSTANCE.quote(name);
    }

    /** Returns a qualified name as a person writes it; the default schema is not named. */
    public static String write(QualifiedName name) {
        return name.inDefaultSchema()
                ? write(name.name())
                : write(name.schema()) + "." + write(name.name());
    }

    /** Returns the name that a token stands for, quoted or not. */
    public static String read(String token) {
        if (!token.startsWith("\"")) {
            return INSTANCE.fold(token);
        }
        if (token.length() < 2 || !token.endsWith("\"")) {
            // The last name of a script may want its second quote.
            return token;
        }
        return token.substring(1, token.length() - 1).replace("\"\"", "\"");
    }

    @Override
    public String fold(String unquoted) {
        var folded = new StringBuilder(unquoted.length());
        unquoted.chars()
                .map(letter -> letter >= 'A' && letter <= 'Z' ? letter + 'a' - 'A' : letter)
                .forEach(letter -> folded.append((char) letter));
        return folded.toString();
    }
}
