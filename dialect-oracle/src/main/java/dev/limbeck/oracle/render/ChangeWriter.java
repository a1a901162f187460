package dev.limbeck.oracle.render;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChangeVisitor;
import dev.limbeck.diff.TableChange;
import dev.limbeck.diff.UnknownEffect;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes each change as the statements that make it. */
final class ChangeWriter implements SchemaChangeVisitor<List<String>> {
    private final ColumnSql columns;
    private final boolean early;
    private final Schema after;

    /**
     * Makes one.
     *
     * @param early whether a view reads what comes only later
     * @param after the schema as it is after the change
     */
    ChangeWriter(ColumnSql columns, boolean early, Schema after) {
        this.columns = columns;
        this.early = early;
        this.after = after;
    }

    private ObjectSql objects(ObjectSql.Views views) {
        return new ObjectSql(columns, early ? ObjectSql.Views.FORCED : views);
    }

    private static String alterTable(QualifiedName table) {
        return "ALTER TABLE " + OracleIdentifiers.write(table);
    }

    @Override
    public List<String> create(ObjectChange.Create change) {
        if (!change.owned().isEmpty()) {
            throw Refusal.of("sequence that belongs to a column: " + change.owned().get(0).name());
        }
        SchemaObject object = change.created();
        List<String> statements = new ArrayList<>(object.accept(objects(ObjectSql.Views.NEW)));
        statements.addAll(DetailSql.comments(object));
        statements.addAll(DetailSql.grants(object));
        return statements;
    }

    @Override
    public List<String> drop(ObjectChange.Drop change) {
        if (change.dropped() instanceof Routine routine) {
            return List.of(
                    "DROP "
                            + routine.type().label().toUpperCase(Locale.ROOT)
                            + " "
                            + OracleIdentifiers.write(routine.name()));
        }
        return ObjectSql.drop(change.dropped());
    }

    @Override
    public List<String> alter(ObjectChange.Alter change) {
        SchemaObject now = change.after();
        if (now instanceof View view) {
            return List.of(objects(ObjectSql.Views.REPLACED).head(view));
        }
        if (change.before() instanceof Sequence old && now instanceof Sequence sequence) {
            List<String> options = CountingSql.alteration(old.counting(), sequence.counting());
            return options.isEmpty()
                    ? List.of()
                    : List.of(
                            "ALTER SEQUENCE "
                                    + OracleIdentifiers.write(sequence.name())
                                    + " "
                                    + String.join(" ", options));
        }
        if (now instanceof Synonym synonym) {
            return List.of("CREATE OR REPLACE " + ObjectSql.synonymHead(synonym));
        }
        return now.accept(objects(ObjectSql.Views.REPLACED));
    }

    /** Views and sequences of another schema are renamed only by their owner. */
    @Override
    public List<String> rename(ObjectChange.Rename change) {
        ObjectId id = change.renamed();
        QualifiedName to = change.newName();
        boolean moved = !id.name().schema().equals(to.schema());
        boolean foreign = id.kind() != ObjectKind.TABLE && !id.name().inDefaultSchema();
        if (moved || foreign || id.kind() == ObjectKind.NAMESPACE) {
            throw Refusal.of("way to rename " + id + " to " + to);
        }
        String newName = OracleIdentifiers.write(to.name());
        return List.of(
                id.kind() == ObjectKind.TABLE
                        ? alterTable(id.name()) + " RENAME TO " + newName
                        : "RENAME " + OracleIdentifiers.write(id.name()) + " TO " + newName);
    }

    @Override
    public List<String> setComment(DetailChange.SetComment change) {
        return List.of(DetailSql.comment(change.owner(), change.part(), change.after()));
    }

    @Override
    public List<String> setOwner(DetailChange.SetOwner change) {
        throw Refusal.of("owner beside the schema: " + change.owner());
    }

    @Override
    public List<String> grant(DetailChange.GrantPrivilege change) {
        return List.of(DetailSql.grant(change.owner(), change.grant()));
    }

    /** What is revoked from one column is revoked from all, and given back to the others. */
    @Override
    public List<String> revoke(DetailChange.RevokePrivilege change) {
        List<String> statements = new ArrayList<>();
        statements.add(DetailSql.revoke(change.owner(), change.grant()));
        if (change.grant().column().isPresent()) {
            after.find(change.owner()).stream()
                    .flatMap(object -> object.details().grants().stream())
                    .filter(
                            other ->
                                    other.grantee().equals(change.grant().grantee())
                                            && other.privilege().equals(change.grant().privilege()))
                    .forEach(other -> statements.add(DetailSql.grant(change.owner(), other)));
        }
        return statements;
    }

    @Override
    public List<String> setOptions(TableChange.SetOptions change) {
        ObjectId id = change.relation();
        if (id.kind() == ObjectKind.VIEW) {
            View view = (View) after.find(id).orElseThrow();
            return List.of(
                    objects(ObjectSql.Views.REPLACED).head(view.withOptions(change.after())));
        }
        Set<String> changed = changed(change.before(), change.after());
        List<String> statements = new ArrayList<>();
        for (String option : changed) {
            statements.add(
                    id.kind() == ObjectKind.TABLE
                            ? tableOption(id, option, change.after())
                            : viewOption(id, option, change.after()));
        }
        return statements;
    }

    private static Set<String> changed(Options before, Options after) {
        Set<String> keys = new TreeSet<>(before.values().keySet());
        keys.addAll(after.values().keySet());
        keys.removeIf(key -> before.get(key).equals(after.get(key)));
        return keys;
    }

    private static String tableOption(ObjectId table, String option, Options after) {
        boolean there = after.has(option);
        return switch (option) {
            case OracleOptions.ROW_MOVEMENT ->
                    alterTable(table.name()) + (there ? " ENABLE" : " DISABLE") + " ROW MOVEMENT";
            case OracleOptions.READ_ONLY ->
                    alterTable(table.name()) + (there ? " READ ONLY" : " READ WRITE");
            default ->
                    throw Refusal.change(
                            option.replace('_', ' ') + " of " + table,
                            "make a new table, move the rows and drop the old one");
        };
    }

    private static String viewOption(ObjectId view, String option, Options after) {
        String alter = "ALTER MATERIALIZED VIEW " + OracleIdentifiers.write(view.name()) + " ";
        return switch (option) {
            case OracleOptions.REFRESH ->
                    alter + ObjectSql.refresh(after.get(option).orElse("force on demand"));
            case OracleOptions.QUERY_REWRITE ->
                    alter + (after.has(option) ? "ENABLE" : "DISABLE") + " QUERY REWRITE";
            default ->
                    throw Refusal.change(
                            option.replace('_', ' ') + " of " + view,
                            "drop the materialized view and make it again");
        };
    }

    @Override
    public List<String> setPersistence(TableChange.SetPersistence change) {
        throw new IllegalStateException("made anew, not altered: " + change.table());
    }

    @Override
    public List<String> setRowSecurity(TableChange.SetRowSecurity change) {
        throw Refusal.of("row security: " + change.table());
    }

    @Override
    public List<String> reparent(TableChange.Reparent change) {
        throw Refusal.of("inheritance of tables: " + change.after().name());
    }

    @Override
    public List<String> repartition(TableChange.Repartition change) {
        return PartitionSql.change(change.table(), change.before(), change.after());
    }

    @Override
    public List<String> addColumn(ColumnChange.Add change) {
        List<String> statements = new ArrayList<>();
        statements.add(
                alterTable(change.table()) + " ADD (" + columns.definition(change.column()) + ")");
        change.column()
                .comment()
                .ifPresent(
                        text ->
                                statements.add(
                                        DetailSql.columnComment(
                                                OracleIdentifiers.write(change.table()),
                                                OracleIdentifiers.write(change.column().name()),
                                                text)));
        return statements;
    }

    @Override
    public List<String> dropColumn(ColumnChange.Drop change) {
        return List.of(
                alterTable(change.table())
                        + " DROP COLUMN "
                        + OracleIdentifiers.write(change.column().name()));
    }

    @Override
    public List<String> alterColumn(ColumnChange.Alter change) {
        return new ColumnAlteration(columns, change, after).statements();
    }

    @Override
    public List<String> renameColumn(ColumnChange.Rename change) {
        return List.of(
                alterTable(change.table())
                        + " RENAME COLUMN "
                        + OracleIdentifiers.write(change.before())
                        + " TO "
                        + OracleIdentifiers.write(change.after()));
    }

    /** A column can stop to be numbered, but only a new one begins to be. */
    @Override
    public List<String> renumberColumn(ColumnChange.Renumber change) {
        if (change.after().identity().isPresent()) {
            throw Refusal.change(
                    "column " + change.object() + " into an identity",
                    "add a new identity column, or take the numbers from a sequence by DEFAULT"
                            + " s.NEXTVAL");
        }
        List<String> statements = new ArrayList<>();
        statements.add(
                alterTable(change.table())
                        + " MODIFY ("
                        + OracleIdentifiers.write(change.before().name())
                        + " DROP IDENTITY)");
        Column left = change.before().withIdentity(Optional.empty());
        if (!left.equals(change.after())) {
            statements.addAll(
                    new ColumnAlteration(
                                    columns,
                                    new ColumnChange.Alter(change.table(), left, change.after()),
                                    after)
                            .statements());
        }
        return statements;
    }

    @Override
    public List<String> addPart(PartChange.Add change) {
        if (change.part().comment().isPresent()) {
            throw Refusal.of(
                    "comment on a " + change.part().kind().label() + ": " + change.part().name());
        }
        return List.of(new PartSql(change.owner().name()).add(change.part()));
    }

    @Override
    public List<String> dropPart(PartChange.Drop change) {
        return List.of(new PartSql(change.owner().name()).drop(change.part()));
    }

    @Override
    public List<String> alterPart(PartChange.Alter change) {
        return List.of(new PartSql(change.owner().name()).alter(change.before(), change.after()));
    }

    @Override
    public List<String> renamePart(PartChange.Rename change) {
        return new PartSql(change.owner().name()).rename(change.part(), change.newName());
    }

    @Override
    public List<String> addEnumValue(EnumChange.AddValue change) {
        throw Refusal.of("enum " + change.type());
    }

    @Override
    public List<String> renameEnumValue(EnumChange.RenameValue change) {
        throw Refusal.of("enum " + change.type());
    }

    @Override
    public List<String> rebuildEnum(EnumChange.Rebuild change) {
        throw Refusal.of("enum " + change.type());
    }

    @Override
    public List<String> unknown(UnknownEffect change) {
        throw new IllegalStateException("nobody can write what is unknown: " + change.summary());
    }
}
