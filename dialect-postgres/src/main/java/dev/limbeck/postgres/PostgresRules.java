package dev.limbeck.postgres;

import dev.limbeck.schema.NameRewriter;
import dev.limbeck.schema.NameScopes;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.SchemaRules;
import java.util.EnumSet;

/** PostgreSQL's rules of names. */
final class PostgresRules {
    static final SchemaRules NAMES =
            new SchemaRules(
                    new NameScopes(
                            EnumSet.of(
                                    ObjectKind.TABLE,
                                    ObjectKind.VIEW,
                                    ObjectKind.MATERIALIZED_VIEW,
                                    ObjectKind.SEQUENCE,
                                    ObjectKind.COMPOSITE_TYPE),
                            EnumSet.of(
                                    ObjectKind.ENUM_TYPE,
                                    ObjectKind.DOMAIN,
                                    ObjectKind.COMPOSITE_TYPE),
                            NameScopes.Scope.RELATION_NAMES,
                            NameScopes.Scope.RELATION,
                            NameScopes.Scope.RELATION,
                            true),
                    NameRewriter.byWords(
                            PostgresIdentifiers.INSTANCE::fold, PostgresIdentifiers::write));

    private PostgresRules() {}
}
