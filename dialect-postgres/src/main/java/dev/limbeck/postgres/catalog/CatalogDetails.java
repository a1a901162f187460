package dev.limbeck.postgres.catalog;

import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Grant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comments and the grants of a database, by what they are on. */
final class CatalogDetails {
    private final Map<CatalogKey, String> comments = new HashMap<>();
    private final Map<CatalogKey, List<CatalogRow>> grants = new HashMap<>();

    CatalogDetails(List<CatalogRow> comments, List<CatalogRow> grants) {
        comments.forEach(row -> this.comments.put(CatalogKey.of(row), row.text("text")));
        for (CatalogRow row : grants) {
            this.grants.computeIfAbsent(CatalogKey.of(row), key -> new ArrayList<>()).add(row);
        }
    }

    /** Returns the comment on an object of a catalog. */
    Optional<String> comment(String catalog, long oid) {
        return comment(catalog, oid, 0);
    }

    /** Returns the comment on a part, by its number. */
    Optional<String> comment(String catalog, long oid, long number) {
        return Optional.ofNullable(comments.get(new CatalogKey(catalog, oid, number)));
    }

    /** Returns the comment and the grants of an object that has no columns. */
    Details of(String catalog, long oid) {
        return of(catalog, oid, Map.of());
    }

    /** Returns the comment and the grants of an object and of its columns, by their numbers. */
    Details of(String catalog, long oid, Map<Long, String> columns) {
        List<Grant> found = new ArrayList<>();
        collect(new CatalogKey(catalog, oid, 0), Optional.empty(), found);
        columns.forEach(
                (number, name) ->
                        collect(new CatalogKey(catalog, oid, number), Optional.of(name), found));
        Optional<String> comment = comment(catalog, oid);
        return comment.isEmpty() && found.isEmpty()
                ? Details.none()
                : Details.none().withComment(comment).withGrants(found);
    }

    private void collect(CatalogKey key, Optional<String> column, List<Grant> found) {
        for (CatalogRow row : grants.getOrDefault(key, List.of())) {
            String privilege = (row.is("taken") ? OptionNames.TAKEN : "") + row.text("privilege");
            found.add(new Grant(row.text("grantee"), privilege, column, row.is("grantable")));
        }
    }
}
