package dev.limbeck.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN =
            List.of("revision", "revises", "dialects", "url", "h2", "user");

    @ParameterizedTest
    @CsvSource({
        "revison, revision",
        "revisoin, revision",
        "Revision, revision",
        "revise, revises",
        "dialect, dialects",
        "ulr, url",
        "usr, user"
    })
    void findsTheWordThatWasMeant(String typed, String meant) {
        assertThat(Suggestion.nearest(typed, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"note", "version", "v2", "ur11", "''"})
    void staysSilentWhereNothingIsNear(String typed) {
        assertThat(Suggestion.nearest(typed, KNOWN)).isEmpty();
    }

    @Test
    void prefersTheNearestThenTheAlphabet() {
        assertThat(Suggestion.nearest("abcdef", List.of("abcdeg", "abcdxf", "abcdefg")))
                .contains("abcdefg");
    }
}
