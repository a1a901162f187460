package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.ConfigException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SideTest {
    @ParameterizedTest
    @ValueSource(strings = {"database", "schema", "chain", "chain@head", "chain@ae10+2", "empty"})
    void readsWhatItWrites(String text) {
        assertThat(Side.parse(text)).hasToString(text);
    }

    @Test
    void readsUrls() {
        assertThat(Side.parse("jdbc:h2:mem:x")).isEqualTo(new Side.Url("jdbc:h2:mem:x"));
        assertThat(Side.parse("jdbc:h2:mem:x").isLive()).isTrue();
    }

    @Test
    void showsNoPassword() {
        assertThat(Side.parse("jdbc:postgresql://h/d?user=a&password=geheim").toString())
                .doesNotContain("geheim");
    }

    @Test
    void aChainCanEndBelowTheHeads() {
        assertThat(Side.parse("chain@search@head"))
                .isEqualTo(new Side.Chain(Optional.of("search@head")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "databse", "chain@", "Schema", "h2:chain"})
    void refusesOtherWords(String text) {
        assertThatThrownBy(() -> Side.parse(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("is no side of a comparison");
    }

    @Test
    void guessesWhatWasMeant() {
        assertThatThrownBy(() -> Side.parse("databse"))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        refused ->
                                assertThat(refused.hint())
                                        .hasValueSatisfying(
                                                hint ->
                                                        assertThat(hint)
                                                                .startsWith(
                                                                        "did you mean"
                                                                                + " 'database'?")));
    }
}
