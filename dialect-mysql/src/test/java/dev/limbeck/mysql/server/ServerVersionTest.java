package dev.limbeck.mysql.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.DatabaseProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerVersionTest {
    @ParameterizedTest
    @CsvSource({
        "MySQL, 8.0.31, MySQL 8.0.31",
        "MySQL, 9.7.4-2, MySQL 9.7.4",
        "MySQL, 8.4, MySQL 8.4.0",
        "MySQL, 8.0.36-28-percona, MySQL 8.0.36",
        "MySQL, 11.4.5-MariaDB, MariaDB 11.4.5",
        "MariaDB, 10.11.5-MariaDB-log, MariaDB 10.11.5",
        "MySQL, 5.5.5-10.6.12-MariaDB, MariaDB 10.6.12",
        "MariaDB, 11.4.5, MariaDB 11.4.5",
        "MySQL, unheard of, MySQL 7.9.0"
    })
    void theVersionsTextTellsTheFlavor(String name, String version, String expected) {
        assertThat(ServerVersion.of(new DatabaseProduct(name, version, 7, 9)))
                .hasToString(expected);
    }

    @Test
    void featuresBeginWithAVersionOfAFlavor() {
        assertThat(ServerVersion.mysql(8, 0, 15).has(ServerFeature.CHECK_CONSTRAINTS)).isFalse();
        assertThat(ServerVersion.mysql(8, 0, 16).has(ServerFeature.CHECK_CONSTRAINTS)).isTrue();
        assertThat(ServerVersion.mysql(9, 0, 0).has(ServerFeature.CHECK_CONSTRAINTS)).isTrue();
        assertThat(ServerVersion.mysql(9, 7, 0).has(ServerFeature.SEQUENCES)).isFalse();
        assertThat(ServerVersion.mariadb(10, 6, 0).has(ServerFeature.SEQUENCES)).isTrue();
        assertThat(ServerVersion.mariadb(11, 4, 5).has(ServerFeature.FUNCTIONAL_KEY_PARTS))
                .isFalse();
    }

    @Test
    void whatSomeVersionHasEveryLaterOneHas() {
        assertThat(ServerVersion.mysql(9, 7, 0).features())
                .containsAll(ServerVersion.mysql(8, 0, 12).features());
        assertThat(ServerVersion.mariadb(11, 8, 0).features())
                .containsAll(ServerVersion.mariadb(10, 6, 0).features());
    }
}
