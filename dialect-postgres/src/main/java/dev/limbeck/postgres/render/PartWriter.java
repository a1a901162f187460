package dev.limbeck.postgres.render;

import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.PartChange;
import dev.limbeck.postgres.rules.KeyOptions;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.text.SqlText;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.TablePartVisitor;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes changes of constraints, indexes, triggers, policies and rules. */
final class PartWriter {
    private final int major;

    PartWriter(int major) {
        this.major = major;
    }

    private static String head(ObjectId owner) {
        return ColumnWriter.head(owner.name());
    }

    /** Returns the pieces that add a part with its comment. */
    List<Piece> add(ObjectId owner, TablePart part) {
        List<Piece> pieces = new ArrayList<>(part.accept(new Adding(owner)));
        pieces.addAll(DetailWriter.comment(owner, part));
        return pieces;
    }

    /** Returns the pieces that drop a part. */
    List<Piece> drop(ObjectId owner, TablePart part) {
        return List.of(part.accept(new Dropping(owner)));
    }

    private record Adding(ObjectId owner) implements TablePartVisitor<List<Piece>> {
        private List<Piece> constraint(Constraint constraint, String reason) {
            Piece added =
                    Piece.action(
                            head(owner), "ADD " + ConstraintWriter.write(constraint, owner.name()));
            boolean checked = constraint.state().validated() && constraint.state().enforced();
            return List.of(checked ? added.hazard(Hazard.Kind.LOCKS, reason) : added);
        }

        @Override
        public List<Piece> primaryKey(PrimaryKey key) {
            return constraint(key, "nobody reads or writes the table while its index is built");
        }

        @Override
        public List<Piece> unique(Unique unique) {
            return constraint(unique, "nobody reads or writes the table while its index is built");
        }

        @Override
        public List<Piece> foreignKey(ForeignKey key) {
            return constraint(key, "nobody writes either table while the rows are checked");
        }

        @Override
        public List<Piece> check(Check check) {
            return constraint(check, "nobody reads or writes the table while the rows are checked");
        }

        @Override
        public List<Piece> exclusion(Exclusion exclusion) {
            return constraint(
                    exclusion, "nobody reads or writes the table while its index is built");
        }

        @Override
        public List<Piece> index(Index index) {
            return List.of(
                    Piece.statement(IndexWriter.create(owner, index))
                            .hazard(
                                    Hazard.Kind.LOCKS,
                                    "nobody writes the table while the index is built"));
        }

        @Override
        public List<Piece> trigger(Trigger trigger) {
            List<Piece> pieces = new ArrayList<>();
            pieces.add(Piece.statement(TriggerWriter.create(owner, trigger)));
            if (trigger.state() != Trigger.State.ENABLED) {
                pieces.add(Piece.action(head(owner), TriggerWriter.state(trigger)));
            }
            return pieces;
        }

        @Override
        public List<Piece> policy(Policy policy) {
            return List.of(Piece.statement(TriggerWriter.create(owner, policy)));
        }

        @Override
        public List<Piece> attachment(Attachment attachment) {
            return SqlText.statements(attachment.definition().source()).stream()
                    .map(Piece::statement)
                    .toList();
        }
    }

    private record Dropping(ObjectId owner) implements TablePartVisitor<Piece> {
        private Piece constraint(Constraint constraint) {
            return Piece.action(
                    head(owner), "DROP CONSTRAINT " + SqlNames.write(constraint.name()));
        }

        private Piece onOwner(String kind, TablePart part) {
            return Piece.statement(
                    "DROP "
                            + kind
                            + " "
                            + SqlNames.write(part.name())
                            + " ON "
                            + SqlNames.write(owner.name()));
        }

        @Override
        public Piece primaryKey(PrimaryKey key) {
            return constraint(key);
        }

        @Override
        public Piece unique(Unique unique) {
            return constraint(unique);
        }

        @Override
        public Piece foreignKey(ForeignKey key) {
            return constraint(key);
        }

        @Override
        public Piece check(Check check) {
            return constraint(check);
        }

        @Override
        public Piece exclusion(Exclusion exclusion) {
            return constraint(exclusion);
        }

        @Override
        public Piece index(Index index) {
            return Piece.statement("DROP INDEX " + indexName(owner, index));
        }

        @Override
        public Piece trigger(Trigger trigger) {
            return onOwner("TRIGGER", trigger);
        }

        @Override
        public Piece policy(Policy policy) {
            return onOwner("POLICY", policy);
        }

        @Override
        public Piece attachment(Attachment attachment) {
            return onOwner(attachment.type().toUpperCase(Locale.ROOT), attachment);
        }
    }

    private static String indexName(ObjectId owner, TablePart part) {
        return SqlNames.write(owner.name().sibling(part.name().value()));
    }

    /** Returns the pieces that rename a part. */
    List<Piece> rename(PartChange.Rename change) {
        TablePart part = change.part();
        ObjectId owner = change.owner();
        String from = SqlNames.write(part.name());
        String to = SqlNames.write(change.newName());
        String table = SqlNames.write(owner.name());
        return List.of(
                Piece.statement(
                        switch (part.kind()) {
                            case CONSTRAINT ->
                                    head(owner) + " RENAME CONSTRAINT " + from + " TO " + to;
                            case INDEX ->
                                    "ALTER INDEX " + indexName(owner, part) + " RENAME TO " + to;
                            default ->
                                    "ALTER "
                                            + word(part)
                                            + " "
                                            + from
                                            + " ON "
                                            + table
                                            + " RENAME TO "
                                            + to;
                        }));
    }

    private static String word(TablePart part) {
        return part instanceof Attachment attachment
                ? attachment.type().toUpperCase(Locale.ROOT)
                : part.kind().name();
    }

    /** Returns the pieces that lead from one state of a part to another. */
    List<Piece> alter(ObjectId owner, TablePart before, TablePart after) {
        if (before instanceof Index old && after instanceof Index wanted) {
            return altered(owner, old, old.options(), wanted.options());
        }
        if (before instanceof Policy old && after instanceof Policy wanted) {
            return List.of(Piece.statement(TriggerWriter.alter(owner, old, wanted)));
        }
        if (before instanceof Trigger old && after instanceof Trigger wanted) {
            return altered(owner, old, wanted);
        }
        if (before instanceof Constraint old && after instanceof Constraint wanted) {
            return altered(owner, old, wanted);
        }
        return replaced(owner, before, after);
    }

    private static List<Piece> altered(
            ObjectId owner, TablePart part, Options before, Options after) {
        return IndexWriter.changes(before, after).stream()
                .map(
                        action ->
                                Piece.statement(
                                        "ALTER INDEX " + indexName(owner, part) + " " + action))
                .toList();
    }

    private static List<Piece> altered(ObjectId owner, Trigger before, Trigger after) {
        List<Piece> pieces = new ArrayList<>();
        boolean redefined = !before.withState(after.state()).sameDefinition(after);
        if (redefined) {
            pieces.add(Piece.statement(TriggerWriter.replace(owner, after)));
        }
        if (before.state() != after.state()) {
            pieces.add(Piece.action(head(owner), TriggerWriter.state(after)));
        }
        return pieces;
    }

    private List<Piece> altered(ObjectId owner, Constraint before, Constraint after) {
        ConstraintState old = before.state();
        ConstraintState wanted = after.state();
        boolean sameOtherwise = before.withState(wanted).sameDefinition(after);
        String name = SqlNames.write(after.name());
        if (sameOtherwise && old.withValidated(true).equals(wanted)) {
            return List.of(
                    Piece.action(head(owner), "VALIDATE CONSTRAINT " + name)
                            .hazard(Hazard.Kind.LOCKS, "the rows are checked"));
        }
        boolean alterable =
                sameOtherwise
                        && after instanceof ForeignKey
                        && (old.enforced() == wanted.enforced() || major >= 18)
                        && (old.validated() == wanted.validated()
                                || old.enforced() != wanted.enforced());
        if (alterable) {
            List<String> words = new ArrayList<>();
            if (old.deferral() != wanted.deferral()) {
                words.add(deferral(wanted.deferral()));
            }
            if (old.enforced() != wanted.enforced()) {
                words.add(wanted.enforced() ? "ENFORCED" : "NOT ENFORCED");
            }
            return List.of(
                    Piece.action(
                            head(owner),
                            "ALTER CONSTRAINT " + name + " " + String.join(" ", words)));
        }
        Optional<Options> options = KeyOptions.of(before);
        Optional<Options> newOptions = KeyOptions.of(after);
        return options.isPresent()
                        && newOptions.isPresent()
                        && KeyOptions.differOnlyThere(before, after)
                ? altered(owner, after, options.get(), newOptions.get())
                : replaced(owner, before, after);
    }

    private static String deferral(ConstraintState.Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "NOT DEFERRABLE";
            case INITIALLY_IMMEDIATE -> "DEFERRABLE INITIALLY IMMEDIATE";
            case INITIALLY_DEFERRED -> "DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private List<Piece> replaced(ObjectId owner, TablePart before, TablePart after) {
        List<Piece> pieces = new ArrayList<>(drop(owner, before));
        pieces.addAll(add(owner, after));
        return pieces;
    }
}
