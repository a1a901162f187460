package dev.limbeck.script;

import dev.limbeck.error.SourceLocation;
import java.util.Map;

/**
 * An up file and what it says about its revision, in its header or by its name.
 *
 * @param file the file
 * @param facts what it says
 * @param message its first line of words
 * @param places where each key's value stands
 */
record UpFile(
        ScriptFile file, HeaderFacts facts, String message, Map<String, SourceLocation> places) {
    UpFile {
        places = Map.copyOf(places);
    }

    /** Returns where a key's value stands, or the top of the file. */
    SourceLocation place(HeaderKey key) {
        return places.getOrDefault(key.word(), SourceLocation.top(file.shown()));
    }
}
