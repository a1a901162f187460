package dev.limbeck.compare;

import dev.limbeck.neutral.NeutralForms;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.TablePartVisitor;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes the constraints, indexes and triggers of one table apart. */
final class PartFacts implements TablePartVisitor<List<Located>> {
    private final Table table;
    private final String object;
    private final NeutralForms forms;
    private final NeutralNames names;
    private final NeutralText texts;
    private final Set<String> listed = new HashSet<>();

    PartFacts(
            Table table, String object, NeutralForms forms, NeutralNames names, NeutralText texts) {
        this.table = table;
        this.object = object;
        this.forms = forms;
        this.names = names;
        this.texts = texts;
    }

    List<Located> all() {
        List<Located> found = new ArrayList<>();
        for (TablePart part : table.parts()) {
            found.addAll(part.accept(this));
        }
        return found;
    }

    @Override
    public List<Located> primaryKey(PrimaryKey key) {
        String columns = names.list(key.key().columns());
        return List.of(
                new Located(
                        Slot.of(object, FactKind.PRIMARY_KEY),
                        Fact.firm(columns + state(key.state()))));
    }

    @Override
    public List<Located> unique(Unique unique) {
        return unique(unique.key().columns(), unique.key().nullsNotDistinct(), unique.state());
    }

    /** The order of the columns says nothing of what is unique. */
    private List<Located> unique(
            List<String> columns, boolean nullsNotDistinct, ConstraintState state) {
        String detail = names.list(List.copyOf(new TreeSet<>(columns)));
        String nulls = nullsNotDistinct ? ", nulls not distinct" : "";
        return List.of(
                new Located(
                        Slot.part(object, FactKind.UNIQUE, detail),
                        Fact.firm("unique" + nulls + state(state))));
    }

    @Override
    public List<Located> foreignKey(ForeignKey key) {
        String detail =
                names.list(key.keyColumns())
                        + " references "
                        + names.of(key.table())
                        + " "
                        + names.list(key.tableColumns());
        String actions =
                "on delete "
                        + action(key.onDelete())
                        + ", on update "
                        + action(key.onUpdate())
                        + state(key.state());
        return List.of(
                new Located(Slot.part(object, FactKind.FOREIGN_KEY, detail), Fact.firm(actions)));
    }

    /** RESTRICT and NO ACTION differ only in when they refuse. */
    private static String action(ReferentialAction action) {
        ReferentialAction meant =
                action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
        return meant.sql().toLowerCase(Locale.ROOT);
    }

    private static String state(ConstraintState state) {
        String deferral =
                switch (state.deferral()) {
                    case NOT_DEFERRABLE -> "";
                    case INITIALLY_IMMEDIATE -> ", deferrable";
                    case INITIALLY_DEFERRED -> ", initially deferred";
                };
        return deferral
                + (state.enforced() ? "" : ", not enforced")
                + (state.validated() ? "" : ", not validated");
    }

    /** A check that lists the values of a column is told of the column. */
    @Override
    public List<Located> check(Check check) {
        boolean ofColumn =
                ValueList.read(check, texts).filter(list -> listed.add(list.column())).isPresent();
        if (ofColumn) {
            return List.of();
        }
        String form = texts.condition(check.predicate().source());
        return List.of(
                new Located(
                        Slot.part(object, FactKind.CHECK, form),
                        Fact.expression(check.predicate().source(), form + state(check.state()))));
    }

    @Override
    public List<Located> index(Index index) {
        Optional<List<String>> columns = plainColumns(index);
        if (columns.isPresent() && index.unique()) {
            return unique(columns.get(), index.nullsNotDistinct(), ConstraintState.normal());
        }
        String detail =
                index.parts().stream().map(this::part).collect(Collectors.joining(", ", "(", ")"))
                        + index.where().map(where -> " where " + condition(where)).orElse("");
        String said = (index.unique() ? "unique index" : "index") + method(index);
        return List.of(
                new Located(Slot.part(object, FactKind.INDEX, detail), fact(said, index, columns)));
    }

    private Fact fact(String said, Index index, Optional<List<String>> columns) {
        boolean implied =
                forms.indexesForeignKeys()
                        && columns.isPresent()
                        && table.foreignKeys().stream()
                                .anyMatch(key -> key.keyColumns().equals(columns.get()));
        if (implied) {
            return Fact.implied(said);
        }
        boolean expression =
                index.where().isPresent()
                        || index.parts().stream().anyMatch(part -> part.expression().isPresent());
        return expression ? Fact.expression(said, said) : Fact.firm(said);
    }

    private static String method(Index index) {
        return index.method().map(method -> " by " + method).orElse("");
    }

    private static Optional<List<String>> plainColumns(Index index) {
        boolean plain =
                index.where().isEmpty()
                        && index.parts().stream()
                                .allMatch(
                                        part ->
                                                part.column().isPresent()
                                                        && part.prefixLength().isEmpty());
        return plain
                ? Optional.of(
                        index.parts().stream().flatMap(part -> part.column().stream()).toList())
                : Optional.empty();
    }

    private String part(IndexPart part) {
        String what =
                part.column()
                        .map(names::of)
                        .or(() -> part.expression().map(computed -> texts.value(computed.source())))
                        .orElseThrow();
        String prefix =
                part.prefixLength().isPresent() ? " first " + part.prefixLength().getAsInt() : "";
        return what + prefix + (part.descending() ? " desc" : "");
    }

    private String condition(Expression where) {
        return texts.condition(where.source());
    }

    /** One vendor's trigger hears several events where another needs several triggers. */
    @Override
    public List<Located> trigger(Trigger trigger) {
        String timing = trigger.timing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return trigger.events().stream()
                .map(event -> timing + " " + event.name().toLowerCase(Locale.ROOT))
                .sorted()
                .map(
                        detail ->
                                new Located(
                                        Slot.part(object, FactKind.TRIGGER, detail),
                                        Fact.firm("trigger")))
                .toList();
    }

    @Override
    public List<Located> exclusion(Exclusion exclusion) {
        return vendor("exclusion constraint");
    }

    @Override
    public List<Located> policy(Policy policy) {
        return vendor("policy");
    }

    @Override
    public List<Located> attachment(Attachment attachment) {
        return vendor(attachment.type());
    }

    private List<Located> vendor(String what) {
        return List.of(
                new Located(Slot.part(object, FactKind.VENDOR_OBJECT, what), Fact.vendor(what)));
    }
}
