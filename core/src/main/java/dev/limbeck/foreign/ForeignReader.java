package dev.limbeck.foreign;

/** Reads a folder in the form of one tool. */
interface ForeignReader {
    /** Returns what the folder holds, in the order in which the tool would run it. */
    ForeignFolder read(ForeignFiles files);
}
