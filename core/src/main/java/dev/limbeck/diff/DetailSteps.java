package dev.limbeck.diff;

import dev.limbeck.schema.Grant;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has to be done to comments, owners, grants and settings of objects that stay. */
final class DetailSteps {
    private final Walk walk;

    DetailSteps(Walk walk) {
        this.walk = walk;
    }

    /** Compares two states of an object that stays. */
    void compare(SchemaObject before, SchemaObject after) {
        ObjectId id = after.id();
        new OptionSteps(walk).compare(before, after);
        if (!before.details().owner().equals(after.details().owner())) {
            add(
                    id,
                    Step.Rank.DETAIL,
                    "owner",
                    new DetailChange.SetOwner(
                            id, before.details().owner(), after.details().owner()));
        }
        compareGrants(before, after);
        if (!before.details().comment().equals(after.details().comment())) {
            add(
                    id,
                    Step.Rank.DETAIL,
                    "comment",
                    new DetailChange.SetComment(
                            id,
                            Optional.empty(),
                            before.details().comment(),
                            after.details().comment()));
        }
        compareComments(before, after);
    }

    private void compareGrants(SchemaObject before, SchemaObject after) {
        ObjectId id = after.id();
        Set<Grant> old = new TreeSet<>(before.details().grants());
        Set<Grant> wanted = new TreeSet<>(after.details().grants());
        for (Grant grant : old) {
            if (!wanted.contains(grant) || isColumnAnew(id, grant) || suffers(grant, old, wanted)) {
                Step step =
                        add(
                                id,
                                Step.Rank.REVOKE,
                                "revoke " + grant,
                                new DetailChange.RevokePrivilege(id, grant));
                grant.column()
                        .ifPresent(
                                column ->
                                        step.releases(
                                                Resource.column(walk.actual(), id.name(), column)));
            }
        }
        for (Grant grant : wanted) {
            if (!old.contains(grant) || isColumnAnew(id, grant) || suffers(grant, old, wanted)) {
                Step step =
                        add(
                                id,
                                Step.Rank.DETAIL,
                                "grant " + grant,
                                new DetailChange.GrantPrivilege(id, grant));
                grant.column()
                        .ifPresent(
                                column ->
                                        step.needs(
                                                Resource.column(
                                                        walk.desired(), id.name(), column)));
            }
        }
    }

    /** Returns whether a privilege on a column would go with the one on all columns, some way. */
    private boolean suffers(Grant grant, Set<Grant> old, Set<Grant> wanted) {
        return grant.column().isPresent()
                && walk.options().changeRules().revokesFromColumns()
                && !covering(grant, old).equals(covering(grant, wanted));
    }

    /** Returns the privileges on all columns that a privilege on one column is among. */
    private static List<Grant> covering(Grant grant, Set<Grant> all) {
        return all.stream()
                .filter(
                        other ->
                                other.column().isEmpty()
                                        && other.grantee().equals(grant.grantee())
                                        && other.privilege().equals(grant.privilege()))
                .toList();
    }

    private boolean isColumnAnew(ObjectId id, Grant grant) {
        return grant.column().filter(column -> walk.fates().isAnew(id.name(), column)).isPresent();
    }

    private void compareComments(SchemaObject before, SchemaObject after) {
        Map<DetailChange.SetComment.CommentedPart, String> old =
                underNewNames(before, Comments.all(before));
        Map<DetailChange.SetComment.CommentedPart, String> wanted = Comments.all(after);
        Set<DetailChange.SetComment.CommentedPart> parts = new TreeSet<>(old.keySet());
        parts.addAll(wanted.keySet());
        for (DetailChange.SetComment.CommentedPart part : parts) {
            String text = old.get(part);
            String newText = wanted.get(part);
            if (!Objects.equals(text, newText) && isKept(before, after, part)) {
                add(
                                after.id(),
                                Step.Rank.DETAIL,
                                "comment " + part.kind() + " " + part.name(),
                                new DetailChange.SetComment(
                                        after.id(),
                                        Optional.of(part),
                                        Optional.ofNullable(text),
                                        Optional.ofNullable(newText)))
                        .needs(Resource.named(after.id(), part.kind(), part.name()));
            }
        }
    }

    /** Returns comments under the names that their parts get. */
    private Map<DetailChange.SetComment.CommentedPart, String> underNewNames(
            SchemaObject before, Map<DetailChange.SetComment.CommentedPart, String> comments) {
        if (!(before instanceof Relation)) {
            return comments;
        }
        Map<DetailChange.SetComment.CommentedPart, String> renamed = new TreeMap<>(comments);
        Map<DetailChange.SetComment.CommentedPart, String> moved = new HashMap<>();
        for (PartMatch.Pair pair : walk.fates().match(before.id()).renamed()) {
            TablePart part = pair.before();
            String text = renamed.remove(commented(part));
            if (text != null) {
                moved.put(commented(pair.after()), text);
            }
        }
        renamed.putAll(moved);
        return renamed;
    }

    private static DetailChange.SetComment.CommentedPart commented(TablePart part) {
        return new DetailChange.SetComment.CommentedPart(part.kind(), part.name().value());
    }

    /** Returns whether a part stays as it is, so that its comment needs a change of its own. */
    private boolean isKept(
            SchemaObject before, SchemaObject after, DetailChange.SetComment.CommentedPart part) {
        ObjectId id = after.id();
        if (part.kind() == PartKind.COLUMN) {
            return isColumnKept(before, after, part.name());
        }
        if (!(before instanceof Relation)) {
            return Comments.hasPart(after, part);
        }
        PartMatch match = walk.fates().match(id);
        for (List<PartMatch.Pair> pairs : List.of(match.kept(), match.renamed(), match.altered())) {
            for (PartMatch.Pair pair : pairs) {
                if (commented(pair.after()).equals(part)) {
                    return !walk.fates().isAnew(id, pair.before());
                }
            }
        }
        return false;
    }

    private boolean isColumnKept(SchemaObject before, SchemaObject after, String column) {
        if (walk.fates().isAnew(after.id().name(), column)) {
            return false;
        }
        return !(before instanceof Table old)
                || !(after instanceof Table wanted)
                || (Inheritance.column(walk.actual(), old, column).isPresent()
                        && Inheritance.column(walk.desired(), wanted, column).isPresent());
    }

    private Step add(ObjectId id, Step.Rank rank, String detail, SchemaChange change) {
        Step step = new Step(rank, id.name().toString(), 0, detail).does(now -> List.of(change));
        walk.add(step);
        return step;
    }
}
