package dev.limbeck.h2.normal;

import dev.limbeck.h2.model.H2LinkedTables;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.H2Text;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How H2 prints the texts of a schema, and the schema with these as canonical forms. */
final class PrintedTexts {
    /** What a text of an object is. */
    enum Place {
        DEFAULT,
        ON_UPDATE,
        GENERATED,
        CHECK,
        QUERY,
        CONSTANT
    }

    /**
     * Where a text stands.
     *
     * @param owner the object
     * @param place what it is there
     * @param detail the column, or the check's text
     */
    record Slot(QualifiedName owner, Place place, String detail) {}

    private final Map<Slot, String> printed = new HashMap<>();
    private final Map<QualifiedName, List<Query.OutputColumn>> columns = new HashMap<>();

    void put(Slot slot, String text) {
        printed.put(slot, text);
    }

    void put(QualifiedName view, List<Query.OutputColumn> yielded) {
        columns.put(view, yielded);
    }

    /** Returns an object with the canonical forms of its texts. */
    SchemaObject fillIn(SchemaObject object) {
        QualifiedName name = object.id().name();
        if (object instanceof Table table) {
            return fillIn(table);
        }
        if (object instanceof View view) {
            return view.withQuery(query(name, view.query()));
        }
        if (object instanceof MaterializedView view) {
            return view.withQuery(query(name, view.query()));
        }
        if (object instanceof Domain domain) {
            return domain.withDefault(text(name, Place.DEFAULT, "", domain.defaultValue()))
                    .withConstraints(
                            domain.constraints().stream()
                                    .map(check -> check(name, check))
                                    .toList());
        }
        return object instanceof OpaqueObject opaque
                ? opaque.withDefinition(definition(opaque))
                : object;
    }

    private SchemaObject fillIn(Table table) {
        QualifiedName name = table.name();
        List<Column> filled = new ArrayList<>();
        for (Column column : table.columns()) {
            filled.add(
                    withOnUpdate(name, column)
                            .withDefault(
                                    text(name, Place.DEFAULT, column.name(), column.defaultValue()))
                            .withGenerated(
                                    column.generated()
                                            .map(
                                                    computed ->
                                                            new Generated(
                                                                    text(
                                                                            name,
                                                                            Place.GENERATED,
                                                                            column.name(),
                                                                            computed.expression()),
                                                                    computed.storage()))));
        }
        List<TablePart> parts = new ArrayList<>();
        for (TablePart part : table.parts()) {
            parts.add(part instanceof Check check ? check(name, check) : part);
        }
        return table.withColumns(filled).withParts(parts);
    }

    private Column withOnUpdate(QualifiedName table, Column column) {
        Options options = column.options();
        return options.get(Options.ON_UPDATE)
                .map(
                        text -> {
                            Slot slot = new Slot(table, Place.ON_UPDATE, column.name());
                            String print = Optional.ofNullable(printed.get(slot)).orElse(text);
                            return column.withOptions(
                                    options.with(
                                            Options.ON_UPDATE, H2Text.bare(H2Text.plain(print))));
                        })
                .orElse(column);
    }

    private Check check(QualifiedName owner, Check check) {
        Expression predicate = check.predicate();
        return check.withPredicate(text(owner, Place.CHECK, predicate.source(), predicate));
    }

    private Optional<Expression> text(
            QualifiedName owner, Place place, String detail, Optional<Expression> expression) {
        return expression.map(text -> text(owner, place, detail, text));
    }

    private Expression text(QualifiedName owner, Place place, String detail, Expression text) {
        String print = printed.get(new Slot(owner, place, detail));
        return text.withCanonical(canonical(print == null ? text.source() : print));
    }

    private static String canonical(String text) {
        return H2Text.bare(H2Text.tokens(H2Text.plain(text)));
    }

    /** Gives a query its columns' names as part of its canonical form, and the columns. */
    private Query query(QualifiedName view, Query query) {
        List<Query.OutputColumn> yielded = columns.getOrDefault(view, query.columns());
        String print = printed.get(new Slot(view, Place.QUERY, ""));
        List<String> names =
                yielded.isEmpty()
                        ? query.aliases()
                        : yielded.stream().map(Query.OutputColumn::name).toList();
        String head = names.isEmpty() ? "" : "(" + H2Names.write(names) + ") AS ";
        String text = canonical(print == null ? query.text().source() : print);
        return query.withText(query.text().withCanonical(head + text)).withColumns(yielded);
    }

    private Expression definition(OpaqueObject object) {
        String print = printed.get(new Slot(object.name(), Place.CONSTANT, ""));
        Expression definition =
                object.type().equals("linked table")
                        ? H2LinkedTables.definition(object.definition().source())
                        : object.definition();
        return definition
                .withReferences(object.definition().references())
                .withCanonical(canonical(print == null ? definition.source() : print));
    }

    /** Returns the type that a column of a view has. */
    static Query.OutputColumn outputColumn(String name, ColumnType type) {
        return new Query.OutputColumn(name, Optional.of(type));
    }
}
