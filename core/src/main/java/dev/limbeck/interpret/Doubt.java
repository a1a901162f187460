package dev.limbeck.interpret;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.Severity;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Taint;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Optional;

/** Tells whether what a schema says of a statement can be believed. */
public final class Doubt {
    private Doubt() {}

    /**
     * Returns a finding as it is, or as a mere piece of information where something that its
     * statement names is unknown.
     */
    public static Diagnostic weighed(
            Diagnostic finding,
            Schema schema,
            String statement,
            DdlReader reader,
            SqlLexicon lexicon) {
        boolean doubtful =
                finding.severity() != Severity.INFO && concerns(schema, statement, reader, lexicon);
        return doubtful
                ? finding.withSeverity(Severity.INFO)
                        .withHint(
                                "an earlier statement that can't be read may be the reason; say what"
                                        + " it does with '-- limbeck: effect DDL' before it")
                : finding;
    }

    /** Returns whether something that a statement names is unknown. */
    static boolean concerns(Schema schema, String statement, DdlReader reader, SqlLexicon lexicon) {
        for (Taint taint : schema.taints()) {
            Optional<ObjectId> object = taint.object();
            if (object.isEmpty() || names(statement, object.get(), reader, lexicon)) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(
            String statement, ObjectId id, DdlReader reader, SqlLexicon lexicon) {
        for (SqlToken token : SqlTokenizer.significant(statement, lexicon)) {
            boolean name =
                    token.kind() == SqlToken.Kind.WORD
                            || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
            if (name && reader.pieces(token.text()).equals(List.of(id.name().name()))) {
                return true;
            }
        }
        return false;
    }
}
