package dev.limbeck.mysql;

import dev.limbeck.mysql.server.ServerFeature;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.schema.NameScopes;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaRules;
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
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Generated schemas that MySQL and MariaDB can hold. */
final class MadeUpSchemas {
    private static final NameScopes NAMES =
            new NameScopes(
                    EnumSet.of(ObjectKind.TABLE, ObjectKind.VIEW),
                    EnumSet.noneOf(ObjectKind.class),
                    NameScopes.Scope.RELATION,
                    NameScopes.Scope.SCHEMA,
                    NameScopes.Scope.SCHEMA,
                    true);

    /** Names reach into the queries of views too, as a person's would. */
    private static final SchemaRules RULES =
            new SchemaRules(
                    NAMES,
                    NameRewriter.byWords(MySqlIdentifiers.INSTANCE::fold, MySqlIdentifiers::write));

    private MadeUpSchemas() {}

    static GeneratedSchemas on(ServerVersion server) {
        return new GeneratedSchemas(
                vocabulary(server),
                RULES,
                List.of(),
                MadeUpSchemas::isPossible,
                MadeUpSchemas::withoutStrangers);
    }

    private static Vocabulary vocabulary(ServerVersion server) {
        Set<Feature> features =
                EnumSet.of(
                        Feature.IDENTITY,
                        Feature.GENERATED_COLUMNS,
                        Feature.CHECKS,
                        Feature.FOREIGN_KEYS,
                        Feature.INDEXES,
                        Feature.VIEWS,
                        Feature.COMMENTS);
        if (server.has(ServerFeature.FUNCTIONAL_KEY_PARTS)) {
            features.add(Feature.EXPRESSION_INDEXES);
        }
        return new Vocabulary(
                features,
                name -> name,
                List.of(
                        TypeSample.of(ColumnType.of("int"), Family.NUMBER, "0", "7"),
                        TypeSample.of(ColumnType.of("bigint"), Family.NUMBER, "1", "42"),
                        TypeSample.of(
                                ColumnType.of("decimal", "10", "2"), Family.NUMBER, "0", "1.5"),
                        TypeSample.of(
                                ColumnType.of("varchar", "20"), Family.TEXT, "'a'", "'it''s'"),
                        TypeSample.of(ColumnType.of("varchar", "40"), Family.TEXT, "'b'"),
                        TypeSample.of(ColumnType.of("tinyint", "1"), Family.OTHER, "TRUE", "FALSE"),
                        TypeSample.of(ColumnType.of("datetime"), Family.OTHER, "CURRENT_TIMESTAMP"),
                        TypeSample.of(ColumnType.of("date"), Family.OTHER, "'2020-02-29'"),
                        TypeSample.of(
                                ColumnType.of("enum", "'a'", "'b'"), Family.OTHER, "'a'", "'b'")),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** What counts has to lead a key, and neither checks nor computations may use it. */
    private static boolean isPossible(Schema schema) {
        for (Table table : schema.tables()) {
            List<Column> numbered =
                    table.columns().stream()
                            .filter(column -> column.identity().isPresent())
                            .toList();
            boolean fine =
                    !table.columns().isEmpty()
                            && numbered.size() <= 1
                            && numbered.stream().allMatch(column -> isCounter(table, column))
                            && table.foreignKeys().stream()
                                    .noneMatch(key -> isRefused(schema, table, key));
            if (!fine
                    || !table.parts(Check.class).stream()
                            .allMatch(check -> hasOwnName(table, check))) {
                return false;
            }
        }
        return true;
    }

    /**
     * A column doesn't refer to itself, nor to one of another type; and rows that values are
     * computed of don't go with others.
     */
    private static boolean isRefused(Schema schema, Table table, ForeignKey key) {
        boolean itself =
                key.table().equals(table.name()) && key.keyColumns().equals(key.tableColumns());
        ColumnType type = table.column(key.keyColumns().get(0)).orElseThrow().type();
        boolean alike =
                schema.table(key.table())
                        .flatMap(target -> target.column(key.tableColumns().get(0)))
                        .filter(column -> column.type().equals(type))
                        .isPresent();
        return itself
                || !alike
                || (key.onDelete() == ReferentialAction.CASCADE
                        && table.columns().stream()
                                .flatMap(column -> column.generated().stream())
                                .flatMap(computed -> computed.expression().references().stream())
                                .flatMap(reference -> reference.column().stream())
                                .anyMatch(key.keyColumns()::contains));
    }

    /** A check named like a column would be part of it. */
    private static boolean hasOwnName(Table table, Check check) {
        return table.column(check.name().value()).isEmpty();
    }

    private static boolean isCounter(Table table, Column column) {
        boolean key =
                table.primaryKey()
                                .filter(
                                        primary ->
                                                primary.key()
                                                        .columns()
                                                        .get(0)
                                                        .equals(column.name()))
                                .isPresent()
                        || table.parts(Index.class).stream()
                                .anyMatch(
                                        index ->
                                                index.parts()
                                                        .get(0)
                                                        .column()
                                                        .filter(column.name()::equals)
                                                        .isPresent());
        boolean used =
                table.parts(Check.class).stream()
                                .anyMatch(
                                        check ->
                                                uses(check.predicate().references(), table, column))
                        || table.columns().stream()
                                .anyMatch(
                                        other ->
                                                other.generated()
                                                        .filter(
                                                                computed ->
                                                                        uses(
                                                                                computed.expression()
                                                                                        .references(),
                                                                                table,
                                                                                column))
                                                        .isPresent());
        return key && !used;
    }

    private static boolean uses(Set<Reference> references, Table table, Column column) {
        return Reference.mayUse(references, table.name(), column.name());
    }

    /** Only tables, columns and indexes have comments. */
    private static Schema withoutStrangers(Schema schema) {
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            if (object instanceof View view) {
                objects.add(
                        view.withColumnComments(Collections.emptyMap())
                                .withDetails(view.details().withComment(Optional.empty())));
            } else if (object instanceof Table table) {
                objects.add(
                        table.withParts(table.parts().stream().map(MadeUpSchemas::plain).toList()));
            } else {
                objects.add(object);
            }
        }
        return Schema.of(objects);
    }

    private static TablePart plain(TablePart part) {
        boolean commented = part instanceof Index || part instanceof Unique;
        return commented ? part : part.withComment(Optional.empty());
    }
}
