package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.PostgresText;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Extended statistics.
 *
 * @param name their name as SQL
 * @param kinds what they tell; empty: all that can be told
 * @param subjects the columns and expressions they are about, as SQL
 * @param table the table they are about, as SQL
 * @param target how many values they keep; empty: as many as the server says
 */
public record StatisticsDefinition(
        String name,
        SortedSet<String> kinds,
        List<String> subjects,
        String table,
        Optional<String> target)
        implements Definition {
    private static final Set<String> ALL_KINDS = Set.of("dependencies", "mcv", "ndistinct");

    public StatisticsDefinition {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
        subjects = List.copyOf(subjects);
    }

    /** Takes the statistics of a table apart; empty where an object is none. */
    public static Optional<StatisticsDefinition> of(OpaqueObject object, QualifiedName table) {
        return Definition.of(object)
                .filter(StatisticsDefinition.class::isInstance)
                .map(StatisticsDefinition.class::cast)
                .filter(statistics -> statistics.table.equals(SqlNames.write(table)));
    }

    static StatisticsDefinition read(TokenCursor cursor) {
        cursor.expect("CREATE", "STATISTICS");
        cursor.accept("IF", "NOT", "EXISTS");
        String name = Pieces.name(cursor);
        SortedSet<String> kinds = new TreeSet<>();
        if (cursor.accept("(")) {
            kinds.addAll(Pieces.names(cursor));
            cursor.expect(")");
        }
        cursor.expect("ON");
        List<String> subjects = new ArrayList<>();
        do {
            subjects.add(Texts.until(cursor, Set.of("FROM")).text());
        } while (cursor.accept(","));
        cursor.expect("FROM");
        String table = Pieces.name(cursor);
        Optional<String> target = Optional.empty();
        if (cursor.accept(";", "ALTER", "STATISTICS")) {
            Pieces.name(cursor);
            target = target(cursor);
        }
        cursor.requireEnd();
        if (kinds.equals(ALL_KINDS)) {
            kinds.clear();
        }
        return new StatisticsDefinition(name, kinds, subjects, table, target);
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

    /** Returns the columns, {@code expr} in the place of an expression. */
    public List<String> columns() {
        return subjects.stream()
                .map(subject -> isColumn(subject) ? Pieces.canonical(subject) : "expr")
                .toList();
    }

    private static boolean isColumn(String subject) {
        return new TokenCursor(subject, PostgresLexicon.LEXICON).tokens().size() == 1;
    }

    /** Returns the text that makes the same statistics of another table. */
    public String copied(QualifiedName newName, QualifiedName newTable) {
        return new StatisticsDefinition(
                        SqlNames.write(newName), kinds, subjects, SqlNames.write(newTable), target)
                .text();
    }

    private String made() {
        List<String> written =
                subjects.stream()
                        .map(subject -> isColumn(subject) ? subject : "(" + subject + ")")
                        .toList();
        return "CREATE STATISTICS "
                + name
                + (kinds.isEmpty() ? "" : " (" + String.join(", ", kinds) + ")")
                + " ON "
                + String.join(", ", written)
                + " FROM "
                + table;
    }

    @Override
    public String text() {
        return target.isEmpty() ? made() : made() + ";\n" + alteration();
    }

    private String alteration() {
        return "ALTER STATISTICS " + name + " SET STATISTICS " + target.orElse("-1");
    }

    @Override
    public String canonical() {
        List<String> same =
                subjects.stream()
                        .map(subject -> Pieces.canonical(PostgresText.bare(subject)))
                        .toList();
        return kinds + " " + same + " " + table + target.map(number -> " " + number).orElse("");
    }

    @Override
    public Optional<Definition> altered(TokenCursor cursor) {
        return cursor.at("SET", "STATISTICS")
                ? Optional.of(
                        new StatisticsDefinition(name, kinds, subjects, table, target(cursor)))
                : Optional.empty();
    }

    @Override
    public Optional<List<String>> leadingTo(Definition after) {
        boolean inPlace =
                after instanceof StatisticsDefinition wanted
                        && new StatisticsDefinition(name, kinds, subjects, table, wanted.target)
                                .canonical()
                                .equals(wanted.canonical());
        return inPlace
                ? Optional.of(List.of(((StatisticsDefinition) after).alteration()))
                : Optional.empty();
    }
}
