package dev.limbeck.proof;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.SchemaReading;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.schema.Taint;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Irreversible;
import dev.limbeck.script.ScriptFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Proves that down scripts undo up scripts, by replaying both. */
public final class DownProver {
    private final ScriptReadings readings;
    private final SchemaDialect dialect;
    private final String name;

    /**
     * @param readings reads scripts as a database would
     */
    public DownProver(ScriptReadings readings) {
        this.readings = readings;
        this.dialect = readings.dialect();
        this.name = dialect.variants().get(0);
    }

    /** Returns what is proved of a revision. */
    public DownProof prove(Stage stage) {
        return foregone(stage).orElseGet(() -> replay(stage));
    }

    /** Returns the answer where there is no way back to walk. */
    public Optional<DownProof> foregone(Stage stage) {
        RevisionId id = stage.id();
        if (!stage.migration().runsOn(dialect.variants())) {
            return Optional.of(DownProof.proved(id, name, "runs nothing on " + name));
        }
        if (stage.up().isEmpty()) {
            return Optional.of(DownProof.unknown(id, name, "there is no up script for " + name));
        }
        return readings.script(stage.up().get())
                .irreversible()
                .map(Irreversible::reason)
                .map(reason -> DownProof.excused(id, name, "irreversible: " + reason));
    }

    private DownProof replay(Stage stage) {
        RevisionId id = stage.id();
        Optional<String> unread = Doubts.first(stage.findings());
        if (unread.isPresent()) {
            return DownProof.unknown(id, name, "the up script: " + unread.get());
        }
        return stage.migration()
                .file(Direction.DOWN, dialect.variants())
                .map(down -> prove(stage, down))
                .orElseGet(() -> DownProof.unknown(id, name, "there is no down script"));
    }

    private DownProof prove(Stage stage, ScriptFile down) {
        SchemaReading back = readings.run(stage.after(), down);
        Optional<Diagnostic> fails = back.findings().stream().filter(Doubts::isCertain).findFirst();
        if (fails.isPresent()) {
            return DownProof.differs(
                    stage.id(),
                    name,
                    "the down script fails: " + Doubts.said(fails.get()),
                    List.of());
        }
        Optional<String> unread = Doubts.first(back.findings());
        if (unread.isPresent()) {
            return DownProof.unknown(stage.id(), name, "the down script: " + unread.get());
        }
        List<String> left = Gap.between(back.schema(), stage.before(), dialect);
        if (!left.isEmpty()) {
            return DownProof.differs(stage.id(), name, "", left);
        }
        Set<Taint> doubts = new TreeSet<>(back.schema().taints());
        doubts.removeAll(stage.before().taints());
        return doubts.isEmpty()
                ? DownProof.proved(stage.id(), name, "")
                : DownProof.unknown(
                        stage.id(), name, "unreadable: " + doubts.iterator().next().reason());
    }
}
