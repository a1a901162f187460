package dev.limbeck.execute;

/** Whether a statement took effect, as the catalog shows it. */
enum CatalogVerdict {
    /** All that it was to change is changed. */
    TOOK_EFFECT,
    /** Nothing of it is. */
    DID_NOT,
    /** It changes nothing that a schema has, so running it again does no harm. */
    CHANGES_NOTHING,
    /** Some of its changes are made as a whole, and the others not at all. */
    PARTLY,
    /** A change is there in another form, or nobody can tell. */
    UNKNOWN
}
