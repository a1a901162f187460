package dev.limbeck;

import dev.limbeck.config.HookCommand;
import dev.limbeck.config.HooksConfig;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.config.Secrets;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.PlanException;
import dev.limbeck.execute.Proceedings;
import dev.limbeck.report.MovementDocument;
import dev.limbeck.report.MovementReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the commands of {@code [hooks]} around one upgrade or downgrade. */
final class Hooks {
    private static final String BEFORE = "before_upgrade";
    private static final String AFTER = "after_upgrade";
    private static final String FAILURE = "on_failure";

    private final Project project;
    private final String command;
    private final Proceedings proceedings;
    private final long started = System.nanoTime();

    /**
     * @param command {@code upgrade} or {@code downgrade}
     */
    Hooks(Project project, String command, Proceedings proceedings) {
        this.project = project;
        this.command = command;
        this.proceedings = proceedings;
    }

    private HooksConfig configured() {
        return project.config().hooks();
    }

    /** Runs what comes before an upgrade; throws where it fails, and nothing has changed then. */
    void before(MovementReport plan) {
        if (configured().beforeUpgrade().isEmpty()) {
            return;
        }
        String ending = run(BEFORE, configured().beforeUpgrade().get(), document(BEFORE, plan));
        if (!ending.isEmpty()) {
            throw new PlanException(
                    List.of(
                            Diagnostic.error(
                                            ErrorCode.HOOK_FAILED,
                                            "'" + BEFORE + "' " + ending + "; nothing was changed")
                                    .withHint("its own words stand above; mend it, or the cause")));
        }
    }

    /** Runs what comes after an upgrade that did something; what fails of it is a warning. */
    MovementReport after(MovementReport report) {
        if (configured().afterUpgrade().isEmpty() || report.steps().isEmpty()) {
            return report;
        }
        String ending = run(AFTER, configured().afterUpgrade().get(), document(AFTER, report));
        if (ending.isEmpty()) {
            return report;
        }
        List<Diagnostic> notices = new ArrayList<>(report.notices());
        notices.add(
                Diagnostic.warning(
                        ErrorCode.HOOK_FAILED,
                        "'" + AFTER + "' " + ending + "; the upgrade itself is done"));
        return new MovementReport(report.from(), report.to(), report.steps(), notices);
    }

    /** Runs what comes after a failure, which it does not hide whatever becomes of it. */
    void failed(RuntimeException failure) {
        if (configured().onFailure().isEmpty()) {
            return;
        }
        try {
            String ending = run(FAILURE, configured().onFailure().get(), document(failure));
            if (!ending.isEmpty()) {
                proceedings.hookSaid(FAILURE, ending);
            }
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    private MovementDocument document(String event, MovementReport report) {
        return new MovementDocument(
                event,
                command,
                Optional.of(report.from()),
                Optional.of(report.to()),
                report.steps(),
                report.notices(),
                Optional.empty(),
                elapsed());
    }

    private MovementDocument document(RuntimeException failure) {
        return new MovementDocument(
                FAILURE,
                command,
                proceedings.plan().map(MovementReport::from),
                Optional.empty(),
                proceedings.steps(),
                proceedings.plan().map(MovementReport::notices).orElse(List.of()),
                Optional.of(failure),
                elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Returns how it ended where it did not end well, after «it». */
    private String run(String name, String line, MovementDocument document) {
        ProjectConfig config = project.config();
        HookCommand hook =
                new HookCommand(line, config.root(), variables(name), document.json() + "\n");
        try {
            int exitCode = hook.run(said -> proceedings.hookSaid(name, said));
            return exitCode == 0 ? "" : "ended with exit code " + exitCode;
        } catch (IOException e) {
            return "can't be started: " + Secrets.mask(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    Diagnostic.error(
                            ErrorCode.INTERRUPTED, "interrupted while '" + name + "' was running"),
                    e);
        }
    }

    /** No password is among them; programs of the database have their own places for it. */
    private Map<String, String> variables(String name) {
        Map<String, String> variables = new HashMap<>();
        variables.put("LIMBECK_HOOK", name);
        variables.put("LIMBECK_COMMAND", command);
        project.config().environment().ifPresent(env -> variables.put("LIMBECK_ENV", env));
        project.url().ifPresent(url -> variables.put("LIMBECK_HOOK_URL", Secrets.maskUrl(url)));
        project.config()
                .database()
                .user()
                .ifPresent(user -> variables.put("LIMBECK_HOOK_USER", user));
        return variables;
    }
}
