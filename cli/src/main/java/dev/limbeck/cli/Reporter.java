package dev.limbeck.cli;

import java.util.List;

/** Tells how a command ended, in the form that was asked for. */
interface Reporter {
    /** Called before the command runs in one of several environments. */
    void heading(String environment);

    /** Called after each run. */
    void ended(Attempt attempt);

    /** Called at the end, with all runs. */
    void finish(List<Attempt> attempts);
}
