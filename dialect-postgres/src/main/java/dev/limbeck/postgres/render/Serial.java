package dev.limbeck.postgres.render;

import dev.limbeck.postgres.model.MadeNames;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells columns that are just what {@code serial} makes. */
final class Serial {
    private static final Map<String, String> WORDS =
            Map.of("smallint", "smallserial", "integer", "serial", "bigint", "bigserial");

    private Serial() {}

    /**
     * Returns the word to write instead of a column's type; empty where the column isn't just what
     * that word makes.
     */
    static Optional<String> word(
            QualifiedName table, Column column, List<Sequence> owned, NotNullNames names) {
        String word = WORDS.get(PostgresTypes.render(column.type()));
        boolean exact =
                word != null
                        && column.notNull()
                                .filter(rule -> !names.isWritten(table, column.name(), rule))
                                .isPresent()
                        && column.identity().isEmpty()
                        && column.generated().isEmpty()
                        && owned.stream().anyMatch(sequence -> fits(table, column, sequence));
        return exact ? Optional.ofNullable(word) : Optional.empty();
    }

    /** Returns the sequence that comes with {@code serial}. */
    static Optional<Sequence> sequence(QualifiedName table, Column column, List<Sequence> owned) {
        return owned.stream().filter(sequence -> fits(table, column, sequence)).findFirst();
    }

    private static boolean fits(QualifiedName table, Column column, Sequence sequence) {
        Optional<ColumnType> type =
                PostgresTypes.render(column.type()).equals("bigint")
                        ? Optional.empty()
                        : Optional.of(column.type());
        return sequence.name().equals(MadeNames.sequence(table, column.name()))
                && sequence.counting().equals(SequenceOptions.defaults().withType(type))
                && sequence.persistence() == Persistence.PERMANENT
                && sequence.details().equals(Details.none())
                && sequence.ownedBy()
                        .filter(owner -> owner.table().equals(table))
                        .filter(owner -> owner.column().equals(column.name()))
                        .isPresent()
                && column.defaultValue().filter(value -> isNext(value, sequence)).isPresent();
    }

    /** Returns whether a default takes the next value of a sequence. */
    static boolean isNext(Expression value, Sequence sequence) {
        return value.references().stream().anyMatch(reference -> reference.mayMean(sequence.id()))
                || value.source().contains(sequence.name().name());
    }

    /** Returns the default that takes the next value of a sequence. */
    static String next(Sequence sequence) {
        return "nextval(" + SqlNames.literal(SqlNames.write(sequence.name())) + ")";
    }
}
