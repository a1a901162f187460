package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.DdlReader;
import dev.limbeck.ddl.DdlReading;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.ddl.DdlTools;
import dev.limbeck.ddl.NotNullRule;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.postgres.ddl.clause.StatementExpressions;
import dev.limbeck.postgres.ddl.clause.StatementTypes;
import dev.limbeck.postgres.normal.PostgresPartNames;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.PostgresNames;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
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
    public List<String> pieces(String written) {
        List<String> pieces = new ArrayList<>();
        List<SqlToken> tokens = SqlTokenizer.significant(written, PostgresLexicon.LEXICON);
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean fits = i % 2 == 0 ? PostgresTypes.isName(token) : token.isSymbol(".");
            if (!fits) {
                return List.of();
            }
            if (i % 2 == 0) {
                pieces.add(PostgresNames.INSTANCE.kept(PostgresIdentifiers.read(token.text())));
            }
        }
        if (pieces.size() == 2 && pieces.get(0).equals(PostgresNames.INSTANCE.defaultSchema())) {
            pieces.set(0, "");
        }
        return tokens.size() % 2 == 1 ? pieces : List.of();
    }
}
