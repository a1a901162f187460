package dev.limbeck.mysql.text;

import dev.limbeck.dialect.Identifiers;
import dev.limbeck.schema.QualifiedName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names in MySQL and MariaDB: kept as they are written, quoted or not. Which of them are the same
 * in another case depends on the kind: columns, indexes and routines always, tables and databases
 * as the server's {@code lower_case_table_names} says.
 */
public enum MySqlIdentifiers implements Identifiers {
    /** The one. */
    INSTANCE;

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** {@code NAME_CHAR_LEN}: characters, not bytes. */
    private static final int LONGEST = 64;

    @Override
    public Optional<String> refuses(String name) {
        if (name.isEmpty()) {
            return Optional.of("a name can't be empty");
        }
        if (name.indexOf('\0') >= 0) {
            return Optional.of("a name can't hold the character NUL");
        }
        if (name.endsWith(" ")) {
            return Optional.of("a name can't end in a blank");
        }
        if (name.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            return Optional.of("a name can't hold characters beyond U+FFFF");
        }
        return name.length() > LONGEST
                ? Optional.of("a name has at most " + LONGEST + " characters")
                : Optional.empty();
    }

    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public String fold(String unquoted) {
        return unquoted;
    }

    /** Returns a name as a person writes it: quoted only where it could be taken for more. */
    public static String write(String name) {
        boolean plain =
                PLAIN.matcher(name.toLowerCase(Locale.ROOT)).matches()
                        && !MySqlSyntax.RESERVED.contains(name.toUpperCase(Locale.ROOT));
        return plain ? name : INSTANCE.quote(name);
    }

    /** Returns a qualified name as a person writes it; the default database is not named. */
    public static String write(QualifiedName name) {
        return name.inDefaultSchema()
                ? write(name.name())
                : write(name.schema()) + "." + write(name.name());
    }

    /** Returns the name that a token stands for, quoted or not. */
    public static String read(String token) {
        char quote = token.isEmpty() ? 0 : token.charAt(0);
        if (quote != '`' && quote != '"') {
            return token;
        }
        String mark = String.valueOf(quote);
        return token.substring(1, token.length() - 1).replace(mark + mark, mark);
    }
}
