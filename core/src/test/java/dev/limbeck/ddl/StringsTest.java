package dev.limbeck.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'it''s'                | it's",
                "E'a\\x41\\101\\u0041'  | aAAA",
                "U&'d\\0061t\\+000061'  | data",
                "$x$body$x$             | body",
                "$x$never ended         | ~never ended~",
                "$x$                    | ~~",
                "U&'\\zzzz'             | \\zzzz",
                "U&'\\+ffffff'          | \\+ffffff",
                "U&'\\00'               | ~\0~",
                "E'\\Uffffffff'         | Uffffffff",
            })
    void valueIsWhatTheStringHolds(String literal, String value) {
        assertThat(Strings.value(literal)).isEqualTo(value);
    }
}
