package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.type.PostgresTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a foreign table.
 *
 * @param name its name as SQL
 * @param type its type as it is written best
 * @param defaultValue its default as SQL
 */
record ForeignColumn(
        String name,
        String type,
        ForeignOptions options,
        Optional<String> defaultValue,
        boolean notNull) {
    private static final Set<String> STOPS =
            Set.of(
                    "OPTIONS",
                    "COLLATE",
                    "NOT",
                    "NULL",
                    "DEFAULT",
                    "CHECK",
                    "GENERATED",
                    "CONSTRAINT");

    /** Takes a column of the kinds that are known. */
    static ForeignColumn read(TokenCursor cursor) {
        String name = Pieces.name(cursor);
        String written = Texts.until(cursor, STOPS).text();
        String type = PostgresTypes.render(PostgresTypes.parse(written));
        ForeignOptions options = ForeignOptions.read(cursor);
        Optional<String> value = Optional.empty();
        boolean notNull = false;
        while (!cursor.at(",") && !cursor.at(")")) {
            if (cursor.accept("DEFAULT")) {
                value = Optional.of(uncast(Texts.until(cursor, STOPS).text(), type));
            } else if (cursor.accept("NOT", "NULL")) {
                notNull = true;
            } else {
                cursor.expect("NULL");
            }
        }
        return new ForeignColumn(name, type, options, value, notNull);
    }

    /** Returns a default without the cast to the column's own type that the server writes out. */
    private static String uncast(String value, String type) {
        int cast = value.lastIndexOf("::");
        boolean own =
                cast > 0
                        && value.startsWith("'")
                        && value.charAt(cast - 1) == '\''
                        && PostgresTypes.parse(value.substring(cast + 2))
                                .name()
                                .equals(PostgresTypes.parse(type).name());
        return own ? value.substring(0, cast) : value;
    }

    /** Returns it as it stands in the list of columns. */
    String text() {
        return name
                + " "
                + type
                + options.text()
                + defaultValue.map(value -> " DEFAULT " + value).orElse("")
                + (notNull ? " NOT NULL" : "");
    }

    /** Returns the actions of {@code ALTER FOREIGN TABLE} that make another column of it. */
    List<String> leadingTo(ForeignColumn after) {
        String head = "ALTER COLUMN " + name + " ";
        List<String> actions = new ArrayList<>();
        options.leadingTo(after.options).ifPresent(change -> actions.add(head + change));
        if (!same(defaultValue).equals(same(after.defaultValue))) {
            actions.add(
                    head
                            + after.defaultValue
                                    .map(value -> "SET DEFAULT " + value)
                                    .orElse("DROP DEFAULT"));
        }
        if (notNull != after.notNull) {
            actions.add(head + (after.notNull ? "SET NOT NULL" : "DROP NOT NULL"));
        }
        return actions;
    }

    private static Optional<String> same(Optional<String> value) {
        return value.map(Pieces::canonical);
    }
}
