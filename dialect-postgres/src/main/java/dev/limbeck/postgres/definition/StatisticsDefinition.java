package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.TokenCursor;
import java.util.List;
import java.util.Optional;

/**
 * Extended statistics: the statement that makes them, and how many values they keep.
 *
 * @param name their name as SQL
 * @param made the statement
 * @param target the statistics target; empty: the server's
 */
record StatisticsDefinition(String name, String made, Optional<String> target)
        implements Definition {
    static StatisticsDefinition read(TokenCursor cursor) {
        cursor.expect("CREATE", "STATISTICS");
        cursor.accept("IF", "NOT", "EXISTS");
        int start = cursor.mark();
        String name = Pieces.name(cursor);
        cursor.go(start);
        String made = "CREATE STATISTICS " + Pieces.statement(cursor);
        Optional<String> target = Optional.empty();
        if (cursor.accept(";", "ALTER", "STATISTICS")) {
            Pieces.name(cursor);
            target = target(cursor);
        }
        return new StatisticsDefinition(name, made, target);
    }

    private static Optional<String> target(TokenCursor cursor) {
        cursor.expect("SET", "STATISTICS");
        if (cursor.accept("DEFAULT")) {
            return Optional.empty();
        }
        boolean usual = cursor.accept("-");
        String number = cursor.next().text();
        return usual ? Optional.empty() : Optional.of(number);
    }

    @Override
    public String text() {
        return target.isEmpty() ? made : made + ";\n" + alteration();
    }

    private String alteration() {
        return "ALTER STATISTICS " + name + " SET STATISTICS " + target.orElse("-1");
    }

    @Override
    public String canonical() {
        return Pieces.canonical(made) + target.map(number -> " " + number).orElse("");
    }

    @Override
    public Optional<Definition> altered(TokenCursor cursor) {
        return cursor.at("SET", "STATISTICS")
                ? Optional.of(new StatisticsDefinition(name, made, target(cursor)))
                : Optional.empty();
    }

    @Override
    public Optional<List<String>> leadingTo(Definition after) {
        boolean inPlace =
                after instanceof StatisticsDefinition wanted
                        && Pieces.canonical(made).equals(Pieces.canonical(wanted.made));
        return inPlace
                ? Optional.of(List.of(((StatisticsDefinition) after).alteration()))
                : Optional.empty();
    }
}
