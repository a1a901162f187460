package dev.limbeck.compare;

import dev.limbeck.neutral.NeutralType;
import dev.limbeck.neutral.NeutralType.Family;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the columns of tables apart. */
final class ColumnFacts {
    private static final Fact NONE = Fact.firm(Difference.NONE);
    private static final Fact NUMBERED = Fact.firm("numbered by the server");

    private final ColumnTypes types;
    private final Schema schema;
    private final NeutralNames names;
    private final NeutralText texts;

    ColumnFacts(ColumnTypes types, Schema schema, NeutralNames names, NeutralText texts) {
        this.types = types;
        this.schema = schema;
        this.names = names;
        this.texts = texts;
    }

    List<Located> of(Table table, Column column) {
        String object = names.of(table.name());
        String name = names.of(column.name());
        NeutralType type = types.of(table, column);
        boolean numbered = column.identity().isPresent() || hasOwnSequence(table, column);
        List<Located> found = new ArrayList<>();
        found.add(located(object, name, FactKind.COLUMN, Fact.firm("column")));
        found.add(located(object, name, FactKind.TYPE, Fact.type(column.type().toString(), type)));
        found.add(
                located(
                        object,
                        name,
                        FactKind.NULLABILITY,
                        Fact.firm(column.nullable() ? "null" : "not null")));
        found.add(located(object, name, FactKind.IDENTITY, numbered ? NUMBERED : NONE));
        found.add(
                located(
                        object,
                        name,
                        FactKind.DEFAULT,
                        numbered
                                ? NONE
                                : column.defaultValue()
                                        .map(value -> new DefaultForm(texts).of(value, type))
                                        .orElse(NONE)));
        found.add(
                located(
                        object,
                        name,
                        FactKind.GENERATED,
                        column.generated()
                                .map(computed -> value(computed.expression()))
                                .orElse(NONE)));
        found.add(
                located(
                        object,
                        name,
                        FactKind.ON_UPDATE,
                        column.options().get(Options.ON_UPDATE).map(Fact::firm).orElse(NONE)));
        found.add(located(object, name, FactKind.VALUES, values(table, column, type)));
        found.add(located(object, name, FactKind.COMMENT, ObjectFacts.said(column.comment())));
        return found;
    }

    private Fact value(Expression expression) {
        return Fact.expression(expression.source(), texts.value(expression.source()));
    }

    /** What a check that lists the values says, as far as no type does. */
    private Fact values(Table table, Column column, NeutralType type) {
        if (type.family() == Family.ENUMERATION) {
            return ValueList.of(type.words()).fact();
        }
        if (type.family() == Family.BOOLEAN) {
            return ValueList.TRUTH.fact();
        }
        return table.constraints().stream()
                .filter(Check.class::isInstance)
                .map(Check.class::cast)
                .map(check -> ValueList.read(check, texts))
                .flatMap(Optional::stream)
                .filter(list -> list.isAbout(names.of(column.name())))
                .findFirst()
                .map(ValueList::fact)
                .orElse(NONE);
    }

    /** A default that takes the next number of the column's own sequence is an identity. */
    private boolean hasOwnSequence(Table table, Column column) {
        return column.defaultValue().stream()
                .flatMap(value -> value.references().stream())
                .map(Reference::name)
                .flatMap(name -> schema.sequence(name).stream())
                .map(Sequence::ownedBy)
                .flatMap(Optional::stream)
                .anyMatch(
                        owner ->
                                owner.table().equals(table.name())
                                        && owner.column().equals(column.name()));
    }

    private static Located located(String object, String column, FactKind kind, Fact fact) {
        return new Located(Slot.column(object, column, kind), fact);
    }
}
