package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.command.Movements.Place;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.RevisionText;
import dev.limbeck.cli.print.StepText;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StepReport;
import dev.limbeck.revision.HeadSet;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an upgrade or a downgrade did, or would do.
 *
 * @param from the rows before
 * @param to the rows after; empty where a failure left them unknown
 * @param steps those that ended, those that were only planned
 * @param places the rows after, as they are shown
 * @param tense whether it happened
 */
record MovementAnswer(
        HeadSet from, Optional<HeadSet> to, List<StepReport> steps, List<Place> places, Tense tense)
        implements Answer {
    /** Whether something happened or would happen. */
    enum Tense {
        /** It happened; each step was printed when it was done. */
        DONE("at "),
        /** It would happen. */
        PLANNED("would be at ");

        private final String words;

        Tense(String words) {
            this.words = words;
        }
    }

    MovementAnswer {
        steps = List.copyOf(steps);
        places = List.copyOf(places);
    }

    /** Returns the answer of a movement that ended well. */
    static MovementAnswer done(MovementReport report, List<Place> places) {
        return new MovementAnswer(
                report.from(), Optional.of(report.to()), report.steps(), places, Tense.DONE);
    }

    /** Returns the answer of a movement that was only planned. */
    static MovementAnswer planned(MovementReport report, List<Place> places) {
        return new MovementAnswer(
                report.from(), Optional.of(report.to()), report.steps(), places, Tense.PLANNED);
    }

    /** Returns the answer of a movement that failed on its way. */
    static MovementAnswer stopped(
            HeadSet from, Optional<HeadSet> to, List<StepReport> steps, List<Place> places) {
        return new MovementAnswer(from, to, steps, places, Tense.DONE);
    }

    @Override
    public void print(TextOutput out) {
        if (tense == Tense.PLANNED) {
            out.lines(steps.stream().map(StepText::planned));
        }
        if (to.isEmpty()) {
            return;
        }
        if (places.isEmpty()) {
            out.report(tense.words + RevisionText.BASE);
        }
        places.forEach(place -> out.report(tense.words + place.line(out.revisions())));
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        RevisionJson.strings(json, "from", from.ids());
        if (to.isPresent()) {
            RevisionJson.strings(json, "to", to.get().ids());
        } else {
            json.writeNullField("to");
        }
        json.writeArrayFieldStart("steps");
        for (StepReport step : steps) {
            json.writeStartObject();
            json.writeStringField("direction", step.direction().word());
            json.writeStringField("revision", step.revision().id().value());
            json.writeStringField("message", step.revision().message());
            json.writeNumberField("statements", step.statements());
            json.writeNumberField("durationMs", step.duration().toMillis());
            json.writeStringField("state", step.state().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
