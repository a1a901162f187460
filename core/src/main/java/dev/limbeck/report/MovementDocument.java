package dev.limbeck.report;

import dev.limbeck.config.Secrets;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.StatementFailedException;
import dev.limbeck.error.StatementFailedException.FailedStatement;
import dev.limbeck.revision.HeadSet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a movement did, or is about to do, as the JSON that {@code -o json} prints, for programs
 * that are started around it.
 *
 * @param event which of them, for example {@code after_upgrade}
 * @param command {@code upgrade} or {@code downgrade}
 * @param from the rows before; empty where it did not come so far
 * @param to the rows after, or those that are planned; empty where a failure left them unknown
 * @param failure what went wrong
 */
public record MovementDocument(
        String event,
        String command,
        Optional<HeadSet> from,
        Optional<HeadSet> to,
        List<StepReport> steps,
        List<Diagnostic> warnings,
        Optional<RuntimeException> failure,
        Duration duration) {
    private static final int SCHEMA_VERSION = 1;

    public MovementDocument {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** Returns the document. */
    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schemaVersion", SCHEMA_VERSION);
        document.put("event", event);
        document.put("command", command);
        document.put("ok", failure.isEmpty());
        document.put("result", from.isEmpty() ? null : result());
        failure.ifPresent(thrown -> document.put("error", error(thrown)));
        document.put("warnings", warnings.stream().map(MovementDocument::sentence).toList());
        document.put("durationMs", duration.toMillis());
        return JsonText.of(document);
    }

    private Map<String, Object> result() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("from", from.map(MovementDocument::ids).orElse(null));
        result.put("to", to.map(MovementDocument::ids).orElse(null));
        result.put("steps", steps.stream().map(MovementDocument::step).toList());
        return result;
    }

    private static List<String> ids(HeadSet rows) {
        return rows.ids().stream().map(Object::toString).toList();
    }

    private static Map<String, Object> step(StepReport step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("direction", step.direction().word());
        fields.put("revision", step.revision().id().value());
        fields.put("message", step.revision().message());
        fields.put("statements", step.statements());
        fields.put("durationMs", step.duration().toMillis());
        fields.put("state", step.state().name().toLowerCase(Locale.ROOT));
        return fields;
    }

    private static String sentence(Diagnostic warning) {
        return Secrets.mask(
                warning.code().id()
                        + ": "
                        + warning.message()
                        + warning.where().map(where -> " (" + where + ")").orElse(""));
    }

    private static Map<String, Object> error(RuntimeException thrown) {
        Map<String, Object> error = new LinkedHashMap<>();
        Optional<LimbeckException> known =
                thrown instanceof LimbeckException failure
                        ? Optional.of(failure)
                        : Optional.empty();
        Optional<SourceLocation> where = known.flatMap(LimbeckException::where);
        Optional<FailedStatement> statement =
                thrown instanceof StatementFailedException failure
                        ? Optional.of(failure.failed())
                        : Optional.empty();
        error.put("code", known.map(failure -> failure.code().id()).orElse("LMB-999"));
        error.put("message", Secrets.mask(message(thrown, known)));
        error.put("file", where.map(place -> place.file().toString()).orElse(null));
        error.put("line", where.map(SourceLocation::line).orElse(null));
        error.put("column", where.map(SourceLocation::column).orElse(null));
        error.put("statement", known.flatMap(LimbeckException::statement).orElse(null));
        error.put("sqlState", statement.flatMap(FailedStatement::sqlState).orElse(null));
        error.put("vendorCode", statement.map(MovementDocument::vendorCode).orElse(null));
        error.put("hint", known.flatMap(LimbeckException::hint).map(Secrets::mask).orElse(null));
        return error;
    }

    private static @Nullable Integer vendorCode(FailedStatement statement) {
        return statement.vendorCode() == 0 ? null : statement.vendorCode();
    }

    private static String message(RuntimeException thrown, Optional<LimbeckException> known) {
        return known.map(
                        failure ->
                                failure.diagnostics().stream()
                                        .map(Diagnostic::message)
                                        .collect(Collectors.joining("; ")))
                .orElseGet(() -> String.valueOf(thrown));
    }
}
