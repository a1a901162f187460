package dev.limbeck.cli.command;

import dev.limbeck.Target;
import java.util.List;

/**
 * A command over many databases.
 *
 * @param targets the databases, in order
 * @param parallel how many at once
 * @param canary how many come first; where one of them fails no other is begun
 * @param stopAfter after how many failures no further one is begun; 0: all are tried
 */
public record Rounds(List<Target> targets, int parallel, int canary, int stopAfter) {
    public Rounds {
        targets = List.copyOf(targets);
    }

    /** Returns what is said where there is no database to run on. */
    public static Answer nothingToDo() {
        return FilesAndMessages.report(List.of(), List.of("no database is named by [targets]"));
    }
}
