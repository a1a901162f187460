package dev.limbeck.oracle.render;

import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.oracle.model.UnnamedConstraints;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.TablePartVisitor;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes constraints, indexes and triggers of one relation. */
final class PartSql implements TablePartVisitor<String> {
    private final QualifiedName owner;

    PartSql(QualifiedName owner) {
        this.owner = owner;
    }

    private String alterTable() {
        return "ALTER TABLE " + OracleIdentifiers.write(owner);
    }

    private String qualified(TablePart part) {
        return OracleIdentifiers.write(owner.sibling(part.name().value()));
    }

    /** Returns the statement that adds a part. */
    String add(TablePart part) {
        return part instanceof Constraint
                ? alterTable() + " ADD " + part.accept(this)
                : part.accept(this);
    }

    /** Returns a constraint as it stands in a {@code CREATE TABLE}. */
    String definition(TablePart constraint) {
        return constraint.accept(this);
    }

    /** Returns the statement that drops a part. */
    String drop(TablePart part) {
        if (UnnamedConstraints.isUnnamed(part)) {
            return UnnamedConstraints.drop(owner, part);
        }
        return switch (part.kind()) {
            case CONSTRAINT ->
                    alterTable()
                            + " DROP CONSTRAINT "
                            + OracleIdentifiers.write(part.name().value());
            case INDEX -> "DROP INDEX " + qualified(part);
            case TRIGGER -> "DROP TRIGGER " + qualified(part);
            default -> throw Refusal.of(part.kind().label() + " " + part.name());
        };
    }

    /** Returns the statements that rename a part. */
    List<String> rename(TablePart part, PartName newName) {
        boolean made = newName.origin() == PartName.Origin.ARBITRARY;
        if (made || UnnamedConstraints.isUnnamed(part)) {
            return List.of(drop(part), add(part.withName(newName)));
        }
        String to = OracleIdentifiers.write(newName.value());
        return List.of(
                switch (part.kind()) {
                    case INDEX -> "ALTER INDEX " + qualified(part) + " RENAME TO " + to;
                    case TRIGGER -> "ALTER TRIGGER " + qualified(part) + " RENAME TO " + to;
                    default ->
                            alterTable()
                                    + " RENAME CONSTRAINT "
                                    + OracleIdentifiers.write(part.name().value())
                                    + " TO "
                                    + to;
                });
    }

    /** Returns the statement that changes a part in place. */
    String alter(TablePart before, TablePart after) {
        if (after instanceof Index index) {
            return "ALTER INDEX "
                    + qualified(index)
                    + (index.options().has(Options.INVISIBLE) ? " INVISIBLE" : " VISIBLE");
        }
        if (before instanceof Trigger old && after instanceof Trigger now) {
            boolean switched = old.withState(now.state()).sameDefinition(now);
            return switched
                    ? "ALTER TRIGGER "
                            + qualified(now)
                            + (now.state() == Trigger.State.DISABLED ? " DISABLE" : " ENABLE")
                    : now.accept(this);
        }
        if (before instanceof Constraint old && after instanceof Constraint now) {
            return state(old, now);
        }
        throw new IllegalStateException("made anew, not altered: " + after.name());
    }

    private String state(Constraint before, Constraint after) {
        String words = StateSql.change(before.state(), after.state());
        if (!UnnamedConstraints.isUnnamed(after)) {
            return alterTable()
                    + " MODIFY CONSTRAINT "
                    + OracleIdentifiers.write(after.name().value())
                    + " "
                    + words;
        }
        if (after instanceof PrimaryKey) {
            return alterTable() + " MODIFY PRIMARY KEY " + words;
        }
        if (after instanceof Unique unique) {
            return alterTable() + " MODIFY UNIQUE (" + columns(unique.key()) + ") " + words;
        }
        throw Refusal.change(
                "the state of a " + after.label() + " without a name: " + owner,
                "give the constraint a name");
    }

    private static String naming(PartName name) {
        return name.origin() == PartName.Origin.ARBITRARY
                ? ""
                : "CONSTRAINT " + OracleIdentifiers.write(name.value()) + " ";
    }

    private static String columns(Key key) {
        if (!key.include().isEmpty() || key.nullsNotDistinct() || key.withoutOverlaps()) {
            throw Refusal.of("key that is more than its columns: " + key.columns());
        }
        return OracleIdentifiers.write(key.columns());
    }

    @Override
    public String primaryKey(PrimaryKey key) {
        return naming(key.name())
                + "PRIMARY KEY ("
                + columns(key.key())
                + ")"
                + StateSql.definition(key.state());
    }

    @Override
    public String unique(Unique unique) {
        return naming(unique.name())
                + "UNIQUE ("
                + columns(unique.key())
                + ")"
                + StateSql.definition(unique.state());
    }

    @Override
    public String foreignKey(ForeignKey key) {
        if (key.onUpdate() != ReferentialAction.NO_ACTION
                && key.onUpdate() != ReferentialAction.RESTRICT) {
            throw Refusal.of("foreign key that follows updates: " + key.name() + " of " + owner);
        }
        return naming(key.name())
                + "FOREIGN KEY ("
                + OracleIdentifiers.write(key.keyColumns())
                + ") REFERENCES "
                + OracleIdentifiers.write(key.table())
                + " ("
                + OracleIdentifiers.write(key.tableColumns())
                + ")"
                + onDelete(key)
                + StateSql.definition(key.state());
    }

    private String onDelete(ForeignKey key) {
        return switch (key.onDelete()) {
            case NO_ACTION, RESTRICT -> "";
            case CASCADE, SET_NULL -> " ON DELETE " + key.onDelete().sql();
            case SET_DEFAULT ->
                    throw Refusal.of(
                            "foreign key that sets defaults: " + key.name() + " of " + owner);
        };
    }

    @Override
    public String check(Check check) {
        return naming(check.name())
                + "CHECK ("
                + check.predicate().source()
                + ")"
                + StateSql.definition(check.state());
    }

    @Override
    public String exclusion(Exclusion exclusion) {
        throw Refusal.of("exclusion constraint " + exclusion.name());
    }

    @Override
    public String index(Index index) {
        if (index.where().isPresent()) {
            throw Refusal.of("partial index " + index.name());
        }
        if (!index.include().isEmpty()) {
            throw Refusal.of("index that only carries columns: " + index.name());
        }
        List<String> parts = new ArrayList<>();
        index.parts().forEach(part -> parts.add(indexed(index, part)));
        Options options = index.options();
        return "CREATE "
                + (index.unique() ? "UNIQUE " : "")
                + index.method().map(word -> word.toUpperCase(Locale.ROOT) + " ").orElse("")
                + "INDEX "
                + qualified(index)
                + " ON "
                + OracleIdentifiers.write(owner)
                + " ("
                + String.join(", ", parts)
                + ")"
                + options.get(OracleOptions.INDEXTYPE)
                        .map(type -> " INDEXTYPE IS " + type)
                        .orElse("")
                + options.get(OracleOptions.PARAMETERS)
                        .map(text -> " PARAMETERS (" + OracleText.quoted(text) + ")")
                        .orElse("")
                + (options.has(OracleOptions.LOCAL) ? " LOCAL" : "")
                + options.get(OracleOptions.PARTITION)
                        .map(text -> " GLOBAL PARTITION BY " + text)
                        .orElse("")
                + (options.has(OracleOptions.REVERSE) ? " REVERSE" : "")
                + (options.has(Options.INVISIBLE) ? " INVISIBLE" : "");
    }

    private static String indexed(Index index, IndexPart part) {
        if (part.prefixLength().isPresent() || part.nulls().isPresent()) {
            throw Refusal.of(
                    "index over the beginnings of values, or with nulls apart: " + index.name());
        }
        return part.column()
                        .map(OracleIdentifiers::write)
                        .orElseGet(() -> part.expression().map(Expression::source).orElseThrow())
                + (part.descending() ? " DESC" : "");
    }

    @Override
    public String trigger(Trigger trigger) {
        String body =
                trigger.action()
                        .body()
                        .map(Expression::source)
                        .orElseThrow(() -> Refusal.of("trigger on a routine " + trigger.name()));
        boolean row =
                trigger.level() == Trigger.Level.ROW
                        && trigger.timing() != Trigger.Timing.INSTEAD_OF;
        return "CREATE OR REPLACE TRIGGER "
                + qualified(trigger)
                + "\n"
                + timing(trigger)
                + " "
                + events(trigger)
                + " ON "
                + OracleIdentifiers.write(owner)
                + "\n"
                + trigger.options()
                        .get(OracleOptions.REFERENCING)
                        .map(text -> "REFERENCING " + text + "\n")
                        .orElse("")
                + (row ? "FOR EACH ROW\n" : "")
                + trigger.options()
                        .get(OracleOptions.FOLLOWS)
                        .map(name -> "FOLLOWS " + OracleIdentifiers.write(name) + "\n")
                        .orElse("")
                + (trigger.state() == Trigger.State.DISABLED ? "DISABLE\n" : "")
                + trigger.when().map(text -> "WHEN (" + text.source() + ")\n").orElse("")
                + body;
    }

    private static String timing(Trigger trigger) {
        return switch (trigger.timing()) {
            case BEFORE -> "BEFORE";
            case AFTER -> "AFTER";
            case INSTEAD_OF -> "INSTEAD OF";
            case COMPOUND -> "FOR";
        };
    }

    private static String events(Trigger trigger) {
        List<String> words = new ArrayList<>();
        for (Trigger.Event event : trigger.events()) {
            if (event == Trigger.Event.TRUNCATE) {
                throw Refusal.of("trigger on TRUNCATE " + trigger.name());
            }
            boolean columns = event == Trigger.Event.UPDATE && !trigger.updateOf().isEmpty();
            words.add(
                    event.name()
                            + (columns
                                    ? " OF "
                                            + OracleIdentifiers.write(
                                                    List.copyOf(trigger.updateOf()))
                                    : ""));
        }
        return String.join(" OR ", words);
    }

    @Override
    public String policy(Policy policy) {
        throw Refusal.of("policy " + policy.name());
    }

    @Override
    public String attachment(Attachment attachment) {
        return attachment.definition().source();
    }
}
