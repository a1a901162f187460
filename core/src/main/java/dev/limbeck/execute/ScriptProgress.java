package dev.limbeck.execute;

/** How many statements of a script are done. */
final class ScriptProgress {
    private int done;

    int done() {
        return done;
    }

    void statementDone() {
        done++;
    }
}
