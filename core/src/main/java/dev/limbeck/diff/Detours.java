package dev.limbeck.diff;

import java.util.Set;

/** Makes the names that things bear for a moment while others change places. */
final class Detours {
    /** Short enough for every database, whatever the letters. */
    private static final int LONGEST = 30;

    private Detours() {}

    /**
     * Returns a name that is not taken yet, and takes it.
     *
     * @param from the name before
     * @param to the name afterwards
     * @param taken the names that are taken; the new one is added
     */
    static String name(String from, String to, Set<String> taken) {
        String whole = from + "_to_" + to;
        String stem = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        String name = stem;
        for (int i = 2; !taken.add(name); i++) {
            name = stem + "_" + i;
        }
        return name;
    }
}
