package dev.limbeck.h2.render;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.DetailChange.SetComment.CommentedPart;
import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChangeVisitor;
import dev.limbeck.diff.TableChange;
import dev.limbeck.diff.UnknownEffect;
import dev.limbeck.h2.model.Counting;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes each change as the statements that make it. */
final class ChangeWriter implements SchemaChangeVisitor<List<String>> {
    private final ObjectSql.Views views;

    ChangeWriter(ObjectSql.Views views) {
        this.views = views;
    }

    @Override
    public List<String> create(ObjectChange.Create change) {
        if (!change.owned().isEmpty()) {
            throw Refusal.of("sequence that belongs to a column: " + change.owned().get(0).name());
        }
        SchemaObject object = change.created();
        List<String> statements = new ArrayList<>(object.accept(new ObjectSql(views)));
        statements.addAll(DetailSql.comments(object));
        statements.addAll(DetailSql.grants(object));
        return statements;
    }

    @Override
    public List<String> drop(ObjectChange.Drop change) {
        return List.of(ObjectSql.drop(change.dropped()));
    }

    @Override
    public List<String> alter(ObjectChange.Alter change) {
        SchemaObject before = change.before();
        SchemaObject after = change.after();
        if (after instanceof View view) {
            String force = views == ObjectSql.Views.FORCED ? "FORCE " : "";
            return List.of(
                    "CREATE OR REPLACE "
                            + force
                            + "VIEW "
                            + ObjectSql.head(view.name(), view.query()));
        }
        if (before instanceof Domain old && after instanceof Domain now) {
            return DomainSql.alter(old, now);
        }
        if (before instanceof Sequence old && after instanceof Sequence now) {
            List<String> options = SequenceSql.alteration(counted(old), counted(now), false);
            return options.isEmpty()
                    ? List.of()
                    : List.of(
                            "ALTER SEQUENCE "
                                    + H2Names.write(now.name())
                                    + " "
                                    + String.join(" ", options));
        }
        if (after instanceof Synonym synonym) {
            return List.of(
                    "CREATE OR REPLACE SYNONYM "
                            + H2Names.write(synonym.name())
                            + " FOR "
                            + H2Names.write(synonym.target(), synonym.name().schema()));
        }
        if (after instanceof MaterializedView) {
            throw new IllegalStateException("made anew, not altered: " + after.id());
        }
        throw Refusal.of("way to alter " + after.id());
    }

    private static SequenceSql.Counted counted(Sequence sequence) {
        return new SequenceSql.Counted(Counting.typeOf(sequence.counting()), sequence.counting());
    }

    @Override
    public List<String> rename(ObjectChange.Rename change) {
        ObjectId id = change.renamed();
        QualifiedName to = change.newName();
        boolean moved = !id.name().schema().equals(to.schema());
        if (moved || id.kind() == ObjectKind.SEQUENCE) {
            throw Refusal.of("way to rename " + id + " to " + to);
        }
        return List.of(
                "ALTER "
                        + ObjectSql.noun(id)
                        + " "
                        + H2Names.write(id.name())
                        + " RENAME TO "
                        + H2Names.write(to.name()));
    }

    @Override
    public List<String> setComment(DetailChange.SetComment change) {
        return List.of(DetailSql.comment(change.owner(), change.part(), change.after()));
    }

    @Override
    public List<String> setOwner(DetailChange.SetOwner change) {
        throw Refusal.of("owner of " + change.owner());
    }

    @Override
    public List<String> grant(DetailChange.GrantPrivilege change) {
        return List.of(DetailSql.grant(change.owner(), change.grant()));
    }

    @Override
    public List<String> revoke(DetailChange.RevokePrivilege change) {
        return List.of(DetailSql.revoke(change.owner(), change.grant()));
    }

    @Override
    public List<String> setOptions(TableChange.SetOptions change) {
        throw Refusal.of("way to change the options of " + change.relation());
    }

    @Override
    public List<String> setPersistence(TableChange.SetPersistence change) {
        throw Refusal.of("unlogged tables: " + change.table());
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
        throw Refusal.of("partitions: " + change.table());
    }

    @Override
    public List<String> addColumn(ColumnChange.Add change) {
        List<String> statements = new ArrayList<>();
        statements.add(
                "ALTER TABLE "
                        + H2Names.write(change.table())
                        + " ADD COLUMN "
                        + ColumnSql.definition(change.column())
                        + ColumnSql.position(change.position()));
        change.column()
                .comment()
                .ifPresent(
                        text ->
                                statements.add(
                                        DetailSql.comment(
                                                change.owner(),
                                                Optional.of(
                                                        new CommentedPart(
                                                                PartKind.COLUMN,
                                                                change.column().name())),
                                                Optional.of(text))));
        return statements;
    }

    @Override
    public List<String> dropColumn(ColumnChange.Drop change) {
        return List.of(
                "ALTER TABLE "
                        + H2Names.write(change.table())
                        + " DROP COLUMN "
                        + H2Names.write(change.column().name()));
    }

    @Override
    public List<String> alterColumn(ColumnChange.Alter change) {
        return new ColumnSql.Alteration(
                        change.table(),
                        change.before(),
                        change.after(),
                        change.conversion().there())
                .statements();
    }

    @Override
    public List<String> renameColumn(ColumnChange.Rename change) {
        return List.of(
                "ALTER TABLE "
                        + H2Names.write(change.table())
                        + " ALTER COLUMN "
                        + H2Names.write(change.before())
                        + " RENAME TO "
                        + H2Names.write(change.after()));
    }

    /** An identity that comes goes on behind the numbers that are there. */
    @Override
    public List<String> renumberColumn(ColumnChange.Renumber change) {
        List<String> statements =
                new ArrayList<>(
                        new ColumnSql.Alteration(
                                        change.table(),
                                        change.before(),
                                        change.after(),
                                        Optional.<Expression>empty())
                                .statements());
        if (change.after().identity().isPresent() && change.before().identity().isEmpty()) {
            String column = H2Names.write(change.after().name());
            String table = H2Names.write(change.table());
            String first =
                    change.after()
                            .identity()
                            .get()
                            .sequence()
                            .start()
                            .map(Object::toString)
                            .orElse("1");
            statements.add(
                    "ALTER TABLE "
                            + table
                            + " ALTER COLUMN "
                            + column
                            + " RESTART WITH (SELECT COALESCE(MAX("
                            + column
                            + ") + 1, "
                            + first
                            + ") FROM "
                            + table
                            + ")");
        }
        return statements;
    }

    @Override
    public List<String> addPart(PartChange.Add change) {
        TablePart part = change.part();
        List<String> statements = new ArrayList<>();
        statements.add(new PartSql(change.owner().name()).add(part));
        part.comment()
                .ifPresent(
                        text ->
                                statements.add(
                                        DetailSql.comment(
                                                change.owner(),
                                                Optional.of(
                                                        new CommentedPart(
                                                                part.kind(), part.name().value())),
                                                Optional.of(text))));
        return statements;
    }

    @Override
    public List<String> dropPart(PartChange.Drop change) {
        return List.of(new PartSql(change.owner().name()).drop(change.part()));
    }

    @Override
    public List<String> alterPart(PartChange.Alter change) {
        throw new IllegalStateException("made anew, not altered: " + change.after().name());
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
