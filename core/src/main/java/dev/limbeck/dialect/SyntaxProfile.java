package dev.limbeck.dialect;

import java.util.List;
import java.util.Set;

/**
 * What a dialect tells about its grammar, so that a script can be checked before it runs.
 *
 * @param grammar the name of the SQL parser's grammar that fits best, for example {@code ANSI_SQL}
 * @param verbs the words a statement may begin with, upper case; empty: any word may
 * @param objects the words that may follow {@code CREATE}, {@code ALTER} or {@code DROP} and their
 *     modifiers, upper case; empty: any word may
 * @param reserved the words that can't be names unless they are quoted, upper case
 * @param forms statements that the server takes though the parser doesn't: words with one blank
 *     between any two, upper case; {@code *} is a name with whatever qualifies it
 * @param gaps parts of statements that the server takes though the parser doesn't, in the order in
 *     which they are looked for
 */
public record SyntaxProfile(
        String grammar,
        Set<String> verbs,
        Set<String> objects,
        Set<String> reserved,
        Set<String> forms,
        List<ParserGap> gaps) {
    /** A profile that knows nothing of the database: every verb may be right. */
    public static final SyntaxProfile UNKNOWN =
            new SyntaxProfile("ANSI_SQL", Set.of(), Set.of(), Set.of());

    public SyntaxProfile {
        verbs = Set.copyOf(verbs);
        objects = Set.copyOf(objects);
        reserved = Set.copyOf(reserved);
        forms = Set.copyOf(forms);
        gaps = List.copyOf(gaps);
    }

    /** Makes the profile of a database all of whose statements the parser knows. */
    public SyntaxProfile(
            String grammar, Set<String> verbs, Set<String> objects, Set<String> reserved) {
        this(grammar, verbs, objects, reserved, Set.of(), List.of());
    }

    /** Returns this profile of a server that takes some statements more than the parser. */
    public SyntaxProfile withForms(Set<String> more) {
        return new SyntaxProfile(grammar, verbs, objects, reserved, more, gaps);
    }

    /** Returns this profile of a server that takes parts of statements that the parser doesn't. */
    public SyntaxProfile withGaps(List<ParserGap> more) {
        return new SyntaxProfile(grammar, verbs, objects, reserved, forms, more);
    }
}
