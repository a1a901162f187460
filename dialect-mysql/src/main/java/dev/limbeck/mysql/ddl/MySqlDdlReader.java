package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.DdlReader;
import dev.limbeck.ddl.DdlReading;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.ddl.DdlTools;
import dev.limbeck.ddl.NamePieces;
import dev.limbeck.ddl.NotNullRule;
import dev.limbeck.ddl.WordReferences;
import dev.limbeck.mysql.normal.MySqlPartNames;
import dev.limbeck.mysql.server.ServerSettings;
import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.mysql.type.Collations;
import dev.limbeck.mysql.type.TypeText;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.sql.SqlToken;
import java.util.List;

/** Reads the DDL of MySQL and MariaDB. */
public final class MySqlDdlReader implements DdlReader {
    private final DdlTools tools;
    private final StatementGrammar grammar;
    private final LetterCase letters;

    public MySqlDdlReader(SchemaRules rules, ServerSettings settings) {
        MySqlPartNames names = new MySqlPartNames(settings.version());
        int width = Collations.bytesPerCharacter(Collations.charsetOf(settings.collation()));
        this.tools =
                new DdlTools(
                        MySqlLexicon.LEXICON,
                        MySqlNames.INSTANCE,
                        context -> new TypeText(context.cursor(), width).read(),
                        new WordReferences(MySqlLexicon.LEXICON, MySqlNames.INSTANCE),
                        (schema, owner, part) -> names.nameFor(owner, part),
                        NotNullRule.unnamed(),
                        rules);
        this.grammar = new StatementGrammar(settings);
        this.letters = new LetterCase(settings);
    }

    @Override
    public DdlReading read(String text, Schema before, DdlSession session) {
        return letters.checked(DdlContext.read(text, before, session, tools, grammar::read));
    }

    @Override
    public List<String> pieces(String written) {
        return NamePieces.of(written, tools, MySqlDdlReader::isName);
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }
}
