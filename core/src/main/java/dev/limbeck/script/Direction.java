package dev.limbeck.script;

/** Which way a script moves the schema. */
public enum Direction {
    UP("up"),
    DOWN("down");

    private final String word;
    private final String ending;

    Direction(String word) {
        this.word = word;
        ending = "." + word + ".sql";
    }

    /** Returns what the names of such scripts end in. */
    String ending() {
        return ending;
    }

    /** Returns the word used in file names, messages and the ledger. */
    public String word() {
        return word;
    }
}
