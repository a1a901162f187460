package dev.limbeck.postgres.catalog;

/**
 * What the catalog calls a thing by.
 *
 * @param catalog the catalog it is listed in: {@code pg_class}
 * @param oid its number there
 * @param number the number of the column; 0 for the thing as a whole
 */
record CatalogKey(String catalog, long oid, long number) {
    static CatalogKey of(CatalogRow row) {
        return new CatalogKey(row.text("catalog"), row.number("oid"), row.number("number"));
    }
}
