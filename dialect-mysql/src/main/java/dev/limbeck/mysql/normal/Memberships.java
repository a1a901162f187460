package dev.limbeck.mysql.normal;

import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Undoes what MySQL makes of {@code x NOT IN (SELECT …)} among the conditions of a query, where
 * unknown counts as false: it keeps {@code x IN (SELECT …) IS FALSE}. Of {@code NOT EXISTS}, which
 * is never unknown, it makes the same anywhere.
 */
final class Memberships {
    private static final Set<String> CONDITIONS = Set.of("WHERE", "HAVING", "ON");

    private static final Set<String> OTHERS =
            Set.of("SELECT", "FROM", "GROUP", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT");

    private static final SqlToken NOT = new SqlToken(SqlToken.Kind.WORD, "NOT", 0);

    private Memberships() {}

    /** Returns the pieces of a text that begins outside of all conditions. */
    static List<Piece> plain(List<Piece> pieces) {
        return plain(pieces, Place.ELSEWHERE);
    }

    private enum Place {
        CONDITION,
        ELSEWHERE
    }

    private static List<Piece> plain(List<Piece> pieces, Place start) {
        List<Piece> all = new ArrayList<>();
        Place place = start;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            place = next(piece, place);
            boolean denied =
                    (place == Place.CONDITION && isDenied(pieces, i, "IN"))
                            || isDenied(pieces, i, "EXISTS");
            if (denied) {
                all.add(new Piece(NOT, null));
                all.add(piece);
                all.add(inside(pieces.get(i + 1), place));
                i += 3;
            } else {
                all.add(inside(piece, place));
            }
        }
        return all;
    }

    private static Place next(Piece piece, Place before) {
        if (piece.isGroup()) {
            return before;
        }
        String word = piece.upper();
        return CONDITIONS.contains(word)
                ? Place.CONDITION
                : OTHERS.contains(word) ? Place.ELSEWHERE : before;
    }

    private static Piece inside(Piece piece, Place place) {
        return piece.isGroup() ? new Piece(piece.token(), plain(piece.content(), place)) : piece;
    }

    private static boolean isDenied(List<Piece> pieces, int at, String word) {
        return at + 3 < pieces.size()
                && pieces.get(at).is(word)
                && pieces.get(at + 1).isGroup()
                && !pieces.get(at + 1).content().isEmpty()
                && pieces.get(at + 1).content().get(0).is("SELECT")
                && pieces.get(at + 2).is("IS")
                && pieces.get(at + 3).is("FALSE");
    }
}
