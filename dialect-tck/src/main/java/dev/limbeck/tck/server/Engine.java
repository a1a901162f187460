package dev.limbeck.tck.server;

import java.util.Optional;

/**
 * A database product, and its version where that matters: {@code postgres:18}, {@code h2}.
 *
 * @param product the name of the product's dialect
 * @param version the major version; empty for whichever there is
 */
public record Engine(String product, Optional<String> version) {
    /** Returns H2 in this process, of the version on the class path. */
    public static Engine h2() {
        return new Engine("h2", Optional.empty());
    }

    /** Returns PostgreSQL of a major version. */
    public static Engine postgres(int major) {
        return new Engine("postgres", Optional.of(Integer.toString(major)));
    }

    /** Reads {@code product} or {@code product:version}. */
    public static Engine parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Engine(text.strip(), Optional.empty())
                : new Engine(
                        text.substring(0, colon).strip(),
                        Optional.of(text.substring(colon + 1).strip()));
    }

    /** Returns whether this engine is the other, or that of any version. */
    boolean includes(Engine other) {
        return product.equals(other.product)
                && (version.isEmpty() || version.equals(other.version));
    }

    @Override
    public String toString() {
        return version.map(number -> product + " " + number).orElse(product);
    }
}
