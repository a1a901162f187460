package dev.limbeck.postgres.render;

import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes sequences. */
final class SequenceWriter {
    private static final List<String> WIDTHS = List.of("smallint", "integer", "bigint");

    private SequenceWriter() {}

    /** Returns the statement that makes a sequence, its owner left out. */
    static String create(Sequence sequence) {
        List<String> words = new ArrayList<>();
        words.add(sequence.persistence() == Persistence.UNLOGGED ? "CREATE UNLOGGED" : "CREATE");
        words.add("SEQUENCE " + SqlNames.write(sequence.name()));
        sequence.counting().type().ifPresent(type -> words.add("AS " + PostgresTypes.render(type)));
        words.addAll(IdentityWriter.options(sequence.counting()));
        return String.join(" ", words);
    }

    static String own(Sequence sequence) {
        return "ALTER SEQUENCE " + SqlNames.write(sequence.name()) + " OWNED BY " + owner(sequence);
    }

    private static String owner(Sequence sequence) {
        return sequence.ownedBy()
                .map(
                        column ->
                                SqlNames.write(column.table())
                                        + "."
                                        + SqlNames.write(column.column()))
                .orElse("NONE");
    }

    static List<String> alter(Sequence before, Sequence after) {
        String head = "ALTER SEQUENCE " + SqlNames.write(after.name());
        List<String> statements = new ArrayList<>();
        List<String> options = new ArrayList<>();
        SequenceOptions old = before.counting();
        SequenceOptions wanted = after.counting();
        // with a type in the same statement the server would set bounds for the old direction
        boolean apart = descends(old) != descends(wanted) && !old.type().equals(wanted.type());
        String type = "AS " + PostgresTypes.render(typeOf(wanted.type()));
        if (apart && !narrows(old, wanted)) {
            statements.add(head + " " + type);
        } else if (!apart && !old.type().equals(wanted.type())) {
            options.add(type);
        }
        options.addAll(IdentityWriter.changes(old, wanted));
        if (startsAgain(old, wanted)) {
            options.add("RESTART");
        }
        if (!before.ownedBy().equals(after.ownedBy())) {
            options.add("OWNED BY " + owner(after));
        }
        intoBounds(after.name(), old, wanted).ifPresent(statements::add);
        if (!options.isEmpty()) {
            statements.add(head + " " + String.join(" ", options));
        }
        if (apart && narrows(old, wanted)) {
            statements.add(head + " " + type);
        }
        if (before.persistence() != after.persistence()) {
            boolean unlogged = after.persistence() == Persistence.UNLOGGED;
            statements.add(head + (unlogged ? " SET UNLOGGED" : " SET LOGGED"));
        }
        return statements;
    }

    private static boolean narrows(SequenceOptions before, SequenceOptions after) {
        return WIDTHS.indexOf(typeOf(after.type()).name().name())
                < WIDTHS.indexOf(typeOf(before.type()).name().name());
    }

    /** Returns whether no number that was counted can be one that is counted afterwards. */
    static boolean startsAgain(SequenceOptions before, SequenceOptions after) {
        return descends(before) != descends(after)
                || isAbove(least(after), most(before))
                || isAbove(least(before), most(after));
    }

    private static boolean isAbove(Optional<BigInteger> low, Optional<BigInteger> high) {
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0;
    }

    /** Returns the least number; empty where the type sets it. */
    private static Optional<BigInteger> least(SequenceOptions counting) {
        return counting.minimum().isPresent() || descends(counting)
                ? counting.minimum()
                : Optional.of(BigInteger.ONE);
    }

    /** Returns the greatest number; empty where the type sets it. */
    private static Optional<BigInteger> most(SequenceOptions counting) {
        return counting.maximum().isPresent() || !descends(counting)
                ? counting.maximum()
                : Optional.of(BigInteger.ONE.negate());
    }

    /** Returns whether a sequence counts down. */
    static boolean descends(SequenceOptions counting) {
        return counting.increment().filter(step -> step.signum() < 0).isPresent();
    }

    /** Returns the statement that brings a counter between bounds that come closer. */
    static Optional<String> intoBounds(
            QualifiedName sequence, SequenceOptions before, SequenceOptions after) {
        if (startsAgain(before, after)) {
            return Optional.empty();
        }
        String value = "last_value";
        if (!after.minimum().equals(before.minimum()) && after.minimum().isPresent()) {
            value = "greatest(" + value + ", " + after.minimum().get() + ")";
        }
        if (!after.maximum().equals(before.maximum()) && after.maximum().isPresent()) {
            value = "least(" + value + ", " + after.maximum().get() + ")";
        }
        String name = SqlNames.write(sequence);
        return value.equals("last_value")
                ? Optional.empty()
                : Optional.of(
                        "SELECT setval("
                                + SqlNames.literal(name)
                                + ", "
                                + value
                                + ", is_called) FROM "
                                + name);
    }

    private static ColumnType typeOf(Optional<ColumnType> type) {
        return type.orElse(ColumnType.of("bigint"));
    }
}
