package dev.limbeck.tck.fuzz;

import java.io.IOException;
import java.util.List;

/** Something that reads what users write. */
public interface FuzzTarget {
    /** Returns what it is called on a command line. */
    String name();

    /** Returns inputs that are right, or nearly, from which others are made. */
    List<String> seeds();

    /** Returns what means something to it. */
    List<String> words();

    /** Reads an input; throws where anything comes of it that is no finding. */
    void take(String input) throws IOException;
}
