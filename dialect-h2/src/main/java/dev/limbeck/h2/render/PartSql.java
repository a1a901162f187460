package dev.limbeck.h2.render;

import dev.limbeck.h2.model.H2Nulls;
import dev.limbeck.h2.model.H2Options;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.H2Text;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.PartKind;
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
import java.util.Optional;

/** Writes constraints, indexes and triggers of one relation. */
final class PartSql implements TablePartVisitor<String> {
    private final QualifiedName owner;

    PartSql(QualifiedName owner) {
        this.owner = owner;
    }

    /** Returns the statement that adds a part. */
    String add(TablePart part) {
        return part.kind() == PartKind.CONSTRAINT
                ? alterTable() + " ADD " + part.accept(this)
                : part.accept(this);
    }

    /** Returns a constraint as it stands in a {@code CREATE TABLE}. */
    String definition(TablePart constraint) {
        return constraint.accept(this);
    }

    private String alterTable() {
        return "ALTER TABLE " + H2Names.write(owner);
    }

    /** Returns the statement that drops a part. */
    String drop(TablePart part) {
        if (part.name().value().isEmpty()) {
            return new UnnamedParts(owner).drop(part);
        }
        String name = part.name().value();
        return switch (part.kind()) {
            case CONSTRAINT -> alterTable() + " DROP CONSTRAINT " + H2Names.write(name);
            case INDEX -> "DROP INDEX " + qualified(name);
            case TRIGGER, ATTACHMENT -> "DROP TRIGGER " + qualified(name);
            default -> throw Refusal.of(part.kind().label() + " " + name);
        };
    }

    /** Returns the statements that rename a part. */
    List<String> rename(TablePart part, PartName newName) {
        if (newName.value().isEmpty()) {
            return List.of(drop(part), add(part.withName(newName)));
        }
        if (part.name().value().isEmpty()) {
            return List.of(new UnnamedParts(owner).rename(part, newName.value()));
        }
        String after = H2Names.write(newName.value());
        return part.kind() == PartKind.INDEX
                ? List.of("ALTER INDEX " + qualified(part.name().value()) + " RENAME TO " + after)
                : List.of(
                        alterTable()
                                + " RENAME CONSTRAINT "
                                + H2Names.write(part.name().value())
                                + " TO "
                                + after);
    }

    private String qualified(String name) {
        return H2Names.write(owner.sibling(name));
    }

    /** Returns the words that name a constraint; nothing for one whose name the server makes. */
    static String naming(PartName name) {
        return name.origin() == PartName.Origin.ARBITRARY
                ? ""
                : "CONSTRAINT " + H2Names.write(name.value()) + " ";
    }

    @Override
    public String primaryKey(PrimaryKey key) {
        return naming(key.name()) + "PRIMARY KEY (" + columns(key.key()) + ")";
    }

    @Override
    public String unique(Unique unique) {
        H2Nulls nulls = H2Nulls.of(unique.key().nullsNotDistinct(), unique.key().options());
        return naming(unique.name())
                + "UNIQUE"
                + nulls.suffix()
                + " ("
                + columns(unique.key())
                + ")";
    }

    private static String columns(Key key) {
        return H2Names.write(key.columns());
    }

    @Override
    public String foreignKey(ForeignKey key) {
        return naming(key.name())
                + "FOREIGN KEY ("
                + H2Names.write(key.keyColumns())
                + ") REFERENCES "
                + H2Names.write(key.table(), owner.schema())
                + " ("
                + H2Names.write(key.tableColumns())
                + ")"
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate());
    }

    private static String action(String words, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : words + action.sql();
    }

    @Override
    public String check(Check check) {
        return naming(check.name()) + "CHECK (" + check.predicate().source() + ")";
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
        boolean named = index.name().origin() != PartName.Origin.ARBITRARY;
        H2Nulls nulls = H2Nulls.of(index.nullsNotDistinct(), index.options());
        List<String> parts = new ArrayList<>();
        index.parts().forEach(part -> parts.add(indexed(index, part)));
        return "CREATE "
                + (index.unique() ? "UNIQUE" + nulls.suffix() + " " : "")
                + index.method().map(word -> word.toUpperCase(Locale.ROOT) + " ").orElse("")
                + "INDEX "
                + (named ? qualified(index.name().value()) + " " : "")
                + "ON "
                + H2Names.write(owner)
                + " ("
                + String.join(", ", parts)
                + ")"
                + (index.include().isEmpty()
                        ? ""
                        : " INCLUDE (" + H2Names.write(index.include()) + ")");
    }

    private static String indexed(Index index, IndexPart part) {
        String column =
                part.column()
                        .orElseThrow(() -> Refusal.of("index " + index.name() + " on expressions"));
        return H2Names.write(column)
                + (part.descending() ? " DESC" : "")
                + part.nulls().map(nulls -> " NULLS " + nulls).orElse("");
    }

    @Override
    public String trigger(Trigger trigger) {
        String source =
                trigger.action()
                        .body()
                        .map(body -> body.source())
                        .orElseThrow(() -> Refusal.of("trigger on a routine " + trigger.name()));
        List<String> events = trigger.events().stream().map(Enum::name).toList();
        boolean row = trigger.level() == Trigger.Level.ROW;
        Optional<String> queue = trigger.options().get(H2Options.QUEUE);
        return "CREATE TRIGGER "
                + qualified(trigger.name().value())
                + " "
                + trigger.timing().name().replace('_', ' ')
                + " "
                + String.join(", ", events)
                + " ON "
                + H2Names.write(owner)
                + (row ? " FOR EACH ROW" : "")
                + queue.map(length -> " QUEUE " + length).orElse("")
                + (trigger.options().has(H2Options.NO_WAIT) ? " NOWAIT" : "")
                + (trigger.options().has(H2Options.CLASS) ? " CALL " : " AS ")
                + H2Text.body(source);
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
