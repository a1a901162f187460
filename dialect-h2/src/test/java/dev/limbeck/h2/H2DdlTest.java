package dev.limbeck.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.ddl.DdlFinding;
import dev.limbeck.ddl.DdlReader;
import dev.limbeck.ddl.DdlReading;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.error.Severity;
import dev.limbeck.schema.Schema;
import dev.limbeck.testing.GoldenFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the reader of statements says they do is what they do on a server. */
class H2DdlTest {
    @TestFactory
    Stream<DynamicTest> scriptsDoWhatTheirReaderSays() {
        return GoldenFiles.in(
                "ddl",
                sections -> {
                    prove(sections.getOrDefault("script", ""));
                    return Map.of();
                });
    }

    @Test
    void theDefaultSchemaOfAWrittenNameIsTheEmptyPiece() {
        DdlReader reader = SchemaBench.SUPPORT.ddl();
        assertThat(reader.pieces("public.t")).containsExactly("", "T");
        assertThat(reader.pieces("app.\"t\"")).containsExactly("APP", "t");
        assertThat(reader.pieces("app.")).isEmpty();
    }

    private static void prove(String script) throws Exception {
        List<String> statements = H2Scripts.statements(script);
        Schema read = interpret(statements);
        try (SchemaBench bench = new SchemaBench()) {
            bench.run(statements);
            Schema wanted = SchemaBench.normal(read);
            Schema found = bench.read();
            assertThat(found).as(() -> SchemaBench.difference(found, wanted)).isEqualTo(wanted);
        }
    }

    /** Reads statements one after the other; each must be understood. */
    static Schema interpret(List<String> statements) {
        DdlReader reader = SchemaBench.SUPPORT.ddl();
        Schema schema = Schema.empty();
        DdlSession session = reader.session();
        for (String statement : statements) {
            DdlReading reading = reader.read(statement, schema, session);
            List<String> errors = new ArrayList<>();
            for (DdlFinding finding : reading.findings()) {
                if (finding.diagnostic().severity() != Severity.INFO) {
                    errors.add(finding.offset() + ": " + finding.diagnostic());
                }
            }
            assertThat(errors).as(statement).isEmpty();
            schema = reading.schema();
            session = reading.session();
        }
        return schema;
    }
}
