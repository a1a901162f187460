package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    private static final DialectNames DIALECTS = DialectNames.with(List.of("cockroach"));

    @ParameterizedTest
    @CsvSource({
        "27c6_add.up.sql, 27c6_add, '', UP",
        "27c6_add.down.sql, 27c6_add, '', DOWN",
        "27c6_add.postgres.up.sql, 27c6_add, postgres, UP",
        "27c6_add.h2.down.sql, 27c6_add, h2, DOWN",
        "27c6_add.mysql.up.sql, 27c6_add, mysql, UP",
        "27c6_add.mariadb.up.sql, 27c6_add, mariadb, UP",
        "27c6_add.oracle.up.sql, 27c6_add, oracle, UP",
        "27c6_add.cockroach.up.sql, 27c6_add, cockroach, UP",
        "27c6_add.sqlite.up.sql, 27c6_add.sqlite, '', UP",
        "27c6_add.Postgres.up.sql, 27c6_add.Postgres, '', UP",
        "27c6.v1.2.up.sql, 27c6.v1.2, '', UP",
        "27c6.h2.postgres.up.sql, 27c6.h2, postgres, UP",
        "27c6.up.up.sql, 27c6.up, '', UP",
        "27c6.down.up.sql, 27c6.down, '', UP",
        "postgres.up.sql, postgres, '', UP",
        "a.up.sql, a, '', UP",
        "größe 名.up.sql, größe 名, '', UP"
    })
    void aNameIsStemDialectAndDirection(
            String name, String stem, String variant, Direction direction) {
        assertThat(FileName.parse(name, DIALECTS))
                .hasValueSatisfying(
                        parts -> {
                            assertThat(parts.stem()).isEqualTo(stem);
                            assertThat(parts.variant().orElse("")).isEqualTo(variant);
                            assertThat(parts.direction()).isEqualTo(direction);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up.sql",
                ".up.sql",
                "a.sql",
                "a.UP.sql",
                "a.up.SQL",
                "a.up.sql~",
                "a.up",
                "aup.sql",
                ""
            })
    void otherNamesAreNoRevisionFiles(String name) {
        assertThat(FileName.parse(name, DIALECTS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.postgre, postgres",
        "a.postgresql, postgres",
        "a.Oracle, oracle",
        "a.mysq, mysql",
        "a.maria, mariadb",
        "a.v2, ''",
        "a.h3, ''",
        "postgre, ''"
    })
    void aDialectThatWasProbablyMeantIsFound(String stem, String meant) {
        FileName name = FileName.parse(stem + ".up.sql", DIALECTS).orElseThrow();
        assertThat(name.probableVariant(DIALECTS).orElse("")).isEqualTo(meant);
    }
}
