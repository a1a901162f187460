package dev.limbeck.h2.type;

import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.SchemaObject;
import java.util.Optional;
import java.util.Set;

/** Domains, as far as H2 has its own about them. */
public final class H2Domains {
    /** What a domain is called that is kept as text. */
    public static final String OPAQUE = "domain";

    private H2Domains() {}

    /**
     * Returns a domain; one that says what its values become when their row is updated is known by
     * its text only.
     */
    public static SchemaObject withOnUpdate(Domain domain, Optional<String> onUpdate) {
        if (onUpdate.isEmpty()) {
            return domain;
        }
        StringBuilder text = new StringBuilder(head(domain));
        domain.defaultValue().ifPresent(value -> text.append(" DEFAULT ").append(value.source()));
        text.append(" ON UPDATE ").append(onUpdate.get());
        for (Check check : domain.constraints()) {
            text.append(" CHECK (").append(check.predicate().source()).append(')');
        }
        return OpaqueObject.of(
                        domain.name(),
                        OPAQUE,
                        Expression.of(text.toString(), Set.of(domain.type().reference())))
                .withDetails(domain.details());
    }

    /** Returns how the statement begins that makes a domain. */
    public static String head(Domain domain) {
        return "CREATE DOMAIN "
                + H2Names.write(domain.name())
                + " AS "
                + H2Types.render(domain.type());
    }
}
