package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.DdlSyntaxException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.h2.type.H2Domains;
import dev.limbeck.h2.type.H2TypeReader;
import dev.limbeck.h2.type.H2Types;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import java.util.Optional;

/** Takes the types in statements: H2's own, and the domains that are there. */
final class StatementTypes {
    private StatementTypes() {}

    static ColumnType read(DdlContext context) {
        int offset = context.cursor().offset();
        ColumnType type = new H2TypeReader(context.cursor()).read();
        if (H2Types.isBuiltIn(type.name())) {
            return type;
        }
        return domain(context.schema(), type.name())
                .or(() -> inPath(context, type.name()))
                .map(type::withName)
                .orElseThrow(
                        () ->
                                new DdlSyntaxException(
                                        offset,
                                        Diagnostic.error(
                                                ErrorCode.OBJECT_MISSING,
                                                "there is no type or domain " + type.name())));
    }

    private static Optional<QualifiedName> inPath(DdlContext context, QualifiedName name) {
        return name.inDefaultSchema()
                ? context.session().path().stream()
                        .map(schema -> QualifiedName.of(schema, name.name()))
                        .filter(candidate -> domain(context.schema(), candidate).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<QualifiedName> domain(Schema schema, QualifiedName name) {
        boolean known =
                schema.named(name).stream()
                                .anyMatch(
                                        object ->
                                                object.id().kind() == ObjectKind.DOMAIN
                                                        || object.id()
                                                                .detail()
                                                                .equals(H2Domains.OPAQUE))
                        || schema.hidden().stream()
                                .anyMatch(
                                        id ->
                                                id.kind() == ObjectKind.DOMAIN
                                                        && id.name().equals(name));
        return known ? Optional.of(name) : Optional.empty();
    }
}
