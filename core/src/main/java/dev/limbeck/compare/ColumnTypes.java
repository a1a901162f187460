package dev.limbeck.compare;

import dev.limbeck.neutral.NeutralForms;
import dev.limbeck.neutral.NeutralType;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.Optional;

/**
 * What the columns of a schema hold.
 *
 * @param schema has the domains and the enumerations
 * @param forms knows the built-in types
 */
record ColumnTypes(Schema schema, NeutralForms forms) {
    NeutralType of(Table table, Column column) {
        Optional<QualifiedName> collation =
                column.collation()
                        .or(() -> table.options().get(Options.COLLATION).map(QualifiedName::of));
        return of(column.type(), collation);
    }

    private NeutralType of(ColumnType type, Optional<QualifiedName> collation) {
        if (type.arrayDimensions() > 0) {
            return NeutralType.arrayOf(
                    of(type.withArrayDimensions(type.arrayDimensions() - 1), collation));
        }
        return domain(type.name())
                .map(domain -> of(domain.type(), collation.or(domain::collation)))
                .or(() -> enumeration(type.name()))
                .orElseGet(() -> forms.of(type, collation));
    }

    private Optional<Domain> domain(QualifiedName name) {
        return schema.find(ObjectId.of(ObjectKind.DOMAIN, name)).map(Domain.class::cast);
    }

    private Optional<NeutralType> enumeration(QualifiedName name) {
        return schema.find(ObjectId.of(ObjectKind.ENUM_TYPE, name))
                .map(EnumType.class::cast)
                .map(type -> NeutralType.enumeration(type.values()));
    }
}
