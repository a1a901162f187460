package dev.limbeck.script;

/** Which way a script moves the schema. */
public enum Direction {
    UP("up"),
    DOWN("down");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** Returns the word used in file names, messages and the ledger. */
    public String word() {
        return word;
    }
}
