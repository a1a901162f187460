package dev.limbeck.interpret;

import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;

/** Cuts a line of several statements at its semicolons. */
final class StatementPieces {
    /**
     * One statement.
     *
     * @param text the statement without its semicolon
     * @param offset where it begins in the line
     */
    record Piece(String text, int offset) {}

    private StatementPieces() {}

    static List<Piece> of(String line, SqlLexicon lexicon) {
        List<Piece> pieces = new ArrayList<>();
        int from = -1;
        int to = 0;
        for (SqlToken token : SqlTokenizer.significant(line, lexicon)) {
            if (token.isSymbol(";")) {
                add(line, from, to, pieces);
                from = -1;
            } else {
                from = from < 0 ? token.offset() : from;
                to = token.end();
            }
        }
        add(line, from, to, pieces);
        return pieces;
    }

    private static void add(String line, int from, int to, List<Piece> pieces) {
        if (from >= 0) {
            pieces.add(new Piece(line.substring(from, to), from));
        }
    }
}
