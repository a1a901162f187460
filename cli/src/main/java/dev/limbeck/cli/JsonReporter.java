package dev.limbeck.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.command.Answer;
import dev.limbeck.cli.command.ExitCode;
import dev.limbeck.cli.command.GlobalOptions;
import dev.limbeck.cli.print.Failure;
import dev.limbeck.cli.print.Redactor;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.Terminal;
import dev.limbeck.cli.print.TextOutput.Loudness;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** JSON: one document on standard output, whatever happens. */
final class JsonReporter implements Reporter {
    private static final int SCHEMA_VERSION = 1;

    private final Terminal terminal;
    private final GlobalOptions options;
    private final Optional<String> command;
    private final long started;

    /**
     * @param command the command's name, where one was recognised
     * @param started when the program was asked, in nanoseconds
     */
    JsonReporter(Terminal terminal, GlobalOptions options, Optional<String> command, long started) {
        this.terminal = terminal;
        this.options = options;
        this.command = command;
        this.started = started;
    }

    @Override
    public void heading(String environment) {}

    @Override
    public void ended(Attempt attempt) {
        if (options.loudness() == Loudness.VERBOSE) {
            attempt.outcome()
                    .failure()
                    .map(thrown -> Failure.of(thrown).stackTrace())
                    .ifPresent(trace -> terminal.err().print(attempt.redactor().redact(trace)));
        }
    }

    @Override
    public void finish(List<Attempt> attempts) {
        try (JsonGenerator json = new JsonFactory().createGenerator(terminal.out())) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            document(json, attempts);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.out().flush();
    }

    private void document(JsonGenerator json, List<Attempt> attempts) throws IOException {
        Attempt worst =
                attempts.stream()
                        .filter(Attempt::isBegun)
                        .max(Comparator.comparingInt(JsonReporter::number))
                        .orElseThrow();
        ExitCode code = worst.outcome().exitCode();
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        RevisionJson.text(json, "command", command);
        json.writeBooleanField("ok", code.isAnswer());
        json.writeFieldName("result");
        if (attempts.get(0).target().isPresent()) {
            several(json, "targets", attempts);
        } else if (attempts.size() == 1) {
            answer(json, attempts.get(0));
        } else {
            several(json, "environments", attempts);
        }
        if (!code.isAnswer()) {
            json.writeFieldName("error");
            error(json, worst);
        }
        json.writeArrayFieldStart("warnings");
        for (Attempt attempt : attempts) {
            warnings(json, attempt);
        }
        json.writeEndArray();
        json.writeNumberField("durationMs", (System.nanoTime() - started) / 1_000_000);
        json.writeEndObject();
    }

    private static int number(Attempt attempt) {
        return attempt.outcome().exitCode().number();
    }

    private static void several(JsonGenerator json, String name, List<Attempt> attempts)
            throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart(name);
        for (Attempt attempt : attempts) {
            json.writeStartObject();
            RevisionJson.text(json, "env", attempt.environment());
            if (attempt.target().isPresent()) {
                RevisionJson.text(json, "target", attempt.target());
            }
            RevisionJson.number(
                    json,
                    "exitCode",
                    attempt.isBegun() ? Optional.of(number(attempt)) : Optional.empty());
            json.writeFieldName("result");
            answer(json, attempt);
            json.writeFieldName("error");
            error(json, attempt);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void answer(JsonGenerator json, Attempt attempt) throws IOException {
        Optional<Answer> answer = attempt.outcome().answer();
        if (answer.isPresent()) {
            answer.get().write(json);
        } else {
            json.writeNull();
        }
    }

    private static void error(JsonGenerator json, Attempt attempt) throws IOException {
        Optional<Failure> thrown = attempt.outcome().failure().map(Failure::of);
        if (thrown.isEmpty()) {
            json.writeNull();
            return;
        }
        Failure failure = thrown.get();
        Redactor redactor = attempt.redactor();
        json.writeStartObject();
        finding(json, failure, failure.decisive(), redactor);
        RevisionJson.text(json, "statement", failure.statementText().map(redactor::redact));
        RevisionJson.text(json, "sqlState", failure.sqlState());
        RevisionJson.number(json, "vendorCode", failure.vendorCode());
        hint(json, failure, failure.decisive(), redactor);
        json.writeArrayFieldStart("further");
        for (Diagnostic further : failure.further()) {
            json.writeStartObject();
            finding(json, failure, further, redactor);
            hint(json, failure, further, redactor);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void finding(
            JsonGenerator json, Failure failure, Diagnostic finding, Redactor redactor)
            throws IOException {
        json.writeStringField("code", finding.code().id());
        json.writeStringField("message", failure.message(finding, redactor));
        RevisionJson.text(json, "file", finding.where().map(where -> where.file().toString()));
        RevisionJson.position(json, "line", finding.where().map(SourceLocation::line));
        RevisionJson.position(json, "column", finding.where().map(SourceLocation::column));
    }

    private static void hint(
            JsonGenerator json, Failure failure, Diagnostic finding, Redactor redactor)
            throws IOException {
        RevisionJson.text(json, "hint", failure.hint(finding, redactor));
        if (finding.difference().isPresent()) {
            json.writeStringField("difference", redactor.redactKnown(finding.difference().get()));
        }
    }

    /** What is beside the answer and beside the errors. */
    private static void warnings(JsonGenerator json, Attempt attempt) throws IOException {
        for (Diagnostic warning : attempt.outcome().warnings()) {
            json.writeString(sentence(warning, attempt.redactor()));
        }
    }

    private static String sentence(Diagnostic diagnostic, Redactor redactor) {
        String place = diagnostic.where().map(where -> " (" + where + ")").orElse("");
        String hint =
                diagnostic.hint().map(text -> "; hint: " + redactor.redactAdvice(text)).orElse("");
        return diagnostic.code().id()
                + ": "
                + redactor.redactOwn(diagnostic.message() + place)
                + hint;
    }
}
