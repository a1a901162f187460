package dev.limbeck.oracle.server;

import dev.limbeck.dialect.DatabaseProduct;

/**
 * A release of Oracle. Nothing else compares version numbers.
 *
 * @param major the release, for example 19 or 23
 */
public record OracleVersion(int major) {
    /** The release that is presumed where none is asked. */
    public static final OracleVersion NEWEST = new OracleVersion(23);

    /** Returns the release of a server. */
    public static OracleVersion of(DatabaseProduct product) {
        return new OracleVersion(product.major());
    }

    /** Returns whether this release can do something. */
    public boolean has(OracleFeature feature) {
        return major >= feature.since();
    }

    @Override
    public String toString() {
        return "Oracle " + major;
    }
}
