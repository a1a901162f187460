package dev.limbeck.h2.text;

import dev.limbeck.dialect.Identifiers;
import java.util.Locale;
import java.util.Optional;

/** Names in H2 as it is unless told otherwise: unquoted ones become upper case. */
public enum H2Identifiers implements Identifiers {
    INSTANCE;

    /** {@code Constants.MAX_IDENTIFIER_LENGTH}. */
    private static final int LONGEST = 256;

    @Override
    public Optional<String> refuses(String name) {
        if (name.isEmpty()) {
            return Optional.of("a name can't be empty");
        }
        return name.length() > LONGEST
                ? Optional.of("a name has at most " + LONGEST + " characters")
                : Optional.empty();
    }

    @Override
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String fold(String unquoted) {
        return unquoted.toUpperCase(Locale.ROOT);
    }
}
