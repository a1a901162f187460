package dev.limbeck.oracle;

import dev.limbeck.oracle.server.OracleVersion;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.type.OracleTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import dev.limbeck.schema.View;
import dev.limbeck.tck.GeneratedSchemas;
import dev.limbeck.tck.schema.Feature;
import dev.limbeck.tck.schema.TypeSample;
import dev.limbeck.tck.schema.TypeSample.Family;
import dev.limbeck.tck.schema.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Generated schemas that Oracle can hold. */
final class MadeUpSchemas {
    /** Names reach into the queries of views too, as a person's would. */
    static final SchemaRules RULES =
            new SchemaRules(
                    OracleSchemas.of(OracleVersion.NEWEST).diffOptions().schemaRules().names(),
                    NameRewriter.byWords(
                            OracleIdentifiers.INSTANCE::fold, OracleIdentifiers::write));

    static final GeneratedSchemas SCHEMAS =
            new GeneratedSchemas(
                    vocabulary(),
                    RULES,
                    List.of(),
                    MadeUpSchemas::isPossible,
                    MadeUpSchemas::withoutStrangers);

    private MadeUpSchemas() {}

    private static Vocabulary vocabulary() {
        return new Vocabulary(
                EnumSet.of(
                        Feature.SEQUENCES,
                        Feature.GENERATED_COLUMNS,
                        Feature.CHECKS,
                        Feature.FOREIGN_KEYS,
                        Feature.DEFERRABLE,
                        Feature.INDEXES,
                        Feature.EXPRESSION_INDEXES,
                        Feature.VIEWS,
                        Feature.COMMENTS),
                name -> name.toUpperCase(Locale.ROOT),
                List.of(
                        TypeSample.of(ColumnType.of("number", "10", "0"), Family.NUMBER, "0", "7"),
                        TypeSample.of(ColumnType.of("number", "19", "0"), Family.NUMBER, "1", "42"),
                        TypeSample.of(ColumnType.of("number"), Family.NUMBER, "0", "1.5"),
                        TypeSample.of(
                                OracleTypes.parse("varchar2(20)"), Family.TEXT, "'a'", "'it''s'"),
                        TypeSample.of(OracleTypes.parse("varchar2(40 CHAR)"), Family.TEXT, "'b'"),
                        TypeSample.of(ColumnType.of("date"), Family.OTHER, "SYSDATE"),
                        TypeSample.of(ColumnType.of("timestamp"), Family.OTHER, "SYSTIMESTAMP"),
                        TypeSample.of(ColumnType.of("binary_double"), Family.OTHER, "0")),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A table has columns, a key one index, and a foreign key a type of its own target. */
    private static boolean isPossible(Schema schema) {
        for (Table table : schema.tables()) {
            boolean fine =
                    table.columns().stream().anyMatch(column -> column.generated().isEmpty())
                            && table.foreignKeys().stream()
                                    .allMatch(key -> isAlike(schema, table, key))
                            && hasNoTwins(table);
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlike(Schema schema, Table table, ForeignKey key) {
        ColumnType type = table.column(key.keyColumns().get(0)).orElseThrow().type();
        return schema.table(key.table())
                .flatMap(target -> target.column(key.tableColumns().get(0)))
                .filter(column -> column.type().equals(type))
                .isPresent();
    }

    /** No two keys, no two indexes are over the same columns. */
    private static boolean hasNoTwins(Table table) {
        Set<Object> seen = new HashSet<>();
        table.primaryKey().ifPresent(key -> seen.add(key.key().columns()));
        for (TablePart part : table.parts()) {
            boolean twin =
                    (part instanceof Unique unique && !seen.add(unique.key().columns()))
                            || (part instanceof Index index && !seen.add(index.parts()));
            if (twin) {
                return false;
            }
        }
        return true;
    }

    /** Only tables, views and columns have comments; keys follow no updates. */
    private static Schema withoutStrangers(Schema schema) {
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            if (object instanceof Table table) {
                objects.add(
                        table.withColumns(
                                        table.columns().stream().map(MadeUpSchemas::plain).toList())
                                .withParts(
                                        table.parts().stream().map(MadeUpSchemas::plain).toList()));
            } else if (object instanceof View view) {
                objects.add(view);
            } else if (object instanceof Sequence) {
                objects.add(object.withDetails(Details.none()));
            } else {
                objects.add(object);
            }
        }
        return Schema.of(objects);
    }

    private static Column plain(Column column) {
        return column.withCollation(Optional.empty());
    }

    private static TablePart plain(TablePart part) {
        TablePart bare = part.withComment(Optional.empty());
        if (bare instanceof ForeignKey key) {
            boolean known =
                    key.onDelete() == ReferentialAction.CASCADE
                            || key.onDelete() == ReferentialAction.SET_NULL;
            return key.withOnUpdate(ReferentialAction.NO_ACTION)
                    .withOnDelete(known ? key.onDelete() : ReferentialAction.NO_ACTION, List.of());
        }
        return bare instanceof Index index
                ? index.withParts(
                        index.parts().stream()
                                .map(each -> each.withNulls(Optional.empty()))
                                .toList(),
                        List.of(),
                        Optional.empty())
                : bare;
    }
}
