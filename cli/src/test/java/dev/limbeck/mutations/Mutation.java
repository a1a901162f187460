package dev.limbeck.mutations;

import dev.limbeck.revision.RevisionId;
import java.nio.file.Path;

/**
 * A fault in one file.
 *
 * @param kind what sort of fault
 * @param revision the revision whose file it is
 * @param file the file
 * @param line the line in which it begins
 * @param text the whole file with the fault in it
 */
record Mutation(Kind kind, RevisionId revision, Path file, int line, String text) {
    /** Sorts of faults; those that only rows show are told from those that the schema shows. */
    enum Kind {
        COLUMN_RENAMED("a column renamed in one statement"),
        STATEMENT_DROPPED("a definition dropped"),
        ROWS_DROPPED("a change of rows dropped"),
        STATEMENTS_SWAPPED("two statements swapped"),
        TYPE_CHANGED("a type changed"),
        DOWN_INCOMPLETE("a down left incomplete");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    @Override
    public String toString() {
        return kind.words() + ": " + file.getFileName() + ":" + line;
    }
}
