package dev.limbeck.mysql.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.mysql.text.KeyText;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Makes indexes, constraints and triggers of what the catalog says of them. */
final class CatalogParts {
    private static final Map<String, String> METHODS =
            Map.of(
                    "FULLTEXT", "fulltext",
                    "SPATIAL", "spatial",
                    "RTREE", "spatial",
                    "HASH", "hash",
                    "BTREE", "btree",
                    "VECTOR", "vector");

    private final CatalogScope scope;

    CatalogParts(CatalogScope scope) {
        this.scope = scope;
    }

    /** Returns an index, or the primary key, of the rows of its parts. */
    TablePart index(List<CatalogRow> rows) {
        CatalogRow first = rows.get(0);
        String name = first.text("index_name");
        List<IndexPart> parts = rows.stream().map(this::part).toList();
        if (name.equals("PRIMARY")) {
            return primaryKey(parts, first.filled("index_comment"));
        }
        Options options =
                first.is("hidden", "YES")
                        ? Options.none().with(Options.INVISIBLE, "")
                        : Options.none();
        return Index.of(PartName.of(name), parts)
                .withUnique(first.is("non_unique", "0"))
                .withMethod(Optional.ofNullable(METHODS.get(first.text("index_type"))))
                .withOptions(options)
                .withComment(first.filled("index_comment"));
    }

    private static PrimaryKey primaryKey(List<IndexPart> parts, Optional<String> comment) {
        Key key = Key.of(parts.stream().map(part -> part.column().orElseThrow()).toList());
        if (!KeyText.isPlain(parts)) {
            key = key.withOptions(Options.none().with("parts", KeyText.of(parts)));
        }
        return new PrimaryKey(PartName.derived("PRIMARY"), key, ConstraintState.normal(), comment);
    }

    private IndexPart part(CatalogRow row) {
        IndexPart part =
                row.find("column_name")
                        .map(IndexPart::column)
                        .orElseGet(
                                () ->
                                        IndexPart.expression(
                                                Expression.of(
                                                        scope.expression(row.text("expression")))));
        boolean whole = Set.of("FULLTEXT", "SPATIAL", "RTREE").contains(row.text("index_type"));
        Optional<String> prefix = whole ? Optional.empty() : row.find("sub_part");
        return part.withDescending(row.is("sorted", "D"))
                .withPrefixLength(
                        prefix.map(length -> OptionalInt.of(Integer.parseInt(length)))
                                .orElse(OptionalInt.empty()));
    }

    /** Returns a foreign key of the rows of its columns. */
    ForeignKey foreignKey(List<CatalogRow> rows) {
        CatalogRow first = rows.get(0);
        return new ForeignKey(
                PartName.of(first.text("constraint_name")),
                rows.stream().map(row -> row.text("column_name")).toList(),
                scope.name(first.text("target_schema"), first.text("target_table")),
                rows.stream().map(row -> row.text("target_column")).toList(),
                action(first.text("delete_rule")),
                List.of(),
                action(first.text("update_rule")),
                ForeignKey.Match.SIMPLE,
                false,
                ConstraintState.normal(),
                Optional.empty());
    }

    private static ReferentialAction action(String rule) {
        return ReferentialAction.valueOf(rule.replace(' ', '_').toUpperCase(Locale.ROOT));
    }

    Check check(CatalogRow row) {
        ConstraintState state = ConstraintState.normal().withEnforced(!row.is("enforced", "NO"));
        return new Check(
                PartName.of(row.text("constraint_name")),
                Expression.of(scope.expression(row.text("check_clause"))),
                true,
                state,
                Optional.empty());
    }

    static Trigger trigger(CatalogRow row) {
        Trigger.Event event = Trigger.Event.valueOf(row.text("event").toUpperCase(Locale.ROOT));
        Trigger.Timing timing = Trigger.Timing.valueOf(row.text("timing").toUpperCase(Locale.ROOT));
        return new Trigger(
                PartName.of(row.text("trigger_name")),
                timing,
                Set.of(event),
                new TreeSet<>(),
                Trigger.Level.ROW,
                Optional.empty(),
                new Trigger.Action(
                        Optional.empty(),
                        List.of(),
                        Optional.of(Expression.of(row.find("body").orElse("")))),
                Trigger.State.ENABLED,
                Optional.empty(),
                Options.none(),
                Optional.empty());
    }
}
