package dev.limbeck.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlDialectTest {
    private final MySqlDialect dialect = new MySqlDialect();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://localhost/app",
                "jdbc:mysql:loadbalance://a,b/app",
                "jdbc:mysql+srv://host/app",
                "jdbc:mariadb://localhost/app"
            })
    void takesTheUrlsOfBothDrivers(String url) {
        assertThat(Dialects.installed().byUrl(url)).isInstanceOf(MySqlDialect.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MySQL, 8.0.31, mysql",
        "MySQL, 11.4.5-MariaDB, mariadb mysql",
        "MariaDB, 11.4.5-MariaDB, mariadb mysql"
    })
    void filesOfMariaDbGoBeforeThoseOfMySql(String name, String version, String variants) {
        assertThat(dialect.variants(new DatabaseProduct(name, version, 0, 0)))
                .containsExactly(variants.split(" "));
    }

    @Test
    void aNameOrAUrlTellsTheFlavorWhereNoServerIsAsked() {
        assertThat(dialect.variants(dialect.presumedOf("mysql"))).containsExactly("mysql");
        assertThat(dialect.variants(dialect.presumedOf("mariadb"))).contains("mariadb");
        assertThat(dialect.variants(dialect.presumed("jdbc:mariadb://h/d"))).contains("mariadb");
        assertThat(dialect.variants(dialect.presumed("jdbc:mysql://h/d"))).containsExactly("mysql");
    }
}
