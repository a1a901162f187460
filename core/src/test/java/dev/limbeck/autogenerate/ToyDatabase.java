package dev.limbeck.autogenerate;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.dialect.Introspector;
import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SchemaNormalizer;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.ChangeRules;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.schema.NameScopes;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A made-up database whose DDL is the name of the change: {@code CREATE TABLE} is {@code
 * CreateTable t}. Values added to an enum can be used only after their transaction.
 */
final class ToyDatabase implements SchemaSupport {
    static final DiffOptions OPTIONS =
            new DiffOptions(
                    new SchemaRules(
                            NameScopes.loose(), NameRewriter.byWords(name -> name, name -> name)),
                    new Rules());

    private final Set<String> apart;

    /**
     * @param apart the kinds of change that can't share a transaction
     */
    ToyDatabase(String... apart) {
        this.apart = Set.of(apart);
    }

    @Override
    public DiffOptions diffOptions() {
        return OPTIONS;
    }

    @Override
    public SchemaNormalizer normalizer() {
        return new SchemaNormalizer() {
            @Override
            public Schema normalize(Schema schema) {
                return schema;
            }

            @Override
            public PartName nameFor(Schema schema, Relation owner, TablePart part) {
                return PartName.unknown();
            }
        };
    }

    @Override
    public DdlReader ddl() {
        throw new UnsupportedOperationException("it reads nothing");
    }

    @Override
    public SqlRenderer renderer() {
        return this::render;
    }

    private List<RenderedStatement> render(List<SchemaChange> changes) {
        List<RenderedStatement> statements = new ArrayList<>();
        for (SchemaChange change : changes) {
            List<Hazard> hazards =
                    apart.contains(change.kind())
                            ? List.of(Hazard.of(Hazard.Kind.NEEDS_OWN_TRANSACTION, "it is alone"))
                            : List.of();
            statements.add(new RenderedStatement(sql(change), List.of(change), hazards, List.of()));
        }
        return statements;
    }

    private static String sql(SchemaChange change) {
        if (change instanceof EnumChange.AddValue added) {
            return change.kind() + " " + added.type() + " '" + added.value() + "'";
        }
        String defaults =
                change instanceof dev.limbeck.diff.ColumnChange.Alter alter
                        ? alter.after().defaultValue().map(d -> " DEFAULT " + d.source()).orElse("")
                        : "";
        return change.kind() + " " + change.object() + defaults;
    }

    @Override
    public Introspector introspector(Connection connection) {
        throw new UnsupportedOperationException("it has no catalog");
    }

    /** Everything can be changed in place. */
    private static final class Rules implements ChangeRules {
        @Override
        public boolean altersInPlace(SchemaObject before, SchemaObject after) {
            return true;
        }

        @Override
        public boolean altersInPlace(Column before, Column after) {
            return true;
        }

        @Override
        public boolean altersInPlace(TablePart before, TablePart after) {
            return true;
        }

        @Override
        public boolean renames(ObjectId object) {
            return true;
        }

        @Override
        public boolean renames(TablePart part) {
            return true;
        }

        @Override
        public boolean blocks(SchemaObject user, Column before, Column after) {
            return false;
        }

        @Override
        public boolean blocks(TablePart user, Column before, Column after) {
            return false;
        }

        @Override
        public boolean blocks(Column generated, Column before, Column after) {
            return false;
        }

        @Override
        public ColumnType refuge(SchemaObject type) {
            return ColumnType.of("text");
        }

        @Override
        public Table detached(Schema schema, Table partition) {
            return partition;
        }

        @Override
        public Table attached(Schema schema, Table table, PartitionOf as) {
            return table;
        }
    }
}
