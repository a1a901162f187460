package dev.limbeck.postgres.catalog;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.CompositeType.Attribute;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Enumerations, domains and composite types. */
final class CatalogTypes {
    private final CatalogContext context;

    CatalogTypes(CatalogContext context, List<CatalogRow> rows) {
        this.context = context;
        for (CatalogRow row : rows) {
            Reference meaning = Reference.toType(context.names().name(row));
            context.references().target("pg_type", row.number("oid"), meaning);
            context.references().target("pg_type", row.number("array_type"), meaning);
        }
    }

    /** Returns the identity of a type. */
    ObjectId id(CatalogRow row) {
        ObjectKind kind =
                switch (row.text("kind")) {
                    case "e" -> ObjectKind.ENUM_TYPE;
                    case "d" -> ObjectKind.DOMAIN;
                    default -> ObjectKind.COMPOSITE_TYPE;
                };
        return ObjectId.of(kind, context.names().name(row));
    }

    /** Returns a type. */
    SchemaObject type(CatalogRow row, CatalogConstraints constraints) {
        QualifiedName name = context.names().name(row);
        return switch (row.text("kind")) {
            case "e" ->
                    new EnumType(
                            name,
                            row.texts("labels"),
                            context.details().of("pg_type", row.number("oid")));
            case "d" -> domain(name, row, constraints);
            default -> composite(name, row);
        };
    }

    private Domain domain(QualifiedName name, CatalogRow row, CatalogConstraints constraints) {
        long oid = row.number("oid");
        ColumnType type = context.names().type(row.text("base"));
        Optional<NotNull> notNull =
                row.is("not_null") ? Optional.of(constraints.domainNotNull(oid)) : Optional.empty();
        Optional<Expression> value =
                row.optional("default_value")
                        .map(text -> context.references().text(text, "pg_type", oid));
        return new Domain(
                name,
                type,
                notNull,
                value,
                collation(row),
                constraints.ofDomain(oid),
                context.details().of("pg_type", oid));
    }

    private CompositeType composite(QualifiedName name, CatalogRow row) {
        long relation = row.number("relation");
        List<Attribute> attributes = new ArrayList<>();
        for (CatalogRow column : context.columnRows(relation)) {
            attributes.add(
                    new Attribute(
                            column.text("name"),
                            context.names().type(column.text("type")),
                            collation(column),
                            context.details()
                                    .comment("pg_class", relation, column.number("number"))));
        }
        return new CompositeType(
                name, attributes, context.details().of("pg_type", row.number("oid")));
    }

    private Optional<QualifiedName> collation(CatalogRow row) {
        return row.optional("collation")
                .map(name -> context.names().name(row.text("collation_schema"), name));
    }
}
