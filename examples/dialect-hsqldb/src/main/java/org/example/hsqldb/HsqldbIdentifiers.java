package org.example.hsqldb;

import dev.limbeck.dialect.Identifiers;

import java.util.Locale;
import java.util.Optional;

/** How HSQLDB takes names: bare ones in capitals, quoted ones as they are. */
enum HsqldbIdentifiers implements Identifiers {
    INSTANCE;

    private static final int LONGEST = 128;

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
