package dev.limbeck.postgres.catalog;

import dev.limbeck.schema.Check;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.ConstraintState.Deferral;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.ForeignKey.Match;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Constraints of tables and domains. What is inherited or cloned from a parent is left out. */
final class CatalogConstraints {
    /** From this version on, NOT NULL has a name. */
    private static final int NAMED_NOT_NULL = 18;

    private final CatalogContext context;
    private final CatalogIndexes indexes;
    private final Map<Long, List<CatalogRow>> ofRelation = new HashMap<>();
    private final Map<Long, List<CatalogRow>> ofDomain = new HashMap<>();
    private final Map<CatalogKey, CatalogRow> notNulls = new HashMap<>();

    CatalogConstraints(
            CatalogContext context, CatalogIndexes indexes, List<CatalogRow> constraints) {
        this.context = context;
        this.indexes = indexes;
        for (CatalogRow row : constraints) {
            long relation = row.number("relation");
            if (row.is("kind", "n")) {
                notNulls.put(notNullKey(row), row);
            } else if (relation == 0) {
                add(ofDomain, row.number("domain"), row);
            } else {
                if (!row.is("kind", "f")) {
                    indexes.claim(row.number("index"));
                }
                if (!row.is("cloned") && row.number("inherited") == 0) {
                    add(ofRelation, relation, row);
                }
            }
        }
    }

    private static CatalogKey notNullKey(CatalogRow row) {
        return row.number("relation") == 0
                ? new CatalogKey("pg_type", row.number("domain"), 0)
                : new CatalogKey("pg_class", row.number("relation"), row.numbers("columns").get(0));
    }

    private static void add(Map<Long, List<CatalogRow>> map, long owner, CatalogRow row) {
        map.computeIfAbsent(owner, key -> new ArrayList<>()).add(row);
    }

    /** Returns the constraints of a table. */
    List<Constraint> of(long relation) {
        List<Constraint> found = new ArrayList<>();
        ofRelation.getOrDefault(relation, List.of()).forEach(row -> found.add(constraint(row)));
        return found;
    }

    /** Returns the checks of a domain. */
    List<Check> ofDomain(long type) {
        return ofDomain.getOrDefault(type, List.of()).stream().map(this::check).toList();
    }

    /** Returns the NOT NULL of a column of which the catalog says that it holds none. */
    NotNull notNull(long relation, long column) {
        return notNull(new CatalogKey("pg_class", relation, column));
    }

    /** Returns the NOT NULL of a domain of which the catalog says that it holds none. */
    NotNull domainNotNull(long type) {
        return notNull(new CatalogKey("pg_type", type, 0));
    }

    private NotNull notNull(CatalogKey key) {
        CatalogRow row = notNulls.get(key);
        if (row == null || !context.since(NAMED_NOT_NULL)) {
            return NotNull.plain();
        }
        return new NotNull(PartName.of(row.text("name")), !row.is("no_inherit"), state(row));
    }

    private static ConstraintState state(CatalogRow row) {
        Deferral deferral =
                !row.is("deferrable")
                        ? Deferral.NOT_DEFERRABLE
                        : row.is("deferred")
                                ? Deferral.INITIALLY_DEFERRED
                                : Deferral.INITIALLY_IMMEDIATE;
        return new ConstraintState(deferral, row.is("enforced"), row.is("validated"), false);
    }

    private Constraint constraint(CatalogRow row) {
        return switch (row.text("kind")) {
            case "p" -> new PrimaryKey(name(row), key(row), state(row), comment(row));
            case "u" -> new Unique(name(row), key(row), state(row), comment(row));
            case "f" -> foreignKey(row);
            case "c" -> check(row);
            case "x" -> exclusion(row);
            default -> throw new IllegalStateException("constraint of kind " + row.text("kind"));
        };
    }

    private static PartName name(CatalogRow row) {
        return PartName.of(row.text("name"));
    }

    private Optional<String> comment(CatalogRow row) {
        return context.details().comment("pg_constraint", row.number("oid"));
    }

    private Key key(CatalogRow row) {
        return indexes.key(row.number("index"), columns(row, "columns"), row.is("period"));
    }

    private List<String> columns(CatalogRow row, String which) {
        return context.columns(row.number("relation"), row.numbers(which));
    }

    private Check check(CatalogRow row) {
        return new Check(
                name(row),
                context.references()
                        .text(row.text("predicate"), "pg_constraint", row.number("oid")),
                !row.is("no_inherit"),
                state(row),
                comment(row));
    }

    private Exclusion exclusion(CatalogRow row) {
        Exclusion plain =
                new Exclusion(
                        name(row),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Options.none(),
                        state(row),
                        comment(row));
        return indexes.exclusion(row.number("index"), plain, row.texts("operators"));
    }

    private ForeignKey foreignKey(CatalogRow row) {
        List<String> setOnDelete =
                context.since(15) ? columns(row, "on_delete_columns") : List.of();
        return new ForeignKey(
                name(row),
                columns(row, "columns"),
                context.names().name(row.text("target_schema"), row.text("target_name")),
                row.texts("target_columns"),
                action(row.text("on_delete")),
                setOnDelete,
                action(row.text("on_update")),
                row.is("match", "f") ? Match.FULL : Match.SIMPLE,
                row.is("period"),
                state(row),
                comment(row));
    }

    private static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
