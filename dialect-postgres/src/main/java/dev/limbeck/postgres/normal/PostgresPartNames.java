package dev.limbeck.postgres.normal;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.expression.OwnColumns;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.TablePartVisitor;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The names that PostgreSQL makes for what is added without one: {@code makeObjectName}, {@code
 * ChooseRelationName}, {@code ChooseConstraintName} and {@code ChooseIndexName} of its source.
 */
public final class PostgresPartNames {
    /** {@code NAMEDATALEN - 1}. */
    private static final int LONGEST = 63;

    private static final int FIRST_WITH_NOT_NULL_NAMES = 18;

    private final boolean namesNotNull;

    public PostgresPartNames(DatabaseProduct product) {
        this.namesNotNull = product.major() >= FIRST_WITH_NOT_NULL_NAMES;
    }

    /** Returns the name that the server gives to a part of a relation for which none is written. */
    public PartName nameFor(Schema schema, Relation owner, TablePart part) {
        return part.accept(new Choice(schema, owner, part));
    }

    /**
     * Returns the name of the constraint that a column holds no nulls; unknown where the server has
     * no such names.
     */
    public PartName notNull(Schema schema, Relation owner, String column) {
        TakenNames taken = new TakenNames(schema, owner, PartName.unknown());
        return namesNotNull
                ? PartName.derived(
                        choose(owner.name().name(), column, "not_null", taken::constraint))
                : PartName.unknown();
    }

    /** Returns the name of a constraint of a domain, by the word for its kind. */
    public static PartName ofDomain(Schema schema, Domain domain, String label) {
        return PartName.derived(
                choose(
                        domain.name().name(),
                        "",
                        label,
                        name ->
                                TakenNames.constraint(schema, domain.name().sibling(name))
                                        || domain.constraints().stream()
                                                .anyMatch(
                                                        check ->
                                                                check.name()
                                                                        .value()
                                                                        .equals(name))));
    }

    /** Returns the name of the sequence that a serial column makes. */
    public static String sequence(Schema schema, QualifiedName table, String column) {
        return choose(
                table.name(),
                column,
                "seq",
                name -> TakenNames.relation(schema, table.sibling(name)));
    }

    /**
     * Returns the name of statistics for which none is written.
     *
     * @param columns the names of the columns; {@code expr} for what is more than a column
     * @param taken names that are given away already
     */
    public static QualifiedName statistics(
            Schema schema, QualifiedName table, List<String> columns, Set<QualifiedName> taken) {
        return table.sibling(
                choose(
                        table.name(),
                        joined(columns),
                        "stat",
                        name ->
                                taken.contains(table.sibling(name))
                                        || schema.named(table.sibling(name)).stream()
                                                .anyMatch(
                                                        object -> object instanceof OpaqueObject)));
    }

    /** Returns the first name that is free: with the label, then with the label and a number. */
    private static String choose(
            String first, String second, String label, Predicate<String> taken) {
        String name = name(first, second, label);
        for (int pass = 1; taken.test(name); pass++) {
            name = name(first, second, label + pass);
        }
        return name;
    }

    /**
     * Returns two names and a label joined by underscores, the longer name cut until it fits.
     *
     * @param second the second name, or empty
     */
    static String name(String first, String second, String label) {
        int room = LONGEST - bytes(label) - 1 - (second.isEmpty() ? 0 : 1);
        int firstLength = bytes(first);
        int secondLength = bytes(second);
        while (firstLength + secondLength > room) {
            if (firstLength > secondLength) {
                firstLength--;
            } else {
                secondLength--;
            }
        }
        String start = cut(first, firstLength);
        String middle = second.isEmpty() ? "" : "_" + cut(second, secondLength);
        return start + middle + "_" + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns as much of a text as fits, whole characters only. */
    private static String cut(String text, int length) {
        String kept = text;
        while (bytes(kept) > length) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept;
    }

    /** Joins the names of columns; what goes far beyond a name's length is left out. */
    private static String joined(List<String> columns) {
        StringBuilder joined = new StringBuilder();
        for (String column : columns) {
            joined.append(joined.isEmpty() ? "" : "_").append(column);
            if (bytes(joined.toString()) > LONGEST) {
                break;
            }
        }
        return joined.toString();
    }

    /** Makes each name differ from those before it by a number. */
    private static List<String> distinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        List<String> distinct = new ArrayList<>();
        for (String name : names) {
            String unique = name;
            for (int i = 1; !seen.add(unique); i++) {
                String number = String.valueOf(i);
                unique = cut(name, LONGEST - number.length()) + number;
            }
            distinct.add(unique);
        }
        return distinct;
    }

    private static List<String> both(List<String> columns, List<String> include) {
        return distinct(Stream.concat(columns.stream(), include.stream()).toList());
    }

    private static List<String> columns(List<IndexPart> parts) {
        return parts.stream()
                .map(
                        part ->
                                part.column()
                                        .orElseGet(
                                                () ->
                                                        PostgresTexts.columnName(
                                                                part.expression().orElseThrow())))
                .toList();
    }

    /** Chooses by the kind of part. */
    private static final class Choice implements TablePartVisitor<PartName> {
        private final Schema schema;
        private final Relation owner;
        private final TakenNames taken;

        Choice(Schema schema, Relation owner, TablePart part) {
            this.schema = schema;
            this.owner = owner;
            this.taken = new TakenNames(schema, owner, part.name());
        }

        private PartName chosen(String second, String label, Predicate<String> isTaken) {
            return PartName.derived(choose(owner.name().name(), second, label, isTaken));
        }

        private boolean keyTaken(String name) {
            return taken.relation(name) || taken.constraint(name);
        }

        @Override
        public PartName primaryKey(PrimaryKey key) {
            return chosen("", "pkey", this::keyTaken);
        }

        @Override
        public PartName unique(Unique unique) {
            List<String> columns = both(unique.key().columns(), unique.key().include());
            return chosen(joined(columns), "key", this::keyTaken);
        }

        @Override
        public PartName exclusion(Exclusion exclusion) {
            List<String> columns =
                    columns(exclusion.elements().stream().map(Exclusion.Element::part).toList());
            return chosen(joined(both(columns, exclusion.include())), "excl", this::keyTaken);
        }

        @Override
        public PartName index(Index index) {
            List<String> columns = both(columns(index.parts()), index.include());
            return chosen(joined(columns), "idx", taken::relation);
        }

        @Override
        public PartName foreignKey(ForeignKey key) {
            return chosen(joined(key.keyColumns()), "fkey", taken::constraint);
        }

        @Override
        public PartName check(Check check) {
            Set<String> used = columnsIn(check.predicate());
            String column = used.size() == 1 ? used.iterator().next() : "";
            return chosen(column, "check", taken::constraint);
        }

        /** Returns the columns of its owner that a predicate uses. */
        private Set<String> columnsIn(Expression predicate) {
            Set<String> known = Reference.columnsOf(owner.name(), predicate.references());
            if (!known.isEmpty()) {
                return known;
            }
            PostgresTexts texts = new PostgresTexts(schema);
            OwnColumns own = texts.columnsOf(owner);
            return Reference.columnsOf(owner.name(), texts.reading(predicate, own).references());
        }

        @Override
        public PartName trigger(Trigger trigger) {
            return PartName.unknown();
        }

        @Override
        public PartName policy(Policy policy) {
            return PartName.unknown();
        }

        @Override
        public PartName attachment(Attachment attachment) {
            return PartName.unknown();
        }
    }
}
