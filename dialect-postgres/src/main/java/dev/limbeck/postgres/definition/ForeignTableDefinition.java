package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A foreign table with nothing but columns.
 *
 * @param name its name as SQL
 * @param server the server's name as SQL
 */
record ForeignTableDefinition(
        String name, List<ForeignColumn> columns, String server, ForeignOptions options)
        implements Definition {
    ForeignTableDefinition {
        columns = List.copyOf(columns);
    }

    static ForeignTableDefinition read(TokenCursor cursor) {
        cursor.expect("CREATE", "FOREIGN", "TABLE");
        cursor.accept("IF", "NOT", "EXISTS");
        String name = Pieces.name(cursor);
        List<ForeignColumn> columns = new ArrayList<>();
        cursor.expect("(");
        if (!cursor.accept(")")) {
            do {
                if (cursor.at("CONSTRAINT") || cursor.at("CHECK") || cursor.at("LIKE")) {
                    throw cursor.unexpected();
                }
                columns.add(ForeignColumn.read(cursor));
            } while (cursor.accept(","));
            cursor.expect(")");
        }
        cursor.expect("SERVER");
        String server = Pieces.name(cursor);
        ForeignOptions options = ForeignOptions.read(cursor);
        cursor.requireEnd();
        return new ForeignTableDefinition(name, columns, server, options);
    }

    @Override
    public String text() {
        return columns.stream()
                        .map(ForeignColumn::text)
                        .collect(
                                Collectors.joining(
                                        ", ", "CREATE FOREIGN TABLE " + name + " (", ")"))
                + " SERVER "
                + server
                + options.text();
    }

    @Override
    public String canonical() {
        List<String> sorted =
                columns.stream().map(ForeignColumn::text).map(Pieces::canonical).sorted().toList();
        return name + " " + sorted + " " + server + options.text();
    }

    @Override
    public Optional<Definition> altered(TokenCursor cursor) {
        return options.altered(cursor)
                .map(now -> new ForeignTableDefinition(name, columns, server, now));
    }

    /** With a column of another type the table is made anew, which costs no rows. */
    @Override
    public Optional<List<String>> leadingTo(Definition after) {
        if (!(after instanceof ForeignTableDefinition wanted) || !server.equals(wanted.server)) {
            return Optional.empty();
        }
        Map<String, ForeignColumn> old = new TreeMap<>();
        columns.forEach(column -> old.put(column.name(), column));
        List<String> actions = new ArrayList<>();
        for (ForeignColumn column : wanted.columns) {
            ForeignColumn before = old.remove(column.name());
            if (before == null) {
                actions.add("ADD COLUMN " + column.text());
            } else if (before.type().equals(column.type())) {
                actions.addAll(before.leadingTo(column));
            } else {
                return Optional.empty();
            }
        }
        old.keySet().forEach(gone -> actions.add("DROP COLUMN " + gone));
        options.leadingTo(wanted.options).ifPresent(actions::add);
        String gap = actions.size() == 1 ? " " : "\n    ";
        return Optional.of(
                List.of("ALTER FOREIGN TABLE " + name + gap + String.join(",\n    ", actions)));
    }
}
