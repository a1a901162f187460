package dev.limbeck.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.ChangeSet;
import dev.limbeck.h2.text.H2Lexicon;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import dev.limbeck.testing.GoldenFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** From one schema to another and back: what is written, and that a live database agrees. */
class H2AutogenerateTest {
    private static final Path FILE = Path.of("schema.sql");

    @TestFactory
    Stream<DynamicTest> writtenAsAPersonWould() {
        return GoldenFiles.in(
                "autogenerate",
                sections ->
                        compute(
                                sections.getOrDefault("before", ""),
                                sections.getOrDefault("after", "")));
    }

    private static Map<String, String> compute(String before, String after) throws Exception {
        Schema first = SchemaBench.normal(interpret(before));
        Schema second = SchemaBench.normal(interpret(after));
        ChangeSet there = SchemaBench.diff(first, second);
        prove(before, after, second);
        Map<String, String> written = new TreeMap<>();
        written.put("upgrade", script(SchemaBench.sql(there.changes())));
        written.put("downgrade", script(SchemaBench.sql(there.undo())));
        return written;
    }

    private static String script(List<String> statements) {
        return statements.isEmpty() ? "" : String.join(";\n", statements) + ";\n";
    }

    private static Schema interpret(String script) {
        DdlInterpreter interpreter =
                DdlInterpreter.begin(SchemaBench.SUPPORT.ddl(), H2Lexicon.LEXICON);
        Schema schema = Schema.empty();
        for (Statement statement :
                StatementSplitter.split(script, H2Lexicon.LEXICON, FILE).statements()) {
            DdlInterpreter.Step step = interpreter.apply(schema, statement, FILE);
            assertThat(step.findings()).as(statement.text()).isEmpty();
            schema = step.schema();
            interpreter = step.next();
        }
        return schema;
    }

    /** Applies the case as a user would: from the live database, with what was read from it. */
    private static void prove(String before, String after, Schema second) throws Exception {
        try (SchemaBench bench = new SchemaBench();
                SchemaBench direct = new SchemaBench()) {
            bench.run(before);
            direct.run(after);
            Schema start = bench.read();
            ChangeSet there = SchemaBench.diff(start, second);
            bench.run(SchemaBench.sql(there.changes()));
            ProvingLoop.requireEqual(bench.read(), direct.read(), "after the upgrade");
            assertThat(SchemaBench.diff(bench.read(), second).changes()).isEmpty();
            bench.run(SchemaBench.sql(there.undo()));
            ProvingLoop.requireEqual(bench.read(), start, "after the downgrade");
        }
        try (SchemaBench bench = new SchemaBench()) {
            Schema first = SchemaBench.normal(interpret(before));
            bench.run(before);
            ChangeSet blind = SchemaBench.diff(first, second);
            bench.run(SchemaBench.sql(blind.changes()));
            ProvingLoop.requireEqual(bench.read(), second, "without having looked, upgraded");
            bench.run(SchemaBench.sql(blind.undo()));
            ProvingLoop.requireEqual(bench.read(), first, "without having looked, downgraded");
        }
    }
}
