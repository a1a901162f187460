package dev.limbeck.h2.catalog;

import dev.limbeck.h2.catalog.CatalogQuery.Row;
import dev.limbeck.h2.model.H2Printed;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.H2Text;
import dev.limbeck.h2.text.SystemNames;
import dev.limbeck.h2.type.H2Types;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the catalog says of columns, constraints, indexes and triggers, by their tables. */
final class CatalogTables {
    private final Map<QualifiedName, List<Column>> columns = new HashMap<>();
    private final Map<QualifiedName, List<TablePart>> parts = new HashMap<>();

    CatalogTables(Map<CatalogQuery, List<Row>> answers) {
        for (Row row : answers.getOrDefault(CatalogQuery.COLUMNS, List.of())) {
            columns.computeIfAbsent(tableOf(row), absent -> new ArrayList<>()).add(column(row));
        }
        for (Row row : answers.getOrDefault(CatalogQuery.CONSTRAINTS, List.of())) {
            PartName name = SystemNames.of(row.text("CONSTRAINT_NAME"));
            add(
                    tableOf(row),
                    H2Printed.constraint(name, row.text("DEFINITION")).withComment(row.comment()));
        }
        for (Row row : answers.getOrDefault(CatalogQuery.INDEXES, List.of())) {
            PartName name = SystemNames.of(row.text("INDEX_NAME"));
            add(
                    tableOf(row),
                    H2Printed.index(name, row.text("DEFINITION")).withComment(row.comment()));
        }
        for (Row row : answers.getOrDefault(CatalogQuery.TRIGGERS, List.of())) {
            add(
                    H2Names.of(row.text("EVENT_OBJECT_SCHEMA"), row.text("EVENT_OBJECT_TABLE")),
                    trigger(row));
        }
    }

    private void add(QualifiedName table, TablePart part) {
        parts.computeIfAbsent(table, absent -> new ArrayList<>()).add(part);
    }

    private static QualifiedName tableOf(Row row) {
        return H2Names.of(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"));
    }

    /** Returns the columns of a relation in order. */
    List<Column> columns(QualifiedName relation) {
        return columns.getOrDefault(relation, List.of());
    }

    /** Returns the parts of a relation. */
    List<TablePart> parts(QualifiedName relation) {
        return parts.getOrDefault(relation, List.of());
    }

    private static TablePart trigger(Row row) {
        PartName name = PartName.of(row.text("TRIGGER_NAME"));
        String definition = row.text("DEFINITION");
        Optional<Trigger> trigger = H2Printed.trigger(name, definition);
        if (trigger.isPresent()) {
            return trigger.get().withComment(row.comment());
        }
        String text = H2Text.plain(definition.replaceFirst("CREATE FORCE", "CREATE"));
        return new Attachment(name, "trigger", Expression.of(text), row.comment());
    }

    private static Column column(Row row) {
        Optional<QualifiedName> domain =
                row.find("DOMAIN_NAME").map(name -> H2Names.of(row.text("DOMAIN_SCHEMA"), name));
        ColumnType type =
                domain.map(name -> ColumnType.of(name))
                        .orElseGet(() -> H2Types.parse(row.text("TYPE_SQL")));
        Options options = Options.none();
        Optional<String> onUpdate = row.find("COLUMN_ON_UPDATE");
        if (onUpdate.isPresent()) {
            options = options.with(Options.ON_UPDATE, H2Text.plain(onUpdate.get()));
        }
        if (!row.is("IS_VISIBLE")) {
            options = options.with(Options.INVISIBLE, "");
        }
        Optional<Identity> identity = identity(row);
        if (row.is("DEFAULT_ON_NULL") && identity.isEmpty()) {
            options = options.with(Options.DEFAULT_ON_NULL, "");
        }
        return Column.of(row.text("COLUMN_NAME"), type)
                .withNotNull(row.is("IS_NULLABLE") ? Optional.empty() : plainNotNull())
                .withDefault(expression(row, "COLUMN_DEFAULT"))
                .withGenerated(
                        expression(row, "GENERATION_EXPRESSION")
                                .map(text -> new Generated(text, Generated.Storage.STORED)))
                .withIdentity(identity)
                .withOptions(options)
                .withComment(row.comment());
    }

    private static Optional<NotNull> plainNotNull() {
        return Optional.of(NotNull.plain());
    }

    private static Optional<Expression> expression(Row row, String column) {
        return row.find(column).map(text -> Expression.of(H2Text.bare(H2Text.plain(text))));
    }

    private static Optional<Identity> identity(Row row) {
        return row.find("IDENTITY_GENERATION")
                .map(
                        generation -> {
                            SequenceOptions counting =
                                    SequenceOptions.defaults()
                                            .withStart(number(row, "IDENTITY_START"))
                                            .withIncrement(number(row, "IDENTITY_INCREMENT"))
                                            .withMinimum(number(row, "IDENTITY_MINIMUM"))
                                            .withMaximum(number(row, "IDENTITY_MAXIMUM"))
                                            .withCache(number(row, "IDENTITY_CACHE"))
                                            .withCycle(row.is("IDENTITY_CYCLE"));
                            return new Identity(generation(row, generation), counting);
                        });
    }

    private static Identity.Generation generation(Row row, String word) {
        if (word.equals("ALWAYS")) {
            return Identity.Generation.ALWAYS;
        }
        return row.is("DEFAULT_ON_NULL")
                ? Identity.Generation.BY_DEFAULT_ON_NULL
                : Identity.Generation.BY_DEFAULT;
    }

    static Optional<BigInteger> number(Row row, String column) {
        return row.find(column).map(BigInteger::new);
    }
}
