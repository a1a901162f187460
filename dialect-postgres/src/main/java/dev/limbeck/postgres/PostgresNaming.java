package dev.limbeck.postgres;

import dev.limbeck.ddl.PartNaming;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The names PostgreSQL makes, as {@code makeObjectName}, {@code ChooseRelationName} and {@code
 * ChooseConstraintName} of its source do.
 */
final class PostgresNaming implements PartNaming {
    private static final int LONGEST = 63;

    @Override
    public PartName nameFor(Schema schema, Relation owner, TablePart part) {
        String table = owner.name().name();
        Predicate<String> taken = taken(schema, owner, part);
        if (part instanceof PrimaryKey) {
            return derived(table, "", "pkey", taken);
        }
        if (part instanceof Unique unique) {
            List<String> columns = new ArrayList<>(unique.key().columns());
            columns.addAll(unique.key().include());
            return derived(table, joined(columns), "key", taken);
        }
        if (part instanceof ForeignKey key) {
            return derived(table, joined(key.keyColumns()), "fkey", taken);
        }
        if (part instanceof Check check) {
            Set<String> columns = check.columns(owner.name());
            String column = columns.size() == 1 ? columns.iterator().next() : "";
            return derived(table, column, "check", taken);
        }
        if (part instanceof Exclusion exclusion) {
            List<IndexPart> parts =
                    exclusion.elements().stream().map(Exclusion.Element::part).toList();
            return derived(table, joined(columnNames(parts, exclusion.include())), "excl", taken);
        }
        if (part instanceof Index index) {
            return derived(
                    table, joined(columnNames(index.parts(), index.include())), "idx", taken);
        }
        throw new IllegalArgumentException(part.kind() + " always has a name");
    }

    /** Returns the name of the sequence that a serial column gets. */
    static QualifiedName sequence(Schema schema, QualifiedName table, String column) {
        Predicate<String> taken = name -> isRelation(schema, table.sibling(name));
        return table.sibling(free(table.name(), column, "seq", taken));
    }

    /** Returns the name of the constraint that a column gets which holds no nulls. */
    static PartName notNull(Schema schema, Table table, String column) {
        Predicate<String> taken =
                name ->
                        isConstraint(schema, table.name().sibling(name))
                                || isConstraintOf(table, name);
        return PartName.derived(free(table.name().name(), column, "not_null", taken));
    }

    /** Returns the name of a constraint of a domain. */
    static PartName ofDomain(Schema schema, Domain domain, String label) {
        Predicate<String> taken =
                name ->
                        isConstraint(schema, domain.name().sibling(name))
                                || domain.constraints().stream()
                                        .anyMatch(check -> check.name().value().equals(name));
        return PartName.derived(free(domain.name().name(), "", label, taken));
    }

    private static PartName derived(
            String table, String columns, String label, Predicate<String> taken) {
        return PartName.derived(free(table, columns, label, taken));
    }

    private static String free(String first, String second, String label, Predicate<String> taken) {
        String name = made(first, second, label);
        for (int pass = 1; taken.test(name); pass++) {
            name = made(first, second, label + pass);
        }
        return name;
    }

    /** Returns a name of three pieces, the longer of the first two cut until all have a place. */
    static String made(String first, String second, String label) {
        int room = LONGEST - (second.isEmpty() ? 0 : 1) - label.length() - 1;
        int firstLength = bytes(first);
        int secondLength = bytes(second);
        while (firstLength + secondLength > room) {
            if (firstLength > secondLength) {
                firstLength--;
            } else {
                secondLength--;
            }
        }
        String middle = second.isEmpty() ? "" : "_" + PostgresNames.clipped(second, secondLength);
        return PostgresNames.clipped(first, firstLength) + middle + "_" + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String joined(List<String> columns) {
        return PostgresNames.clipped(String.join("_", columns), 2 * LONGEST);
    }

    /** Returns the names of an index's own columns, each once. */
    private static List<String> columnNames(List<IndexPart> parts, List<String> include) {
        List<String> names = new ArrayList<>();
        for (IndexPart part : parts) {
            String name =
                    part.column()
                            .orElseGet(
                                    () -> FiguredName.of(part.expression().orElseThrow().source()));
            String free = name;
            for (int i = 1; names.contains(free); i++) {
                String number = Integer.toString(i);
                free = PostgresNames.clipped(name, LONGEST - number.length()) + number;
            }
            names.add(free);
        }
        names.addAll(include);
        return names;
    }

    private static Predicate<String> taken(Schema schema, Relation owner, TablePart part) {
        boolean isIndex =
                part instanceof PrimaryKey
                        || part instanceof Unique
                        || part instanceof Exclusion
                        || part instanceof Index;
        boolean isConstraint = !(part instanceof Index);
        return name -> {
            QualifiedName qualified = owner.name().sibling(name);
            boolean relation = isIndex && (isRelation(schema, qualified) || isIndexOf(owner, name));
            boolean constraint =
                    isConstraint
                            && (isConstraint(schema, qualified) || isConstraintOf(owner, name));
            return relation || constraint || (isIndex && name.equals(owner.name().name()));
        };
    }

    private static boolean isIndexOf(Relation owner, String name) {
        return owner.parts().stream()
                .filter(
                        part ->
                                part instanceof Index
                                        || part instanceof PrimaryKey
                                        || part instanceof Unique
                                        || part instanceof Exclusion)
                .anyMatch(part -> part.name().value().equals(name));
    }

    private static boolean isConstraintOf(Relation owner, String name) {
        boolean part =
                owner.parts().stream()
                        .anyMatch(
                                one ->
                                        one.kind() == PartKind.CONSTRAINT
                                                && one.name().value().equals(name));
        return part || (owner instanceof Table table && isNotNullOf(table, name));
    }

    private static boolean isNotNullOf(Table table, String name) {
        return table.columns().stream()
                .map(Column::notNull)
                .flatMap(Optional::stream)
                .anyMatch(notNull -> notNull.name().value().equals(name));
    }

    private static boolean isConstraint(Schema schema, QualifiedName name) {
        return !schema.ownersOf(PartKind.CONSTRAINT, name).isEmpty();
    }

    private static boolean isRelation(Schema schema, QualifiedName name) {
        boolean object =
                schema.named(name).stream()
                        .map(found -> found.id().kind())
                        .anyMatch(
                                kind ->
                                        kind.isRelation()
                                                || kind == ObjectKind.SEQUENCE
                                                || kind == ObjectKind.COMPOSITE_TYPE);
        return object
                || !schema.ownersOf(PartKind.INDEX, name).isEmpty()
                || schema.ownersOf(PartKind.CONSTRAINT, name).stream()
                        .map(owner -> (Relation) schema.find(owner).orElseThrow())
                        .anyMatch(owner -> isIndexOf(owner, name.name()));
    }
}
