package dev.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "ae10", "v1.2", "user_foo", "HEAD", "été", "a/b"})
    void mayBeAnyWordThatFitsTheColumn(String text) {
        assertThat(RevisionId.problemWith(text)).isEmpty();
        assertThat(new RevisionId(text).toString()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''   | a revision id can't be empty",
                "head | 'head' is a reserved word and can't be a revision id",
                "heads | 'heads' is a reserved word and can't be a revision id",
                "base | 'base' is a reserved word and can't be a revision id",
                "current | 'current' is a reserved word and can't be a revision id",
                "a@b  | revision id 'a@b' holds '@'",
                "a+b1 | revision id 'a+b1' holds '+'",
                "a-b  | revision id 'a-b' holds '-'",
                "a:b  | revision id 'a:b' holds ':'",
                "a,b  | revision id 'a,b' holds ','",
                "a b  | revision id 'a b' holds white space",
                "123456789012345678901234567890123 | revision id"
                        + " '123456789012345678901234567890123' has 33 characters; 32 are allowed"
            })
    void saysWhyATextIsRefused(String text, String problem) {
        assertThat(RevisionId.problemWith(text)).contains(problem);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevisionId(text))
                .withMessage(problem);
    }
}
