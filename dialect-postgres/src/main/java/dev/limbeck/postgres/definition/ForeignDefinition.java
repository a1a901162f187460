package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.TokenCursor;
import java.util.List;
import java.util.Optional;

/**
 * A foreign data wrapper, a server or a user mapping: the statement that makes it, but for its
 * options.
 *
 * @param made the statement up to them
 * @param altered how a statement that alters it begins
 * @param options its options
 */
record ForeignDefinition(String made, String altered, ForeignOptions options)
        implements Definition {
    static ForeignDefinition read(TokenCursor cursor) {
        cursor.expect("CREATE");
        String kind = kind(cursor);
        cursor.accept("IF", "NOT", "EXISTS");
        int start = cursor.offset();
        String name = kind + " " + name(cursor, start);
        while (!cursor.atEnd() && !cursor.at("OPTIONS", "(")) {
            cursor.next();
        }
        String made = kind + " " + cursor.slice(start, cursor.lastEnd());
        ForeignOptions options = ForeignOptions.read(cursor);
        cursor.requireEnd();
        return new ForeignDefinition("CREATE " + made, "ALTER " + name, options);
    }

    private static String kind(TokenCursor cursor) {
        if (cursor.accept("FOREIGN", "DATA", "WRAPPER")) {
            return "FOREIGN DATA WRAPPER";
        }
        if (cursor.accept("USER", "MAPPING")) {
            return "USER MAPPING";
        }
        cursor.expect("SERVER");
        return "SERVER";
    }

    /** Takes a name; that of a mapping is the user's and the server's. */
    private static String name(TokenCursor cursor, int start) {
        if (cursor.accept("FOR")) {
            Pieces.name(cursor);
            cursor.expect("SERVER");
        }
        Pieces.name(cursor);
        return cursor.slice(start, cursor.lastEnd());
    }

    @Override
    public String text() {
        return made + options.text();
    }

    @Override
    public String canonical() {
        return Pieces.canonical(text());
    }

    @Override
    public Optional<Definition> altered(TokenCursor cursor) {
        return options.altered(cursor).map(now -> new ForeignDefinition(made, altered, now));
    }

    @Override
    public Optional<List<String>> leadingTo(Definition after) {
        if (!(after instanceof ForeignDefinition wanted)
                || !Pieces.canonical(made).equals(Pieces.canonical(wanted.made))) {
            return Optional.empty();
        }
        return Optional.of(
                options.leadingTo(wanted.options).stream()
                        .map(change -> altered + " " + change)
                        .toList());
    }
}
