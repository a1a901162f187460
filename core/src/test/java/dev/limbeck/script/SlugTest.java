package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Add account search, add_account_search",
        "'  two  blanks -- and, signs! ', two_blanks_and_signs",
        "keep_under__scores, keep_under__scores",
        "Größe ändern, größe_ändern",
        "名前 を 足す, 名前_を_足す",
        "हिन्दी शब्द, हिन्दी_शब्द",
        "'', ''",
        "'--- !!!', ''",
        "v1.2 / 3, v1_2_3",
        "ÉCOLE 😀 x², école_x²"
    })
    void wordsAreJoinedInLowerCase(String message, String slug) {
        assertThat(Slug.of(message, 40)).isEqualTo(slug);
    }

    @Test
    void aLongSlugIsCutBackToTheLastJoint() {
        String message = "the quick brown fox jumps over the lazy dog again";
        assertThat(Slug.of(message, 40)).isEqualTo("the_quick_brown_fox_jumps_over_the_lazy_");
        assertThat(Slug.of("abcdefghijklmnop", 10)).isEqualTo("abcdefghij");
        assertThat(Slug.of("abcd efgh", 9)).isEqualTo("abcd_efgh");
        assertThat(Slug.of("abcd efgh", 8)).isEqualTo("abcd_");
    }

    @Test
    void cutsBetweenCharactersNotWithinThem() {
        assertThat(Slug.of("\ud835\udc00\ud835\udc01\ud835\udc02", 2))
                .isEqualTo("\ud835\udc00\ud835\udc01");
    }

    @Test
    void composedAndDecomposedLettersGiveTheSameName() {
        assertThat(Slug.of("cafe\u0301", 40)).isEqualTo(Slug.of("caf\u00e9", 40));
    }
}
