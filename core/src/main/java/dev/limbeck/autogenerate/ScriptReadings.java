package dev.limbeck.autogenerate;

import dev.limbeck.schema.Schema;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import dev.limbeck.sql.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The scripts of a project as one database reads them: each file is read through once, and a chain
 * that begins like the last one is only continued.
 *
 * <p>A file is read again once its size or time is another.
 */
public final class ScriptReadings {
    /** A script of the chain, and what was there after it. */
    private record Stage(ScriptFile file, SchemaReading reached) {}

    private final SchemaDialect dialect;
    private final Map<String, String> variables;
    private final Map<Path, ReadScript> scripts = new HashMap<>();
    private List<Stage> chain = List.of();

    /**
     * @param dialect the database
     * @param variables the values of what scripts declare
     */
    public ScriptReadings(SchemaDialect dialect, Map<String, String> variables) {
        this.dialect = dialect;
        this.variables = Map.copyOf(variables);
    }

    /** Returns the database that reads. */
    public SchemaDialect dialect() {
        return dialect;
    }

    /** Returns the schemas that scripts name, folded. */
    public synchronized Set<String> namedSchemas(Collection<ScriptFile> files) {
        Set<String> names = new TreeSet<>();
        files.forEach(file -> names.addAll(read(file).schemas()));
        return names;
    }

    /**
     * Returns what files describe together. A statement that needs what a later one makes waits for
     * it, so that files need not be in an order in which they could run.
     */
    public synchronized SchemaReading describe(List<ScriptFile> files) {
        return ScriptReplay.describe(
                Schema.empty(), files.stream().map(this::read).toList(), dialect, variables);
    }

    /** Returns what scripts make of an empty database when they run one after the other. */
    public synchronized SchemaReading replay(List<ScriptFile> files) {
        List<Stage> stages = new ArrayList<>(chain.subList(0, alike(files)));
        SchemaReading reached =
                stages.isEmpty() ? SchemaReading.empty() : stages.get(stages.size() - 1).reached();
        for (ScriptFile file : files.subList(stages.size(), files.size())) {
            reached = ScriptReplay.run(reached, read(file), dialect, variables);
            stages.add(new Stage(file, reached));
        }
        if (stages.size() > chain.size() || alike(files) < files.size()) {
            chain = List.copyOf(stages);
        }
        return reached;
    }

    /** Returns what a script makes of what is there, and what there is to say of the script. */
    public synchronized SchemaReading run(Schema before, ScriptFile file) {
        return ScriptReplay.run(
                new SchemaReading(before, List.of()), read(file), dialect, variables);
    }

    /**
     * Returns the same, and shows each statement on the way.
     *
     * @param watcher sees every statement that is replayed, after it
     */
    public synchronized SchemaReading run(
            Schema before, ScriptFile file, Consumer<ReplayedStatement> watcher) {
        return ScriptReplay.run(
                new SchemaReading(before, List.of()), read(file), dialect, variables, watcher);
    }

    /** Returns what was found out about a script when it was read through. */
    public synchronized Script script(ScriptFile file) {
        return read(file).script();
    }

    /** Shows what of a script is sent to a database, in order. */
    public synchronized void statements(ScriptFile file, Consumer<Statement> visitor) {
        read(file).statements(visitor);
    }

    /** Returns how many of the first scripts are those of the last replay. */
    private int alike(List<ScriptFile> files) {
        int count = 0;
        while (count < Math.min(files.size(), chain.size())
                && files.get(count).state().isPresent()
                && files.get(count).equals(chain.get(count).file())) {
            count++;
        }
        return count;
    }

    private ReadScript read(ScriptFile file) {
        ReadScript known = scripts.get(file.path());
        if (known != null && file.state().isPresent() && known.script().file().equals(file)) {
            return known;
        }
        ReadScript read = ReadScript.of(file, dialect);
        scripts.put(file.path(), read);
        return read;
    }
}
