package dev.limbeck.mysql.change;

import dev.limbeck.diff.ChangeRules;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;
import dev.limbeck.mysql.server.ServerFeature;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.Optional;

/** What MySQL and MariaDB change in place, and what stands in the way of a change. */
public final class MySqlChangeRules implements ChangeRules {
    /** The reference system of a spatial column. */
    private static final String SYSTEM = "srid";

    private final ServerVersion server;

    public MySqlChangeRules(ServerVersion server) {
        this.server = server;
    }

    @Override
    public boolean altersInPlace(SchemaObject before, SchemaObject after) {
        if (before instanceof Routine old && after instanceof Routine now) {
            return server.has(ServerFeature.OR_REPLACE) || sameBeside(old, now);
        }
        if (after instanceof OpaqueObject) {
            return server.has(ServerFeature.OR_REPLACE);
        }
        return after instanceof View || after instanceof Sequence || after instanceof Table;
    }

    /** Only what a routine reads and as whom it runs can be altered. */
    private static boolean sameBeside(Routine before, Routine after) {
        return before.body().equals(after.body())
                && before.arguments().equals(after.arguments())
                && before.returns().equals(after.returns())
                && before.type() == after.type()
                && before.options()
                        .without("data_access")
                        .without("security")
                        .equals(after.options().without("data_access").without("security"));
    }

    /** Values of a column that is computed and stored can become ordinary ones, and be computed. */
    @Override
    public boolean altersInPlace(Column before, Column after) {
        Optional<Generated.Storage> old = before.generated().map(Generated::storage);
        Optional<Generated.Storage> now = after.generated().map(Generated::storage);
        boolean virtual =
                old.filter(Generated.Storage.VIRTUAL::equals).isPresent()
                        || now.filter(Generated.Storage.VIRTUAL::equals).isPresent();
        return !virtual || old.equals(now);
    }

    @Override
    public boolean altersInPlace(TablePart before, TablePart after) {
        if (before instanceof Index old && after instanceof Index now) {
            return server.has(ServerFeature.ALTER_INDEX)
                    && shown(old).equals(shown(now))
                    && old.comment().equals(now.comment());
        }
        return before instanceof Check old
                && after instanceof Check now
                && server.has(ServerFeature.UNENFORCED_CHECKS)
                && old.predicate().equals(now.predicate());
    }

    private static Index shown(Index index) {
        return index.withOptions(index.options().without(Options.INVISIBLE));
    }

    @Override
    public boolean renames(ObjectId object) {
        return switch (object.kind()) {
            case TABLE, VIEW, SEQUENCE -> true;
            default -> false;
        };
    }

    @Override
    public boolean renames(TablePart part) {
        return part instanceof Index && server.has(ServerFeature.RENAME_INDEX);
    }

    @Override
    public boolean blocks(SchemaObject user, Column before, Column after) {
        return false;
    }

    /**
     * Both ends of a foreign key have one type all the time, and an index of shapes keeps their
     * reference system.
     */
    @Override
    public boolean blocks(TablePart user, Column before, Column after) {
        boolean retyped =
                !before.type().equals(after.type())
                        || !before.collation().equals(after.collation())
                        || before.nullable() != after.nullable()
                        || before.identity().isPresent() != after.identity().isPresent();
        boolean moved =
                !before.options().get(SYSTEM).equals(after.options().get(SYSTEM))
                        && user instanceof Index index
                        && index.method().filter("spatial"::equals).isPresent();
        return moved || (user instanceof ForeignKey && retyped);
    }

    @Override
    public boolean blocks(Column generated, Column before, Column after) {
        return false;
    }

    /**
     * See the manual, "Identifier Case Sensitivity": names of columns don't tell letters' cases.
     */
    @Override
    public boolean isOneColumnName(String name, String other) {
        return name.equalsIgnoreCase(other);
    }

    @Override
    public ColumnType refuge(SchemaObject type) {
        return ColumnType.of("varchar", "255");
    }

    private SchemaException refused(Table table) {
        return new SchemaException(
                Diagnostic.error(
                        ErrorCode.NOT_IN_DATABASE,
                        server + " has no partitions that are tables: " + table.name()));
    }

    @Override
    public Table detached(Schema schema, Table partition) {
        throw refused(partition);
    }

    @Override
    public Table attached(Schema schema, Table table, PartitionOf as) {
        throw refused(table);
    }
}
