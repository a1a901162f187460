package dev.limbeck.mysql.render;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChangeVisitor;
import dev.limbeck.diff.TableChange;
import dev.limbeck.diff.UnknownEffect;
import dev.limbeck.error.SchemaException;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLiterals;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes each change that shares its statement with no other. */
final class ChangeWriter implements SchemaChangeVisitor<List<String>> {
    private final ServerVersion server;
    private final Placed placed;
    private final ObjectSql objects;

    ChangeWriter(ServerVersion server, Placed placed) {
        this.server = server;
        this.placed = placed;
        this.objects = new ObjectSql(server);
    }

    private SchemaException refused(String what) {
        return Refusal.of(server, what);
    }

    @Override
    public List<String> create(ObjectChange.Create change) {
        if (!change.owned().isEmpty()) {
            throw refused("sequence that belongs to a column: " + change.owned().get(0).name());
        }
        SchemaObject created = change.created();
        if (!created.details().grants().isEmpty()) {
            throw refused("grants among what is compared: " + created.id());
        }
        boolean commentable =
                created.id().kind() == ObjectKind.TABLE
                        || created.id().kind() == ObjectKind.ROUTINE;
        if (created.details().comment().isPresent() && !commentable) {
            throw refused("comments on " + created.id());
        }
        return created.accept(objects);
    }

    @Override
    public List<String> drop(ObjectChange.Drop change) {
        return List.of(ObjectSql.drop(change.dropped().id(), noun(change.dropped())));
    }

    private static String noun(SchemaObject object) {
        if (object instanceof Routine routine) {
            return routine.type().name();
        }
        if (object instanceof OpaqueObject opaque) {
            return opaque.type().toUpperCase(Locale.ROOT);
        }
        return object.id().kind() == ObjectKind.NAMESPACE
                ? "DATABASE"
                : object.id().kind().label().toUpperCase(Locale.ROOT);
    }

    @Override
    public List<String> alter(ObjectChange.Alter change) {
        SchemaObject after = change.after();
        if (after instanceof View view) {
            return List.of(ObjectSql.view("CREATE OR REPLACE ", view));
        }
        if (after instanceof Routine routine && change.before() instanceof Routine old) {
            return List.of(
                    routine.body().equals(old.body())
                                    && routine.arguments().equals(old.arguments())
                                    && routine.returns().equals(old.returns())
                            ? characteristics(routine)
                            : objects.routine("CREATE OR REPLACE ", routine));
        }
        if (after instanceof Sequence sequence && change.before() instanceof Sequence old) {
            return sequence(old, sequence);
        }
        if (after instanceof OpaqueObject opaque) {
            String text = opaque.definition().source();
            return List.of("CREATE OR REPLACE" + text.substring("CREATE".length()));
        }
        throw refused("way to alter " + after.id());
    }

    private static String characteristics(Routine routine) {
        String access = routine.options().get("data_access").orElse("contains sql");
        String security = routine.options().get("security").orElse("definer");
        return "ALTER "
                + routine.type()
                + " "
                + MySqlIdentifiers.write(routine.name())
                + " "
                + access.toUpperCase(Locale.ROOT)
                + " SQL SECURITY "
                + security.toUpperCase(Locale.ROOT);
    }

    private static List<String> sequence(Sequence before, Sequence after) {
        SequenceOptions old = before.counting();
        SequenceOptions now = after.counting();
        List<String> actions = new ArrayList<>();
        changed(old.start(), now.start(), "START WITH ", "START WITH 1").ifPresent(actions::add);
        changed(old.increment(), now.increment(), "INCREMENT BY ", "INCREMENT BY 1")
                .ifPresent(actions::add);
        changed(old.minimum(), now.minimum(), "MINVALUE ", "NO MINVALUE").ifPresent(actions::add);
        changed(old.maximum(), now.maximum(), "MAXVALUE ", "NO MAXVALUE").ifPresent(actions::add);
        changed(old.cache(), now.cache(), "CACHE ", "CACHE 1000").ifPresent(actions::add);
        if (old.cycle() != now.cycle()) {
            actions.add(now.cycle() ? "CYCLE" : "NOCYCLE");
        }
        return actions.isEmpty()
                ? List.of()
                : List.of(
                        "ALTER SEQUENCE "
                                + MySqlIdentifiers.write(after.name())
                                + " "
                                + String.join(" ", actions));
    }

    private static <T> Optional<String> changed(
            Optional<T> before, Optional<T> after, String words, String presumed) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(after.map(value -> words + value).orElse(presumed));
    }

    @Override
    public List<String> rename(ObjectChange.Rename change) {
        ObjectId id = change.renamed();
        QualifiedName to = change.newName();
        boolean possible =
                id.kind() == ObjectKind.TABLE
                        || id.kind() == ObjectKind.VIEW
                        || id.kind() == ObjectKind.SEQUENCE;
        if (!possible) {
            throw refused("way to rename " + id + " to " + to);
        }
        return List.of(
                "RENAME TABLE "
                        + MySqlIdentifiers.write(id.name())
                        + " TO "
                        + MySqlIdentifiers.write(to));
    }

    @Override
    public List<String> setComment(DetailChange.SetComment change) {
        if (change.owner().kind() != ObjectKind.ROUTINE) {
            throw refused("comments on " + change.owner());
        }
        Routine routine =
                placed.after()
                        .flatMap(schema -> schema.find(change.owner()))
                        .map(Routine.class::cast)
                        .orElseThrow(() -> refused("way to comment on " + change.object()));
        if (change.after().isEmpty()) {
            // An empty comment leaves the old one.
            return List.of(
                    ObjectSql.drop(routine.id(), noun(routine)),
                    objects.routine("CREATE ", routine));
        }
        return List.of(
                "ALTER "
                        + routine.type()
                        + " "
                        + MySqlIdentifiers.write(routine.name())
                        + " COMMENT "
                        + MySqlLiterals.string(change.after().get()));
    }

    @Override
    public List<String> setOwner(DetailChange.SetOwner change) {
        throw refused("owner of " + change.owner());
    }

    @Override
    public List<String> grant(DetailChange.GrantPrivilege change) {
        throw refused("grants among what is compared: " + change.owner());
    }

    @Override
    public List<String> revoke(DetailChange.RevokePrivilege change) {
        throw refused("grants among what is compared: " + change.owner());
    }

    /** Of a view: it is made anew with its other settings. */
    @Override
    public List<String> setOptions(TableChange.SetOptions change) {
        View view =
                placed.after()
                        .flatMap(schema -> schema.find(change.relation()))
                        .map(View.class::cast)
                        .orElseThrow(
                                () -> refused("way to change the options of " + change.relation()));
        return List.of(ObjectSql.view("CREATE OR REPLACE ", view));
    }

    @Override
    public List<String> setPersistence(TableChange.SetPersistence change) {
        throw refused("unlogged table: " + change.table());
    }

    @Override
    public List<String> setRowSecurity(TableChange.SetRowSecurity change) {
        throw refused("row security: " + change.table());
    }

    @Override
    public List<String> reparent(TableChange.Reparent change) {
        throw refused("table that inherits: " + change.after().name());
    }

    @Override
    public List<String> repartition(TableChange.Repartition change) {
        String alter = "ALTER TABLE " + MySqlIdentifiers.write(change.table()) + " ";
        return PartitionSql.changes(change.before(), change.after()).stream()
                .map(action -> alter + action)
                .toList();
    }

    private static IllegalStateException shared(String summary) {
        return new IllegalStateException("written with what else changes its table: " + summary);
    }

    @Override
    public List<String> addColumn(ColumnChange.Add change) {
        throw shared(change.summary());
    }

    @Override
    public List<String> dropColumn(ColumnChange.Drop change) {
        throw shared(change.summary());
    }

    @Override
    public List<String> alterColumn(ColumnChange.Alter change) {
        throw shared(change.summary());
    }

    @Override
    public List<String> renameColumn(ColumnChange.Rename change) {
        throw shared(change.summary());
    }

    @Override
    public List<String> renumberColumn(ColumnChange.Renumber change) {
        throw shared(change.summary());
    }

    @Override
    public List<String> addPart(PartChange.Add change) {
        return List.of(trigger(change.owner(), change.part()));
    }

    private String trigger(ObjectId owner, TablePart part) {
        if (!(part instanceof Trigger) || owner.kind() != ObjectKind.TABLE) {
            throw refused(part.kind().label() + " of " + owner + ": " + part.name());
        }
        return part.accept(new PartSql(owner.name(), server));
    }

    @Override
    public List<String> dropPart(PartChange.Drop change) {
        return List.of(
                "DROP TRIGGER "
                        + MySqlIdentifiers.write(
                                change.owner().name().sibling(change.part().name().value())));
    }

    @Override
    public List<String> alterPart(PartChange.Alter change) {
        throw new IllegalStateException("made anew, not altered: " + change.after().name());
    }

    @Override
    public List<String> renamePart(PartChange.Rename change) {
        throw new IllegalStateException("made anew, not renamed: " + change.part().name());
    }

    @Override
    public List<String> addEnumValue(EnumChange.AddValue change) {
        throw refused("enum type outside of a column: " + change.type());
    }

    @Override
    public List<String> renameEnumValue(EnumChange.RenameValue change) {
        throw refused("enum type outside of a column: " + change.type());
    }

    @Override
    public List<String> rebuildEnum(EnumChange.Rebuild change) {
        throw refused("enum type outside of a column: " + change.type());
    }

    @Override
    public List<String> unknown(UnknownEffect change) {
        throw new IllegalStateException("nobody can write what is unknown: " + change.summary());
    }
}
