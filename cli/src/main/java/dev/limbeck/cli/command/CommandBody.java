package dev.limbeck.cli.command;

import java.util.Optional;

/**
 * A command whose arguments have been read.
 *
 * <p>Its class carries picocli's annotations; it is made when its name is typed, so that no command
 * pays for another.
 */
public interface CommandBody {
    /** Does what the command is for. Throws {@code LimbeckException} where it can't. */
    Outcome run(Session session);

    /**
     * Returns the databases it runs on, one after the other or side by side, where the project
     * names many and the command is for all of them; it is run in a session for each.
     */
    default Optional<Rounds> rounds(Session session) {
        return Optional.empty();
    }

    /**
     * Returns whether it works on a project, so that several {@code -e} mean several runs; a
     * command that works without one runs once.
     */
    default boolean worksOnProject() {
        return true;
    }
}
