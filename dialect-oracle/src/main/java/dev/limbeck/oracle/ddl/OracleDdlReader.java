package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.DdlReader;
import dev.limbeck.ddl.DdlReading;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.ddl.DdlTools;
import dev.limbeck.ddl.NamePieces;
import dev.limbeck.ddl.NotNullRule;
import dev.limbeck.ddl.WordReferences;
import dev.limbeck.oracle.text.OracleLexicon;
import dev.limbeck.oracle.text.OracleNames;
import dev.limbeck.oracle.type.TypeText;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.sql.SqlToken;
import java.util.List;

/** Reads the DDL of Oracle. */
public final class OracleDdlReader implements DdlReader {
    private final DdlTools tools;
    private final StatementGrammar grammar = new StatementGrammar();

    /** Makes a reader of scripts. */
    public OracleDdlReader(SchemaRules rules) {
        this(rules, OracleNames.OF_SCRIPTS);
    }

    private OracleDdlReader(SchemaRules rules, OracleNames names) {
        this.tools =
                new DdlTools(
                        OracleLexicon.LEXICON,
                        names,
                        context -> new TypeText(context.cursor()).read(),
                        new WordReferences(OracleLexicon.LEXICON, names),
                        // SYS_C and a number that nobody can foretell.
                        (schema, owner, part) -> PartName.unknown(),
                        NotNullRule.unnamed(),
                        rules);
    }

    /** Returns the reader of texts in which a schema's own name means the default one. */
    public OracleDdlReader in(String defaultSchema) {
        return new OracleDdlReader(tools.rules(), new OracleNames(defaultSchema));
    }

    @Override
    public DdlReading read(String text, Schema before, DdlSession session) {
        return DdlContext.read(text, before, session, tools, grammar::read);
    }

    @Override
    public List<String> pieces(String written) {
        return NamePieces.of(written, tools, OracleDdlReader::isName);
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }
}
