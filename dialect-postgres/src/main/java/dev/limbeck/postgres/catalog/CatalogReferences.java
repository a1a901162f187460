package dev.limbeck.postgres.catalog;

import dev.limbeck.postgres.text.PostgresText;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What texts use, as the server recorded it. */
final class CatalogReferences {
    private final Map<CatalogKey, List<CatalogRow>> rows = new HashMap<>();
    private final Map<CatalogKey, Reference> targets = new HashMap<>();

    CatalogReferences(List<CatalogRow> references) {
        for (CatalogRow row : references) {
            rows.computeIfAbsent(CatalogKey.of(row), key -> new ArrayList<>()).add(row);
        }
    }

    /** Says what a number means. */
    void target(String catalog, long oid, Reference meaning) {
        targets.put(new CatalogKey(catalog, oid, 0), meaning);
    }

    /** Says what a column is called. */
    void column(long relation, long number, String name) {
        Reference whole = targets.get(new CatalogKey("pg_class", relation, 0));
        if (whole != null && whole.target() == Reference.Target.RELATION) {
            targets.put(
                    new CatalogKey("pg_class", relation, number),
                    Reference.toColumn(whole.name(), name));
        }
    }

    /** Returns what something uses. */
    Set<Reference> of(String catalog, long oid) {
        return of(new CatalogKey(catalog, oid, 0), Set.of());
    }

    /**
     * Returns what something uses.
     *
     * @param own what doesn't count, as belonging to it
     */
    Set<Reference> of(CatalogKey user, Set<CatalogKey> own) {
        Set<Reference> found = new TreeSet<>();
        for (CatalogRow row : rows.getOrDefault(user, List.of())) {
            CatalogKey used =
                    new CatalogKey(
                            row.text("used_catalog"),
                            row.number("used"),
                            row.number("used_number"));
            Reference meaning = targets.get(used);
            if (meaning != null && !own.contains(used)) {
                found.add(meaning);
            }
        }
        return found;
    }

    /** Returns a text with what its owner uses. */
    Expression text(String text, String catalog, long oid) {
        return Expression.of(PostgresText.bare(text), of(catalog, oid));
    }
}
