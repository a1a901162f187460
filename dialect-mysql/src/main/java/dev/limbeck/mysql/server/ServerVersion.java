package dev.limbeck.mysql.server;

import dev.limbeck.dialect.DatabaseProduct;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A flavor and its version.
 *
 * @param flavor which of the two
 * @param major major version number
 * @param minor minor version number
 * @param patch the third number
 */
public record ServerVersion(Flavor flavor, int major, int minor, int patch)
        implements Comparable<ServerVersion> {
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

    /**
     * What MariaDB puts before its version for clients that were made for MySQL 5. It is not always
     * taken off on the way.
     */
    private static final String REPLICATION_PREFIX = "5.5.5-";

    private static final Comparator<ServerVersion> ORDER =
            Comparator.comparing(ServerVersion::flavor)
                    .thenComparing(ServerVersion::major)
                    .thenComparing(ServerVersion::minor)
                    .thenComparing(ServerVersion::patch);

    /**
     * Reads what JDBC tells. The product's name is the driver's idea: MySQL's driver calls every
     * server {@code MySQL}; the version's text tells the flavor.
     */
    public static ServerVersion of(DatabaseProduct product) {
        String text = product.version();
        boolean maria =
                isMariaDb(product.name()) || isMariaDb(text) || text.startsWith(REPLICATION_PREFIX);
        Flavor flavor = maria ? Flavor.MARIADB : Flavor.MYSQL;
        String numbers =
                text.startsWith(REPLICATION_PREFIX)
                        ? text.substring(REPLICATION_PREFIX.length())
                        : text;
        return NUMBERS.matcher(numbers).lookingAt()
                ? parse(flavor, numbers)
                : new ServerVersion(flavor, product.major(), product.minor(), 0);
    }

    /** Reads a version's numbers; what follows them is passed over. */
    static ServerVersion parse(Flavor flavor, String numbers) {
        Matcher matcher = NUMBERS.matcher(numbers);
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("no version: " + numbers);
        }
        String patch = matcher.group(3);
        return new ServerVersion(
                flavor,
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch));
    }

    private static boolean isMariaDb(String text) {
        return text.toLowerCase(Locale.ROOT).contains("mariadb");
    }

    /** Returns a version of MySQL. */
    public static ServerVersion mysql(int major, int minor, int patch) {
        return new ServerVersion(Flavor.MYSQL, major, minor, patch);
    }

    /** Returns a version of MariaDB. */
    public static ServerVersion mariadb(int major, int minor, int patch) {
        return new ServerVersion(Flavor.MARIADB, major, minor, patch);
    }

    /** Returns whether this server can do something. */
    public boolean has(ServerFeature feature) {
        return feature.since(flavor).filter(first -> compareTo(first) >= 0).isPresent();
    }

    /** Returns all that this server can do. */
    public Set<ServerFeature> features() {
        EnumSet<ServerFeature> features = EnumSet.allOf(ServerFeature.class);
        features.removeIf(feature -> !has(feature));
        return features;
    }

    /** Returns whether it is MariaDB. */
    public boolean isMariaDb() {
        return flavor == Flavor.MARIADB;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return flavor.shown() + " " + major + "." + minor + "." + patch;
    }
}
