package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.DdlReader;
import dev.limbeck.ddl.DdlReading;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.ddl.DdlTools;
import dev.limbeck.ddl.NamePieces;
import dev.limbeck.ddl.NotNullRule;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.postgres.ddl.clause.StatementExpressions;
import dev.limbeck.postgres.ddl.clause.StatementTypes;
import dev.limbeck.postgres.normal.PostgresPartNames;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.PostgresNames;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Schema;
import java.util.List;

/** Reads PostgreSQL's DDL. */
public final class PostgresDdlReader implements DdlReader {
    private final DdlTools tools;
    private final StatementGrammar grammar;

    public PostgresDdlReader(int major, DiffOptions options, PostgresPartNames names) {
        NotNullRule notNulls =
                (schema, table, column) -> NotNull.named(names.notNull(schema, table, column));
        this.tools =
                new DdlTools(
                        PostgresLexicon.LEXICON,
                        PostgresNames.INSTANCE,
                        StatementTypes.INSTANCE,
                        new StatementExpressions(),
                        names::nameFor,
                        notNulls,
                        options.schemaRules());
        this.grammar = new StatementGrammar(major, options);
    }

    @Override
    public DdlReading read(String text, Schema before, DdlSession session) {
        return DdlContext.read(text, before, session, tools, grammar::read);
    }

    @Override
    public String defaultSchema() {
        return PostgresNames.INSTANCE.defaultSchema();
    }

    @Override
    public List<String> pieces(String written) {
        return NamePieces.of(written, tools, PostgresTypes::isName);
    }
}
