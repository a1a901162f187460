package dev.limbeck.postgres.render;

import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.text.SqlText;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes indexes. */
final class IndexWriter {
    /** The access method that is taken where none is named. */
    private static final String DEFAULT_METHOD = "btree";

    private IndexWriter() {}

    static String create(ObjectId owner, Index index) {
        StringBuilder text =
                new StringBuilder(index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
        text.append(SqlNames.write(index.name()))
                .append(index.valid() ? " ON " : " ON ONLY ")
                .append(SqlNames.write(owner.name()));
        index.method()
                .filter(method -> !method.equals(DEFAULT_METHOD))
                .ifPresent(method -> text.append(" USING ").append(SqlNames.write(method)));
        text.append(
                index.parts().stream()
                        .map(IndexWriter::part)
                        .collect(Collectors.joining(", ", " (", ")")));
        if (!index.include().isEmpty()) {
            text.append(" INCLUDE (").append(SqlNames.list(index.include())).append(')');
        }
        if (index.nullsNotDistinct()) {
            text.append(" NULLS NOT DISTINCT");
        }
        text.append(StorageOptions.with(index.options().without(Options.TABLESPACE)));
        index.options()
                .get(Options.TABLESPACE)
                .ifPresent(name -> text.append(" TABLESPACE ").append(SqlNames.write(name)));
        index.where()
                .ifPresent(predicate -> text.append(" WHERE ").append(SqlText.write(predicate)));
        return text.toString();
    }

    /** Returns one part of an index, an exclusion constraint or a partition key. */
    static String part(IndexPart part) {
        StringBuilder text =
                new StringBuilder(
                        part.column()
                                .map(SqlNames::write)
                                .orElseGet(() -> SqlText.inIndex(part.expression().orElseThrow())));
        part.collation().ifPresent(name -> text.append(" COLLATE ").append(SqlNames.write(name)));
        part.operatorClass().ifPresent(name -> text.append(' ').append(name));
        if (part.descending()) {
            text.append(" DESC");
        }
        part.nulls().ifPresent(nulls -> text.append(" NULLS ").append(nulls.name()));
        return text.toString();
    }

    /** Returns the actions of an {@code ALTER INDEX} that lead from some settings to others. */
    static List<String> changes(Options before, Options after) {
        List<String> actions =
                new ArrayList<>(
                        StorageOptions.changes(
                                before.without(Options.TABLESPACE),
                                after.without(Options.TABLESPACE)));
        Optional<String> place = after.get(Options.TABLESPACE);
        if (!place.equals(before.get(Options.TABLESPACE))) {
            actions.add("SET TABLESPACE " + place.map(SqlNames::write).orElse("pg_default"));
        }
        return actions;
    }
}
