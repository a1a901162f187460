package dev.limbeck.oracle.dictionary;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.oracle.text.OracleLexicon;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import dev.limbeck.testing.GoldenFiles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Written, kept in the dictionary and read again, every schema of the golden cases is what it was:
 * the introspector's own questions run against views that the clerk filled.
 */
class DictionaryTest {
    /** Beyond what the other grammar or the clerk reads: their texts are known to be refused. */
    private static final Set<String> UNREADABLE =
            Set.of("table-vector.txt", "other-schema.txt", "partition-composite.txt");

    private final SchemaSupport support =
            Dialects.installed()
                    .byName("oracle")
                    .schemas(new DatabaseProduct("Oracle", "23", 23, 0))
                    .orElseThrow();

    @TestFactory
    Stream<DynamicTest> whatIsWrittenIsRead() {
        return GoldenFiles.in(
                        "autogenerate",
                        sections -> {
                            loop(sections.getOrDefault("before", ""));
                            loop(sections.getOrDefault("after", ""));
                            return Map.of();
                        })
                .filter(test -> !UNREADABLE.contains(test.getDisplayName()));
    }

    private void loop(String script) throws SQLException {
        new DictionaryLoop(support).prove(support.normalizer().normalize(described(script)));
    }

    private Schema described(String script) {
        DdlInterpreter interpreter = DdlInterpreter.begin(support.ddl(), OracleLexicon.LEXICON);
        Schema schema = Schema.empty();
        Path shown = Path.of("schema.sql");
        for (Statement statement :
                StatementSplitter.split(script, OracleLexicon.LEXICON, shown).statements()) {
            if (statement.isSent()) {
                DdlInterpreter.Step step = interpreter.apply(schema, statement, shown);
                schema = step.schema().withRenameHints(Set.of());
                interpreter = step.next();
            }
        }
        return schema;
    }
}
