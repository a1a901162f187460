package dev.limbeck.postgres;

import dev.limbeck.dialect.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Names in PostgreSQL: unquoted ones become lower case, ASCII letters only. */
enum PostgresIdentifiers implements Identifiers {
    INSTANCE;

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

    @Override
    public String fold(String unquoted) {
        var folded = new StringBuilder(unquoted.length());
        unquoted.chars()
                .map(letter -> letter >= 'A' && letter <= 'Z' ? letter + 'a' - 'A' : letter)
                .forEach(letter -> folded.append((char) letter));
        return folded.toString();
    }
}
