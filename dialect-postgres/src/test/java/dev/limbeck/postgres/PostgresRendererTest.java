package dev.limbeck.postgres;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.testing.GoldenFiles;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PostgresRendererTest {
    @TestFactory
    Stream<DynamicTest> changesAreWrittenAsShown() {
        return GoldenFiles.in("render", PostgresRendererTest::compute);
    }

    private static Map<String, String> compute(Map<String, String> sections) {
        int major = Integer.parseInt(sections.getOrDefault("version", "18").strip());
        PostgresSchemas support =
                new PostgresSchemas(
                        new DatabaseProduct("PostgreSQL", String.valueOf(major), major, 0));
        RenderCase rendered =
                RenderCase.of(
                        support,
                        sections.getOrDefault("actual", ""),
                        sections.getOrDefault("desired", ""));
        Map<String, String> computed = new TreeMap<>();
        computed.put("upgrade", RenderCase.text(rendered.upgrade()));
        computed.put("downgrade", RenderCase.text(rendered.downgrade()));
        return computed;
    }
}
