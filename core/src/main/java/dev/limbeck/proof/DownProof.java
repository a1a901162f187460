package dev.limbeck.proof;

import dev.limbeck.revision.RevisionId;
import java.util.List;
import java.util.Locale;

/**
 * Whether a revision's down script undoes its up script, as far as the schema tells.
 *
 * @param revision the revision
 * @param dialect the database whose scripts were read
 * @param verdict what was found
 * @param reason why it is not known, or what is peculiar; empty where there is nothing to say
 * @param differences what is still to do after the way back
 * @param excused whether the revision itself says why it can't be proved
 */
public record DownProof(
        RevisionId revision,
        String dialect,
        Verdict verdict,
        String reason,
        List<String> differences,
        boolean excused) {
    /** What was found. */
    public enum Verdict {
        /** Up and then down leads to where it began. */
        PROVED,
        /** It leads elsewhere. */
        DIFFERS,
        /** It can't be told. */
        UNKNOWN;

        /** Returns the word that stands for it in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DownProof {
        differences = List.copyOf(differences);
    }

    /** Returns the answer for a revision whose way back leads to where it began. */
    public static DownProof proved(RevisionId revision, String dialect, String reason) {
        return new DownProof(revision, dialect, Verdict.PROVED, reason, List.of(), false);
    }

    /** Returns the answer for a revision of which it can't be told. */
    public static DownProof unknown(RevisionId revision, String dialect, String reason) {
        return new DownProof(revision, dialect, Verdict.UNKNOWN, reason, List.of(), false);
    }

    /** Returns the answer for a revision that says itself why. */
    static DownProof excused(RevisionId revision, String dialect, String reason) {
        return new DownProof(revision, dialect, Verdict.UNKNOWN, reason, List.of(), true);
    }

    /** Returns the answer for a revision whose way back leads elsewhere. */
    public static DownProof differs(
            RevisionId revision, String dialect, String reason, List<String> differences) {
        return new DownProof(revision, dialect, Verdict.DIFFERS, reason, differences, false);
    }

    /** Returns whether nobody has to look at it. */
    public boolean isSettled() {
        return verdict == Verdict.PROVED || excused;
    }
}
