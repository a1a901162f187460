package dev.limbeck.expression;

import dev.limbeck.schema.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where in a text the relations and columns stand that it uses, as far as they were resolved.
 *
 * @param columns the names of columns, without what qualifies them
 * @param relations the names of relations in {@code FROM}, with what qualifies them
 * @param stars the stars among the output columns, with the names of what they stand for
 * @param items the ends of output columns that are but a column and bear its name
 * @param unplaced columns that are meant by a name that stands for several, as in {@code USING}
 */
public record Uses(
        Map<Place, Column> columns,
        Map<Place, Source> relations,
        Map<Place, List<List<String>>> stars,
        Set<Integer> items,
        Set<Column> unplaced) {
    /** A column of a relation. */
    public record Column(QualifiedName relation, String name) {}

    /**
     * A relation that a query reads.
     *
     * @param hasAlias whether it goes by another name there
     */
    public record Source(QualifiedName relation, boolean hasAlias) {}

    public Uses {
        columns = Map.copyOf(columns);
        relations = Map.copyOf(relations);
        stars = Map.copyOf(stars);
        items = Set.copyOf(items);
        unplaced = Set.copyOf(unplaced);
    }

    /** Returns the uses of a text of which nothing is known. */
    static Uses none() {
        return new Uses(Map.of(), Map.of(), Map.of(), Set.of(), Set.of());
    }

    /** Returns a text with the words in some places replaced. */
    static String replaced(String text, Map<Place, String> words) {
        TreeMap<Integer, Place> byPlace = new TreeMap<>();
        words.keySet().forEach(place -> byPlace.put(place.begin(), place));
        StringBuilder written = new StringBuilder();
        int done = 0;
        for (Place place : byPlace.values()) {
            written.append(text, done, place.begin()).append(words.get(place));
            done = place.end();
        }
        return written.append(text, done, text.length()).toString();
    }

    /** Collects uses while a text is read. */
    static final class Collector {
        private final Map<Place, Column> columns = new HashMap<>();
        private final Map<Place, Source> relations = new HashMap<>();
        private final Map<Place, List<List<String>>> stars = new HashMap<>();
        private final Set<Integer> items = new TreeSet<>();
        private final Set<Column> unplaced = new HashSet<>();

        void column(Place place, QualifiedName relation, String name) {
            if (place.isKnown()) {
                columns.put(place, new Column(relation, name));
            }
        }

        void relation(Place place, QualifiedName name, boolean hasAlias) {
            if (place.isKnown()) {
                relations.put(place, new Source(name, hasAlias));
            }
        }

        void star(Place place, List<List<String>> written) {
            if (place.isKnown()) {
                stars.put(place, List.copyOf(written));
            }
        }

        void item(Place place) {
            items.add(place.end());
        }

        void unplaced(QualifiedName relation, String name) {
            unplaced.add(new Column(relation, name));
        }

        Uses uses() {
            return new Uses(columns, relations, stars, items, unplaced);
        }
    }
}
