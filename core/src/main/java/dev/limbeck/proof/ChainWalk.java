package dev.limbeck.proof;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.SchemaReading;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Migration;
import dev.limbeck.script.ScriptFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The revisions of a project one after the other, each with the schemas around it. */
public final class ChainWalk {
    private final SchemaDialect dialect;
    private final Schema start;
    private final List<Stage> stages;

    private ChainWalk(SchemaDialect dialect, Schema start, List<Stage> stages) {
        this.dialect = dialect;
        this.start = start;
        this.stages = Collections.unmodifiableList(stages);
    }

    /**
     * Replays a chain.
     *
     * @param migrations in an order in which they can run
     * @param readings reads their scripts as a database would
     */
    public static ChainWalk of(List<Migration> migrations, ScriptReadings readings) {
        return from(Schema.empty(), migrations, readings);
    }

    /** Replays what comes next, alone. */
    public ChainWalk goingOn(List<Migration> migrations, ScriptReadings readings) {
        return from(reached().schema(), migrations, readings);
    }

    /** Replays a part of a chain from what is there before it. */
    static ChainWalk from(Schema start, List<Migration> migrations, ScriptReadings readings) {
        List<Stage> stages = new ArrayList<>();
        List<String> variants = readings.dialect().variants();
        Schema schema = start;
        for (Migration migration : migrations) {
            Optional<ScriptFile> up = migration.upOn(variants);
            Schema before = schema;
            List<Diagnostic> findings = List.of();
            if (up.isPresent()) {
                SchemaReading reading = readings.run(before, up.get());
                schema = reading.schema();
                findings = reading.findings();
            }
            stages.add(new Stage(migration, up, before, schema, findings));
        }
        return new ChainWalk(readings.dialect(), start, stages);
    }

    /** Returns the database that reads. */
    public SchemaDialect dialect() {
        return dialect;
    }

    /** Returns all stages, in the order in which they run. */
    public List<Stage> stages() {
        return stages;
    }

    /** Returns where it ends, with all there is to say of its scripts. */
    SchemaReading reached() {
        return new SchemaReading(
                stages.isEmpty() ? start : stages.get(stages.size() - 1).after(),
                stages.stream().flatMap(stage -> stage.findings().stream()).toList());
    }

    /** Returns the stage of a revision. */
    public Optional<Stage> stage(RevisionId id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }
}
