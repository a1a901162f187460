package dev.limbeck.postgres.render;

import dev.limbeck.diff.Hazard;
import dev.limbeck.postgres.model.MadeNames;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.text.SqlText;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.NotNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes enum types, domains and composite types. */
final class TypeWriter {
    private TypeWriter() {}

    static String create(EnumType type) {
        return "CREATE TYPE "
                + SqlNames.writeCallable(type.name())
                + " AS ENUM ("
                + type.values().stream().map(SqlNames::literal).collect(Collectors.joining(", "))
                + ")";
    }

    static String create(CompositeType type) {
        String attributes =
                type.attributes().stream()
                        .map(TypeWriter::attribute)
                        .collect(Collectors.joining(",\n    "));
        return "CREATE TYPE "
                + SqlNames.writeCallable(type.name())
                + (attributes.isEmpty() ? " AS ()" : " AS (\n    " + attributes + "\n)");
    }

    private static String attribute(CompositeType.Attribute attribute) {
        return SqlNames.write(attribute.name())
                + " "
                + PostgresTypes.render(attribute.type())
                + attribute.collation().map(name -> " COLLATE " + SqlNames.write(name)).orElse("");
    }

    static List<Piece> alter(CompositeType before, CompositeType after) {
        String head = "ALTER TYPE " + SqlNames.writeCallable(after.name());
        Map<String, CompositeType.Attribute> old = new LinkedHashMap<>();
        before.attributes().forEach(attribute -> old.put(attribute.name(), attribute));
        List<Piece> pieces = new ArrayList<>();
        for (CompositeType.Attribute attribute : after.attributes()) {
            CompositeType.Attribute was = old.remove(attribute.name());
            if (was == null) {
                pieces.add(Piece.action(head, "ADD ATTRIBUTE " + attribute(attribute)));
            } else if (!was.type().equals(attribute.type())
                    || !was.collation().equals(attribute.collation())) {
                pieces.add(
                        Piece.action(
                                head,
                                "ALTER ATTRIBUTE "
                                        + SqlNames.write(attribute.name())
                                        + " TYPE "
                                        + PostgresTypes.render(attribute.type())
                                        + attribute
                                                .collation()
                                                .map(name -> " COLLATE " + SqlNames.write(name))
                                                .orElse("")));
            }
        }
        for (String gone : old.keySet()) {
            pieces.add(
                    Piece.action(head, "DROP ATTRIBUTE " + SqlNames.write(gone))
                            .hazard(
                                    Hazard.Kind.DATA_LOSS,
                                    "the values of " + after.name() + "." + gone + " are gone")
                            .note(
                                    Notes.loss(
                                            "the values of "
                                                    + after.name()
                                                    + "."
                                                    + gone
                                                    + " are gone")));
        }
        return pieces;
    }

    static String create(Domain domain) {
        StringBuilder text = new StringBuilder("CREATE DOMAIN ");
        text.append(SqlNames.writeCallable(domain.name()))
                .append(" AS ")
                .append(PostgresTypes.render(domain.type()));
        domain.collation().ifPresent(name -> text.append(" COLLATE ").append(SqlNames.write(name)));
        domain.defaultValue()
                .ifPresent(value -> text.append(" DEFAULT ").append(SqlText.behindDefault(value)));
        domain.notNull().ifPresent(rule -> text.append(named(domain, rule)).append(" NOT NULL"));
        for (Check check : domain.constraints()) {
            if (check.state().validated()) {
                text.append("\n    ").append(check(domain, check));
            }
        }
        return text.toString();
    }

    /** Returns what adds the constraints that were not checked, which no new domain can have. */
    static List<Piece> unchecked(Domain domain) {
        String head = "ALTER DOMAIN " + SqlNames.writeCallable(domain.name()) + " ADD ";
        return domain.constraints().stream()
                .filter(check -> !check.state().validated())
                .map(check -> Piece.statement(head + check(domain, check)))
                .toList();
    }

    private static String named(Domain domain, NotNull rule) {
        String name = rule.name().value();
        return name.isEmpty() || name.equals(notNullName(domain))
                ? ""
                : " CONSTRAINT " + SqlNames.write(name);
    }

    private static String notNullName(Domain domain) {
        return MadeNames.of(domain.name().name(), "", "not_null");
    }

    private static String check(Domain domain, Check check) {
        String name = check.name().value();
        boolean made =
                name.isEmpty() || name.equals(MadeNames.of(domain.name().name(), "", "check"));
        String named = made ? "" : "CONSTRAINT " + SqlNames.write(name) + " ";
        return named
                + "CHECK ("
                + SqlText.write(check.predicate())
                + ")"
                + ConstraintWriter.state(check.state());
    }

    /** Returns the statements that lead from one state of a domain to another. */
    static List<String> alter(Domain before, Domain after) {
        String head = "ALTER DOMAIN " + SqlNames.writeCallable(after.name()) + " ";
        List<String> statements = new ArrayList<>();
        Map<String, Check> gone = new LinkedHashMap<>();
        before.constraints().forEach(check -> gone.put(check.name().value(), check));
        List<String> last = new ArrayList<>();
        for (Check check : after.constraints()) {
            Check old = gone.get(check.name().value());
            if (old != null && old.sameDefinition(check)) {
                gone.remove(check.name().value());
            } else if (old != null && validates(old, check)) {
                gone.remove(check.name().value());
                last.add(head + "VALIDATE CONSTRAINT " + SqlNames.write(check.name()));
            } else {
                last.add(head + "ADD " + check(after, check));
            }
        }
        gone.values()
                .forEach(
                        check ->
                                statements.add(
                                        head + "DROP CONSTRAINT " + SqlNames.write(check.name())));
        if (!before.defaultValue().equals(after.defaultValue())) {
            statements.add(head + setDefault(after.defaultValue()));
        }
        if (before.notNull().isPresent() != after.notNull().isPresent()) {
            statements.add(head + (after.notNull().isPresent() ? "SET NOT NULL" : "DROP NOT NULL"));
        } else {
            rename(before.notNull(), after.notNull())
                    .ifPresent(names -> statements.add(head + "RENAME CONSTRAINT " + names));
        }
        statements.addAll(last);
        return statements;
    }

    private static boolean validates(Check before, Check after) {
        return !before.state().validated() && before.withState(after.state()).sameDefinition(after);
    }

    private static String setDefault(Optional<Expression> value) {
        return value.map(text -> "SET DEFAULT " + SqlText.behindDefault(text))
                .orElse("DROP DEFAULT");
    }

    private static Optional<String> rename(Optional<NotNull> before, Optional<NotNull> after) {
        String old = before.map(rule -> rule.name().value()).orElse("");
        String wanted = after.map(rule -> rule.name().value()).orElse("");
        return old.isEmpty() || wanted.isEmpty() || old.equals(wanted)
                ? Optional.empty()
                : Optional.of(SqlNames.write(old) + " TO " + SqlNames.write(wanted));
    }
}
