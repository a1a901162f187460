package dev.limbeck.cli.site;

import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.TablePartVisitor;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in a line what belongs to a table. */
final class Parts implements TablePartVisitor<String> {
    static String words(TablePart part) {
        return part.accept(new Parts());
    }

    @Override
    public String primaryKey(PrimaryKey key) {
        return "primary key " + columns(key.key()) + named(key.name());
    }

    @Override
    public String unique(Unique unique) {
        return "unique " + columns(unique.key()) + named(unique.name());
    }

    @Override
    public String foreignKey(ForeignKey key) {
        return "("
                + String.join(", ", key.keyColumns())
                + ") refers to "
                + key.table()
                + " ("
                + String.join(", ", key.tableColumns())
                + ")"
                + action(" on delete ", key.onDelete())
                + action(" on update ", key.onUpdate())
                + named(key.name());
    }

    private static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION
                ? ""
                : when + action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String check(Check check) {
        return "check (" + check.predicate().source() + ")" + named(check.name());
    }

    @Override
    public String exclusion(Exclusion exclusion) {
        return "exclusion" + named(exclusion.name());
    }

    @Override
    public String index(Index index) {
        return (index.unique() ? "unique index (" : "index (")
                + index.parts().stream().map(Parts::part).collect(Collectors.joining(", "))
                + ")"
                + index.method().map(method -> " using " + method).orElse("")
                + index.where().map(where -> " where " + where.source()).orElse("")
                + named(index.name());
    }

    private static String part(IndexPart part) {
        return part.column().or(() -> part.expression().map(text -> text.source())).orElse("?")
                + (part.descending() ? " desc" : "");
    }

    @Override
    public String trigger(Trigger trigger) {
        return "trigger"
                + named(trigger.name())
                + ", "
                + trigger.timing().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + " "
                + trigger.events().stream()
                        .map(event -> event.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(" or "));
    }

    @Override
    public String policy(Policy policy) {
        return "policy" + named(policy.name()) + " for " + policy.command();
    }

    @Override
    public String attachment(Attachment attachment) {
        return attachment.type() + named(attachment.name());
    }

    private static String columns(Key key) {
        return "(" + String.join(", ", key.columns()) + ")";
    }

    private static String named(PartName name) {
        return name.value().isEmpty() ? "" : " " + name.value();
    }
}
