package dev.limbeck.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * One privilege that one role holds on one object.
 *
 * @param grantee the role, folded; {@link #PUBLIC} for everybody
 * @param privilege one privilege in upper case, {@code SELECT}; never {@code ALL}
 * @param column the column it is limited to
 * @param grantable whether the role may pass it on
 */
public record Grant(String grantee, String privilege, Optional<String> column, boolean grantable)
        implements Comparable<Grant> {
    /** The grantee that means everybody; no role can have an empty name. */
    public static final String PUBLIC = "";

    private static final Comparator<Grant> ORDER =
            Comparator.comparing(Grant::grantee)
                    .thenComparing(Grant::privilege)
                    .thenComparing(grant -> grant.column().orElse(""))
                    .thenComparing(Grant::grantable);

    /** Returns a privilege on the whole object that can't be passed on. */
    public static Grant of(String grantee, String privilege) {
        return new Grant(grantee, privilege, Optional.empty(), false);
    }

    @Override
    public int compareTo(Grant other) {
        return ORDER.compare(this, other);
    }
}
