package dev.limbeck.proof;

import dev.limbeck.ddl.DdlFinding;
import dev.limbeck.ddl.DdlReader;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds sequences that a statement draws a value from, as the standard says it, and aren't there.
 */
final class SequenceUse {
    private SequenceUse() {}

    /** Returns a finding for each {@code NEXT VALUE FOR} a sequence that is not there. */
    static List<DdlFinding> missing(
            String text, Schema schema, DdlSession session, DdlReader reader, SqlLexicon lexicon) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, lexicon);
        List<DdlFinding> findings = new ArrayList<>();
        for (int at = 0; at + 3 < tokens.size(); at++) {
            boolean draws =
                    tokens.get(at).is("NEXT")
                            && tokens.get(at + 1).is("VALUE")
                            && tokens.get(at + 2).is("FOR");
            if (draws) {
                SqlToken name = tokens.get(at + 3);
                boolean qualified = at + 4 < tokens.size() && tokens.get(at + 4).isSymbol(".");
                missing(name, qualified, schema, session, reader).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<DdlFinding> missing(
            SqlToken written,
            boolean qualified,
            Schema schema,
            DdlSession session,
            DdlReader reader) {
        List<String> pieces = reader.pieces(written.text());
        if (qualified || pieces.size() != 1 || session.path().isEmpty()) {
            return Optional.empty();
        }
        String name = pieces.get(0);
        for (String home : session.path()) {
            List<SchemaObject> there = schema.named(QualifiedName.of(home, name));
            if (!there.isEmpty() || !home.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new DdlFinding(
                        written.offset(),
                        Diagnostic.error(
                                ErrorCode.OBJECT_MISSING, "sequence " + name + " does not exist")));
    }
}
