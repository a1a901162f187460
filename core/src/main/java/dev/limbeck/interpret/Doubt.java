package dev.limbeck.interpret;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Taint;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Optional;

/** Tells whether what a schema says of a statement can be believed. */
final class Doubt {
    private Doubt() {}

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
