package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can hurt about a change on any database. */
final class Hazards implements SchemaChangeVisitor<List<Hazard>> {
    /** The types, as the standard names them, that hold every value of another. */
    private static final Map<String, Set<String>> WIDER =
            Map.of(
                    "smallint",
                    Set.of("integer", "bigint", "numeric", "real", "double precision"),
                    "integer",
                    Set.of("bigint", "numeric", "double precision"),
                    "bigint",
                    Set.of("numeric"),
                    "real",
                    Set.of("double precision"),
                    "char",
                    Set.of("varchar", "text"),
                    "varchar",
                    Set.of("text"),
                    "character varying",
                    Set.of("text", "character large object"));

    private static Hazard loss(String reason) {
        return Hazard.of(Hazard.Kind.DATA_LOSS, reason);
    }

    private static Hazard mayFail(String reason) {
        return Hazard.of(Hazard.Kind.MAY_FAIL_ON_DATA, reason);
    }

    @Override
    public List<Hazard> create(ObjectChange.Create change) {
        return List.of();
    }

    @Override
    public List<Hazard> drop(ObjectChange.Drop change) {
        ObjectKind kind = change.dropped().id().kind();
        if (kind == ObjectKind.TABLE) {
            return List.of(loss("the rows of " + change.object() + " are deleted"));
        }
        if (kind == ObjectKind.SEQUENCE) {
            return List.of(loss("the counter of " + change.object() + " is lost"));
        }
        return List.of();
    }

    @Override
    public List<Hazard> alter(ObjectChange.Alter change) {
        if (change.before() instanceof Domain before && change.after() instanceof Domain after) {
            boolean stricter =
                    !before.constraints().containsAll(after.constraints())
                            || (before.notNull().isEmpty() && after.notNull().isPresent());
            return stricter
                    ? List.of(mayFail("values of " + change.object() + " may violate it"))
                    : List.of();
        }
        return List.of();
    }

    @Override
    public List<Hazard> rename(ObjectChange.Rename change) {
        return List.of();
    }

    @Override
    public List<Hazard> setComment(DetailChange.SetComment change) {
        return List.of();
    }

    @Override
    public List<Hazard> setOwner(DetailChange.SetOwner change) {
        return List.of();
    }

    @Override
    public List<Hazard> grant(DetailChange.GrantPrivilege change) {
        return List.of();
    }

    @Override
    public List<Hazard> revoke(DetailChange.RevokePrivilege change) {
        return List.of();
    }

    @Override
    public List<Hazard> setOptions(TableChange.SetOptions change) {
        return List.of();
    }

    @Override
    public List<Hazard> setPersistence(TableChange.SetPersistence change) {
        return List.of();
    }

    @Override
    public List<Hazard> setRowSecurity(TableChange.SetRowSecurity change) {
        return List.of();
    }

    @Override
    public List<Hazard> reparent(TableChange.Reparent change) {
        return change.after().partitionOf().isPresent()
                ? List.of(mayFail("rows of " + change.object() + " may lie outside its bound"))
                : List.of();
    }

    @Override
    public List<Hazard> repartition(TableChange.Repartition change) {
        return List.of(mayFail("rows of " + change.object() + " may fit no partition"));
    }

    @Override
    public List<Hazard> addColumn(ColumnChange.Add change) {
        Column column = change.column();
        boolean filled =
                column.nullable()
                        || column.defaultValue().isPresent()
                        || column.identity().isPresent()
                        || column.generated().isPresent();
        return filled
                ? List.of()
                : List.of(
                        mayFail(
                                change.object()
                                        + " holds no nulls and has no default: a table with rows"
                                        + " refuses it"));
    }

    @Override
    public List<Hazard> dropColumn(ColumnChange.Drop change) {
        return change.column().generated().isPresent()
                ? List.of()
                : List.of(loss("the values of " + change.object() + " are deleted"));
    }

    @Override
    public List<Hazard> alterColumn(ColumnChange.Alter change) {
        List<Hazard> found = new ArrayList<>();
        if (change.before().nullable() && !change.after().nullable()) {
            found.add(mayFail(change.object() + " may hold nulls"));
        }
        ColumnType before = change.before().type();
        ColumnType after = change.after().type();
        if (!before.equals(after) && !widens(before, after)) {
            found.add(mayFail("values of " + change.object() + " may not fit " + after));
        }
        return found;
    }

    /** Returns whether every value of a type is one of another for certain. */
    private static boolean widens(ColumnType before, ColumnType after) {
        boolean bare =
                before.arrayDimensions() == 0
                        && after.arrayDimensions() == 0
                        && after.arguments().isEmpty();
        String name = before.name().toString();
        if (bare && WIDER.getOrDefault(name, Set.of()).contains(after.name().toString())) {
            return true;
        }
        if (!before.withArguments(List.of()).equals(after.withArguments(List.of()))) {
            return false;
        }
        if (after.arguments().isEmpty()) {
            return true;
        }
        if (before.arguments().size() != after.arguments().size()) {
            return false;
        }
        Optional<Long> first = number(before, 0);
        Optional<Long> newFirst = number(after, 0);
        if (first.isEmpty() || newFirst.isEmpty()) {
            return false;
        }
        if (after.arguments().size() == 1) {
            return newFirst.get() >= first.get();
        }
        Optional<Long> scale = number(before, 1);
        Optional<Long> newScale = number(after, 1);
        return after.arguments().size() == 2
                && scale.isPresent()
                && newScale.isPresent()
                && newScale.get() >= scale.get()
                && newFirst.get() - newScale.get() >= first.get() - scale.get();
    }

    private static Optional<Long> number(ColumnType type, int index) {
        String text = type.arguments().get(index);
        return text.matches("-?[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    @Override
    public List<Hazard> renameColumn(ColumnChange.Rename change) {
        return List.of();
    }

    @Override
    public List<Hazard> renumberColumn(ColumnChange.Renumber change) {
        return change.before().nullable() && !change.after().nullable()
                ? List.of(mayFail(change.object() + " may hold nulls"))
                : List.of();
    }

    @Override
    public List<Hazard> addPart(PartChange.Add change) {
        TablePart part = change.part();
        String violated = "rows of " + change.owner().name() + " may violate " + part.name();
        if (part instanceof Constraint constraint) {
            boolean checked = constraint.state().validated() && constraint.state().enforced();
            return checked ? List.of(mayFail(violated)) : List.of();
        }
        return part instanceof Index index && index.unique()
                ? List.of(mayFail(violated))
                : List.of();
    }

    @Override
    public List<Hazard> dropPart(PartChange.Drop change) {
        return List.of();
    }

    @Override
    public List<Hazard> alterPart(PartChange.Alter change) {
        boolean validates =
                change.before() instanceof Constraint before
                        && change.after() instanceof Constraint after
                        && (!before.state().validated() || !before.state().enforced())
                        && after.state().validated()
                        && after.state().enforced();
        return validates
                ? List.of(
                        mayFail(
                                "rows of "
                                        + change.owner().name()
                                        + " may violate "
                                        + change.after().name()))
                : List.of();
    }

    @Override
    public List<Hazard> renamePart(PartChange.Rename change) {
        return List.of();
    }

    @Override
    public List<Hazard> addEnumValue(EnumChange.AddValue change) {
        return List.of();
    }

    @Override
    public List<Hazard> renameEnumValue(EnumChange.RenameValue change) {
        return List.of();
    }

    @Override
    public List<Hazard> rebuildEnum(EnumChange.Rebuild change) {
        List<String> gone = new ArrayList<>(change.before().values());
        gone.removeAll(change.after().values());
        return gone.isEmpty()
                ? List.of()
                : List.of(mayFail("rows may hold " + String.join(", ", gone)));
    }

    @Override
    public List<Hazard> unknown(UnknownEffect change) {
        return List.of();
    }
}
