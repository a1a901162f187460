package dev.limbeck.postgres.render;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChangeVisitor;
import dev.limbeck.diff.TableChange;
import dev.limbeck.diff.UnknownEffect;
import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.postgres.rules.TypeConversions;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one change, whatever its kind, as pieces of a script. */
final class ChangeWriter implements SchemaChangeVisitor<List<Piece>> {
    private final ColumnWriter columns;
    private final PartWriter parts;
    private final ObjectWriter objects;

    ChangeWriter(int major, TypeConversions conversions, NotNullNames names) {
        this.columns = new ColumnWriter(conversions, names);
        this.parts = new PartWriter(major);
        this.objects = new ObjectWriter(new TableWriter(columns, parts), parts);
    }

    @Override
    public List<Piece> create(ObjectChange.Create change) {
        return objects.create(change.created(), change.owned());
    }

    @Override
    public List<Piece> drop(ObjectChange.Drop change) {
        return ObjectWriter.drop(change.dropped());
    }

    @Override
    public List<Piece> alter(ObjectChange.Alter change) {
        return objects.alter(change.before(), change.after());
    }

    @Override
    public List<Piece> rename(ObjectChange.Rename change) {
        return ObjectWriter.rename(change.renamed(), change.newName());
    }

    @Override
    public List<Piece> setComment(DetailChange.SetComment change) {
        return List.of(
                Piece.statement(
                        ObjectWords.comment(change.owner(), change.part(), change.after())));
    }

    @Override
    public List<Piece> setOwner(DetailChange.SetOwner change) {
        String role = change.after().map(GrantWriter::role).orElse("CURRENT_USER");
        ObjectId id = change.owner();
        return List.of(
                Piece.statement(
                        "ALTER "
                                + ObjectWords.kind(id)
                                + " "
                                + ObjectWords.name(id)
                                + " OWNER TO "
                                + role));
    }

    @Override
    public List<Piece> grant(DetailChange.GrantPrivilege change) {
        return GrantWriter.grant(change.owner(), List.of(change.grant())).stream()
                .map(Piece::statement)
                .toList();
    }

    @Override
    public List<Piece> revoke(DetailChange.RevokePrivilege change) {
        return GrantWriter.revoke(change.owner(), List.of(change.grant())).stream()
                .map(Piece::statement)
                .toList();
    }

    @Override
    public List<Piece> setOptions(TableChange.SetOptions change) {
        ObjectId id = change.relation();
        String head = "ALTER " + ObjectWords.kind(id) + " " + ObjectWords.name(id);
        List<Piece> pieces = new ArrayList<>();
        Options before = change.before();
        Options after = change.after();
        Optional<String> method = after.get(OptionNames.ACCESS_METHOD);
        if (!method.equals(before.get(OptionNames.ACCESS_METHOD))) {
            pieces.add(
                    Piece.statement(
                                    head
                                            + " SET ACCESS METHOD "
                                            + method.map(SqlNames::write).orElse("heap"))
                            .hazard(Hazard.Kind.REWRITES, "the table is copied"));
        }
        TableWriter.byParts(before, after)
                .forEach(action -> pieces.add(Piece.statement(head + " " + action)));
        for (String action :
                IndexWriter.changes(TableWriter.storage(before), TableWriter.storage(after))) {
            boolean shares = id.kind() == ObjectKind.TABLE && !action.startsWith("SET TABLESPACE");
            pieces.add(shares ? Piece.action(head, action) : Piece.statement(head + " " + action));
        }
        return pieces;
    }

    @Override
    public List<Piece> setPersistence(TableChange.SetPersistence change) {
        String state = change.after() == Persistence.UNLOGGED ? "UNLOGGED" : "LOGGED";
        return List.of(
                Piece.statement(ColumnWriter.head(change.table()) + " SET " + state)
                        .hazard(Hazard.Kind.REWRITES, "the table is copied"));
    }

    @Override
    public List<Piece> setRowSecurity(TableChange.SetRowSecurity change) {
        return TableWriter.rowSecurity(change.before(), change.after()).stream()
                .map(action -> Piece.action(ColumnWriter.head(change.table()), action))
                .toList();
    }

    @Override
    public List<Piece> reparent(TableChange.Reparent change) {
        return ReparentWriter.write(change);
    }

    @Override
    public List<Piece> repartition(TableChange.Repartition change) {
        throw new IllegalStateException(
                "a table's partitioning can't be changed in place: " + change.table());
    }

    @Override
    public List<Piece> addColumn(ColumnChange.Add change) {
        List<Piece> pieces = new ArrayList<>();
        Column column = change.column();
        Optional<String> serial =
                Serial.word(change.table(), column, change.owned(), columns.names());
        if (serial.isPresent()) {
            String rules =
                    columns.rules(
                            change.table(),
                            column.withNotNull(Optional.empty()).withDefault(Optional.empty()),
                            List.of());
            pieces.add(
                    Piece.action(
                                    ColumnWriter.head(change.table()),
                                    "ADD COLUMN "
                                            + SqlNames.write(column.name())
                                            + " "
                                            + serial.get()
                                            + rules)
                            .hazard(Hazard.Kind.REWRITES, "every row gets a number"));
        } else {
            change.owned()
                    .forEach(
                            sequence ->
                                    pieces.add(Piece.statement(SequenceWriter.create(sequence))));
            pieces.addAll(columns.add(change.table(), column, List.of()));
            for (Sequence sequence : change.owned()) {
                pieces.add(Piece.statement(SequenceWriter.own(sequence)));
                pieces.addAll(DetailWriter.all(sequence));
            }
        }
        column.comment()
                .ifPresent(
                        text ->
                                pieces.add(
                                        DetailWriter.comment(
                                                change.owner(),
                                                PartKind.COLUMN,
                                                column.name(),
                                                text)));
        return pieces;
    }

    @Override
    public List<Piece> dropColumn(ColumnChange.Drop change) {
        return ColumnWriter.drop(change.table(), change.column());
    }

    @Override
    public List<Piece> alterColumn(ColumnChange.Alter change) {
        return columns.alter(change.table(), change.before(), change.after(), change.conversion());
    }

    @Override
    public List<Piece> renameColumn(ColumnChange.Rename change) {
        return List.of(
                Piece.statement(
                        ColumnWriter.head(change.table())
                                + " RENAME COLUMN "
                                + SqlNames.write(change.before())
                                + " TO "
                                + SqlNames.write(change.after())));
    }

    @Override
    public List<Piece> renumberColumn(ColumnChange.Renumber change) {
        return NumberingWriter.write(change, columns);
    }

    @Override
    public List<Piece> addPart(PartChange.Add change) {
        return parts.add(change.owner(), change.part());
    }

    @Override
    public List<Piece> dropPart(PartChange.Drop change) {
        return parts.drop(change.owner(), change.part());
    }

    @Override
    public List<Piece> alterPart(PartChange.Alter change) {
        return parts.alter(change.owner(), change.before(), change.after());
    }

    @Override
    public List<Piece> renamePart(PartChange.Rename change) {
        return parts.rename(change);
    }

    @Override
    public List<Piece> addEnumValue(EnumChange.AddValue change) {
        return List.of(EnumWriter.add(change));
    }

    @Override
    public List<Piece> renameEnumValue(EnumChange.RenameValue change) {
        return List.of(EnumWriter.rename(change));
    }

    @Override
    public List<Piece> rebuildEnum(EnumChange.Rebuild change) {
        return EnumWriter.rebuild(change, other -> other.accept(this));
    }

    @Override
    public List<Piece> unknown(UnknownEffect change) {
        throw new IllegalStateException("nobody can write what is unknown: " + change.summary());
    }
}
