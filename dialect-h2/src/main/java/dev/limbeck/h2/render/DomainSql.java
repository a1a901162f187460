package dev.limbeck.h2.render;

import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Expression;
import java.util.ArrayList;
import java.util.List;

/** Writes changes of domains. */
final class DomainSql {
    private DomainSql() {}

    private static String alter(Domain domain) {
        return "ALTER DOMAIN " + H2Names.write(domain.name());
    }

    /** Returns the statement that adds a check. */
    static String add(Domain domain, Check check) {
        return alter(domain)
                + " ADD "
                + PartSql.naming(check.name())
                + "CHECK ("
                + check.predicate().source()
                + ")";
    }

    /** Returns the statements that make one definition out of another. */
    static List<String> alter(Domain before, Domain after) {
        List<String> statements = new ArrayList<>();
        List<Check> gone = new ArrayList<>(before.constraints());
        gone.removeAll(after.constraints());
        for (Check check : gone) {
            statements.add(drop(before, check));
        }
        if (!before.defaultValue().equals(after.defaultValue())) {
            statements.add(
                    alter(after)
                            + after.defaultValue()
                                    .map(Expression::source)
                                    .map(text -> " SET DEFAULT " + text)
                                    .orElse(" DROP DEFAULT"));
        }
        List<Check> come = new ArrayList<>(after.constraints());
        come.removeAll(before.constraints());
        for (Check check : come) {
            statements.add(add(after, check));
        }
        return statements;
    }

    private static String drop(Domain domain, Check check) {
        String name = check.name().value();
        return name.isEmpty()
                ? UnnamedParts.dropCheck(domain, check)
                : alter(domain) + " DROP CONSTRAINT " + H2Names.write(name);
    }
}
