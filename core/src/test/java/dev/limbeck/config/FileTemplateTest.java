package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTemplateTest {
    @ParameterizedTest
    @CsvSource({
        "{rev}_{slug}, add_it, a1_add_it",
        "{rev}_{slug}, '', a1",
        "{slug}_{rev}, '', a1",
        "{rev}-{slug}-x, '', a1-x",
        "{year}/{month}/{rev}.{slug}, '', 2026/11/a1",
        "{rev}{slug}, '', a1",
        "{epoch}_{rev}, '', 17_a1",
        "V{year}_{month}_{day}T{hour}{minute}{second}, x, V2026_11_23T010203"
    })
    void valuesStandInTheirPlacesAndAnEmptyOneTakesItsSeparator(
            String template, String slug, String name) {
        Map<String, String> values =
                Map.of(
                        "rev", "a1", "slug", slug, "year", "2026", "month", "11", "day", "23",
                        "hour", "01", "minute", "02", "second", "03", "epoch", "17");
        assertThat(new FileTemplate(template).render(values)).isEqualTo(name);
    }
}
