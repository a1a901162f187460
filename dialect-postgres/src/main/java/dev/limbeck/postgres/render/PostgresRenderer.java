package dev.limbeck.postgres.render;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.postgres.rules.TypeConversions;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes changes as PostgreSQL's SQL. {@link ChangeWriter} knows each kind of change. */
public final class PostgresRenderer implements SqlRenderer {
    /** Changes that are written together, and how. */
    private record Written(List<SchemaChange> changes, List<Piece> pieces) {}

    private final int major;

    /**
     * @param major the server's major version
     */
    public PostgresRenderer(int major) {
        this.major = major;
    }

    @Override
    public List<RenderedStatement> render(List<SchemaChange> changes) {
        return render(Schema.empty(), changes);
    }

    @Override
    public List<RenderedStatement> render(Schema before, List<SchemaChange> changes) {
        ChangeWriter writer =
                new ChangeWriter(
                        major,
                        new TypeConversions(domains(changes)),
                        NotNullNames.around(before, changes));
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < changes.size(); ) {
            Written next = next(changes, i, writer);
            written.add(next);
            i += next.changes().size();
        }
        Joiner joiner = new Joiner();
        for (Written each : written) {
            joiner.add(each.changes(), apart(each, written));
        }
        return joiner.finish();
    }

    /** Writes the change at an index, with those behind it that are written together with it. */
    private static Written next(List<SchemaChange> changes, int index, ChangeWriter writer) {
        List<SchemaChange> run = grantsFrom(changes, index);
        if (!run.isEmpty()) {
            return new Written(run, grants(run));
        }
        SchemaChange change = changes.get(index);
        if (!(change instanceof EnumChange.Rebuild rebuild)) {
            return new Written(List.of(change), change.accept(writer));
        }
        EnumChange.Rebuild whole = rebuild;
        run.add(rebuild);
        while (index + run.size() < changes.size()
                && changes.get(index + run.size()) instanceof EnumChange.Rebuild behind
                && behind.before().equals(whole.after())
                && behind.users().equals(whole.users())) {
            whole = new EnumChange.Rebuild(whole.before(), behind.after(), whole.users());
            run.add(behind);
        }
        return new Written(run, whole.accept(writer));
    }

    /** Returns the domains that the changes make, drop or alter. */
    private static Map<QualifiedName, SchemaObject> domains(List<SchemaChange> changes) {
        Map<QualifiedName, SchemaObject> found = new HashMap<>();
        for (SchemaChange change : changes) {
            if (change instanceof ObjectChange.Create made
                    && made.created() instanceof Domain domain) {
                found.put(domain.name(), domain);
            } else if (change instanceof ObjectChange.Drop dropped
                    && dropped.dropped() instanceof Domain domain) {
                found.putIfAbsent(domain.name(), domain);
            } else if (change instanceof ObjectChange.Alter altered
                    && altered.after() instanceof Domain domain) {
                found.put(domain.name(), domain);
            } else if (change instanceof EnumChange.Rebuild rebuild) {
                domains(rebuild.users().suspended()).forEach(found::putIfAbsent);
            }
        }
        return found;
    }

    /** Returns the grants, or the revocations, on one object that begin at an index. */
    private static List<SchemaChange> grantsFrom(List<SchemaChange> changes, int start) {
        List<SchemaChange> run = new ArrayList<>();
        SchemaChange first = changes.get(start);
        Optional<ObjectId> owner = grantOwner(first);
        for (int i = start; owner.isPresent() && i < changes.size(); i++) {
            SchemaChange change = changes.get(i);
            if (!change.getClass().equals(first.getClass()) || !grantOwner(change).equals(owner)) {
                break;
            }
            run.add(change);
        }
        return run;
    }

    private static Optional<ObjectId> grantOwner(SchemaChange change) {
        if (change instanceof DetailChange.GrantPrivilege grant) {
            return Optional.of(grant.owner());
        }
        return change instanceof DetailChange.RevokePrivilege revoke
                ? Optional.of(revoke.owner())
                : Optional.empty();
    }

    private static List<Piece> grants(List<SchemaChange> run) {
        List<Grant> granted = new ArrayList<>();
        List<Grant> revoked = new ArrayList<>();
        for (SchemaChange change : run) {
            if (change instanceof DetailChange.GrantPrivilege grant) {
                granted.add(grant.grant());
            } else if (change instanceof DetailChange.RevokePrivilege revoke) {
                revoked.add(revoke.grant());
            }
        }
        ObjectId owner = grantOwner(run.get(0)).orElseThrow();
        List<String> statements = new ArrayList<>(GrantWriter.grant(owner, granted));
        statements.addAll(GrantWriter.revoke(owner, revoked));
        return statements.stream().map(Piece::statement).toList();
    }

    /** Returns the pieces of a change; a new value that others use must be added before them. */
    private static List<Piece> apart(Written each, List<Written> all) {
        if (!(each.changes().get(0) instanceof EnumChange.AddValue change)) {
            return each.pieces();
        }
        boolean used =
                all.stream()
                        .filter(other -> !(other.changes().get(0) instanceof EnumChange))
                        .flatMap(other -> other.pieces().stream())
                        .anyMatch(piece -> NewValue.isUsed(change, piece.text(), piece.head()));
        return used
                ? each.pieces().stream()
                        .map(
                                piece ->
                                        piece.hazard(
                                                Hazard.Kind.NEEDS_OWN_TRANSACTION,
                                                "the value "
                                                        + SqlNames.literal(change.value())
                                                        + " can be used only after the transaction"
                                                        + " that adds it"))
                        .toList()
                : each.pieces();
    }
}
