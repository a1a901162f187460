package dev.limbeck.autogenerate;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.h2.H2Dialect;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.script.Direction;
import dev.limbeck.script.ScriptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Schemas and files of H2's SQL, for tests. */
final class H2Sql {
    static final SchemaDialect DIALECT = dialect();

    private H2Sql() {}

    private static SchemaDialect dialect() {
        Dialect dialect = new H2Dialect();
        return SchemaDialect.of(dialect, dialect.presumed(dialect.exampleUrl()));
    }

    /** Writes a file, and returns it as a walk through its folder would. */
    static ScriptFile file(Path folder, String name, String sql) throws IOException {
        Path path = Files.writeString(folder.resolve(name), sql);
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        return new ScriptFile(
                path,
                Path.of(name),
                Direction.UP,
                name,
                Optional.empty(),
                Optional.of(new ScriptFile.FileState(now.size(), now.lastModifiedTime())));
    }

    /** Returns what a text describes. */
    static Schema schema(Path folder, String sql) throws IOException {
        SchemaReading reading =
                readings().describe(List.of(file(folder, "schema" + sql.hashCode(), sql)));
        if (!reading.findings().isEmpty()) {
            throw new IllegalArgumentException(reading.findings().toString());
        }
        return reading.schema();
    }

    static ScriptReadings readings() {
        return new ScriptReadings(DIALECT, Map.of("tenant", "acme"));
    }

    /** Compares what two texts describe, everything in scope. */
    static Comparison comparison(Path folder, String from, String to) throws IOException {
        SchemaScope scope = new SchemaScope(ObjectFilter.all(), "PUBLIC", Set.of());
        return Comparison.of(
                schema(folder, from), schema(folder, to), scope, DIALECT, SecondOpinion.NONE);
    }

    /** Returns the objects of a schema, in order. */
    static Stream<SchemaObject> objects(Schema schema) {
        return StreamSupport.stream(schema.objects().spliterator(), false);
    }

    /** Returns the places and codes of what was found. */
    static List<String> messages(SchemaReading reading) {
        List<String> messages = new ArrayList<>();
        reading.findings()
                .forEach(
                        finding ->
                                messages.add(
                                        finding.where().map(Object::toString).orElse("")
                                                + " "
                                                + finding.code().id()));
        return messages;
    }
}
