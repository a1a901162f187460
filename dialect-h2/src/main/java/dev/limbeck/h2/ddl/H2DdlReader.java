package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.DdlReader;
import dev.limbeck.ddl.DdlReading;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.ddl.DdlTools;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.NamePieces;
import dev.limbeck.ddl.NotNullRule;
import dev.limbeck.h2.model.H2References;
import dev.limbeck.h2.text.H2Lexicon;
import dev.limbeck.h2.text.H2NameRules;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaRules;
import java.util.List;
import java.util.Set;

/** Reads H2's DDL, in its regular mode. */
public final class H2DdlReader implements DdlReader {
    private final DdlTools tools;
    private final StatementGrammar grammar = new StatementGrammar();

    public H2DdlReader(SchemaRules rules) {
        this.tools =
                new DdlTools(
                        H2Lexicon.LEXICON,
                        H2NameRules.INSTANCE,
                        StatementTypes::read,
                        H2DdlReader::expression,
                        (schema, owner, part) -> PartName.unknown(),
                        NotNullRule.unnamed(),
                        rules);
    }

    private static Expression expression(String text, ExpressionScope scope) {
        H2References references = new H2References(scope.schema(), scope.session().path());
        Set<Reference> found =
                scope.relation()
                        .map(table -> references.ofText(text, table, scope.columns()))
                        .orElseGet(() -> references.ofQuery(text));
        return Expression.of(text, found);
    }

    @Override
    public DdlReading read(String text, Schema before, DdlSession session) {
        return DdlContext.read(text, before, session, tools, grammar::read);
    }

    @Override
    public String defaultSchema() {
        return H2Names.DEFAULT_SCHEMA;
    }

    @Override
    public List<String> pieces(String written) {
        return NamePieces.of(written, tools, H2Names::isName);
    }
}
