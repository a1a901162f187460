package dev.limbeck.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedactorTest {
    @Test
    void hidesWhatIsKnownToBeSecretWhereverItStands() {
        Redactor redactor = Redactor.of(List.of("hunter2", "hunter2-admin"));

        assertThat(redactor.redact("xhunter2y, hunter2-admin")).isEqualTo("x***y, ***");
    }

    @Test
    void hidesAShortSecretAsAWholeWordOnly() {
        Redactor redactor = Redactor.of(List.of("sa"));

        assertThat(redactor.redact("same as 'sa'")).isEqualTo("same as '***'");
    }

    @Test
    void takesAnEmptySecretForNone() {
        assertThat(Redactor.of(List.of("", " ")).redact("a b")).isEqualTo("a b");
    }

    @Test
    void takesASecretLiterally() {
        assertThat(Redactor.of(List.of("a.*\\E$1")).redact("abc a.*\\E$1")).isEqualTo("abc ***");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://u:s3cret@db/app, s3cret",
        "jdbc:postgresql://db/app?user=u&password=s3cret, s3cret",
        "jdbc:h2:mem:x;PASSWORD=s3cret, s3cret",
        "jdbc:oracle:thin:u/s3cret@//db/app, s3cret",
        "jdbc:postgresql://db/app, ''",
    })
    void findsWhatIsSecretInAUrl(String url, String secret) {
        assertThat(Redactor.secretPartOf(url)).isEqualTo(secret);
    }

    @Test
    void leavesACommonWordInOurOwnSentences() {
        Redactor redactor = Redactor.of(List.of("limbeck"));

        assertThat(redactor.redactAdvice("run 'limbeck upgrade heads'"))
                .isEqualTo("run 'limbeck upgrade heads'");
        assertThat(redactor.redactOwn("there is no limbeck.toml in 'app'"))
                .isEqualTo("there is no limbeck.toml in 'app'");
        assertThat(redactor.redactOwn("'limbeck' is no URL; password=limbeck"))
                .isEqualTo("'***' is no URL; password=***");
        assertThat(redactor.redact("no role limbeck")).isEqualTo("no role ***");
    }

    @Test
    void takesWhatIsNoWordOutOfOurOwnSentencesToo() {
        Redactor redactor = Redactor.of(List.of("hunter2"));

        assertThat(redactor.redactOwn("no label hunter2")).isEqualTo("no label ***");
        assertThat(redactor.redactAdvice("see hunter2")).isEqualTo("see ***");
    }

    @Test
    void hidesUnknownPasswordsInUrls() {
        assertThat(Redactor.unknowing().redact("can't reach jdbc:postgresql://u:pw@db/app"))
                .isEqualTo("can't reach jdbc:postgresql://u:***@db/app");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password = \"x y\"|12|password = ***",
                "db_password='x'|12|db_password=***",
                "\"password\" = 'x'|13|\"password\" = ***",
                "user = 5|7|user = 5",
                "pasword = 'x'|0|pasword = ***",
                "pasword = 'x'|-1|pasword = ***",
                "[env.prod]|1|[env.prod]",
            })
    void hidesTheValueOfASecretSetting(String line, int place, String expected) {
        assertThat(Redactor.unknowing().redactSetting(line, place)).isEqualTo(expected);
    }
}
