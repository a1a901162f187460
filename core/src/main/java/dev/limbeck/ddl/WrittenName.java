package dev.limbeck.ddl;

import java.util.List;

/**
 * A name as a statement writes it, folded.
 *
 * @param pieces its pieces, the object's own name last
 * @param offset where it begins, from the start of the statement
 */
public record WrittenName(List<String> pieces, int offset) {
    public WrittenName {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("a name has pieces");
        }
    }

    /** Returns the object's own name. */
    public String name() {
        return pieces.get(pieces.size() - 1);
    }

    /** Returns whether it says in which schema the object is. */
    public boolean isQualified() {
        return pieces.size() > 1;
    }

    /** Returns the piece before the last one. */
    public String qualifier() {
        return pieces.get(pieces.size() - 2);
    }

    /** Returns all but the last piece, of which there must be two. */
    public WrittenName owner() {
        return new WrittenName(pieces.subList(0, pieces.size() - 1), offset);
    }
}
