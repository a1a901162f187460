package dev.limbeck.execute;

import dev.limbeck.script.Migrations;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What a run needs to know besides the database and the plan.
 *
 * @param migrations the project's revisions
 * @param root the project's folder
 * @param folders where the revisions were looked for, for messages
 * @param variables values of what scripts declare with {@code vars}
 * @param listener hears what happens
 * @param clock tells the time for the history
 * @param client who runs it
 * @param precautions what keeps it from doing harm
 * @param cancellation whether the run shall stop
 */
public record RunSettings(
        Migrations migrations,
        Path root,
        List<Path> folders,
        Map<String, String> variables,
        ExecutionListener listener,
        Clock clock,
        Client client,
        Precautions precautions,
        Cancellation cancellation) {
    public RunSettings {
        folders = List.copyOf(folders);
        variables = Map.copyOf(variables);
    }
}
