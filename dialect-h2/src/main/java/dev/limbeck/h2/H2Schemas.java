package dev.limbeck.h2;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.dialect.Introspector;
import dev.limbeck.dialect.QueryFacts;
import dev.limbeck.dialect.Remains;
import dev.limbeck.dialect.SchemaNormalizer;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.h2.catalog.H2Introspector;
import dev.limbeck.h2.ddl.H2DdlReader;
import dev.limbeck.h2.normal.H2Normalizer;
import dev.limbeck.h2.render.H2ChangeRules;
import dev.limbeck.h2.render.H2Renderer;
import dev.limbeck.h2.render.H2ViewTexts;
import dev.limbeck.h2.type.H2NeutralForms;
import dev.limbeck.neutral.NeutralForms;
import dev.limbeck.schema.NameScopes;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.SchemaRules;
import java.sql.Connection;
import java.util.EnumSet;
import java.util.Set;

/** What H2 2.x knows of schemas. */
record H2Schemas() implements SchemaSupport {
    private static final NameScopes NAMES =
            new NameScopes(
                    EnumSet.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW),
                    EnumSet.of(ObjectKind.DOMAIN),
                    NameScopes.Scope.SCHEMA,
                    NameScopes.Scope.SCHEMA,
                    NameScopes.Scope.SCHEMA,
                    false);

    private static final SchemaRules RULES = new SchemaRules(NAMES, H2ViewTexts.rewriter());

    @Override
    public DiffOptions diffOptions() {
        return new DiffOptions(RULES, new H2ChangeRules());
    }

    @Override
    public SchemaNormalizer normalizer() {
        return new H2Normalizer();
    }

    @Override
    public DdlReader ddl() {
        return new H2DdlReader(RULES);
    }

    @Override
    public SqlRenderer renderer() {
        return new H2Renderer();
    }

    @Override
    public Introspector introspector(Connection connection) {
        return new H2Introspector(connection);
    }

    @Override
    public NeutralForms neutral() {
        return new H2NeutralForms();
    }

    @Override
    public QueryFacts queries() {
        return new QueryFacts(
                Set.of("INFORMATION_SCHEMA"),
                Set.of("DUAL", "SYSTEM_RANGE"),
                Set.of("_ROWID_", "ROWNUM", "SYSDATE", "SYSTIMESTAMP", "TODAY"),
                QueryFacts.Conversion.TEXTS,
                QueryFacts.Omission.NOTHING);
    }

    @Override
    public Remains remains() {
        return new H2TableCopies();
    }
}
