package dev.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.ErrorCode;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectsTest {
    private static final Dialect ALPHA = dialect("alpha", "jdbc:alpha:", "Alpha", "alpha");
    private static final Dialect BETA = dialect("beta", "jdbc:betadb:", "Beta", "beta", "betamax");

    private final Dialects dialects = Dialects.of(List.of(BETA, ALPHA));

    @Test
    void areOrderedById() {
        assertThat(dialects.all()).containsExactly(ALPHA, BETA);
        assertThat(dialects.names()).containsExactly("alpha", "beta", "betamax");
    }

    @Test
    void areFoundByEachName() {
        assertThat(dialects.byName("alpha")).isSameAs(ALPHA);
        assertThat(dialects.byName("betamax")).isSameAs(BETA);
    }

    @Test
    void areFoundByUrl() {
        assertThat(dialects.byUrl("jdbc:betadb://host/db")).isSameAs(BETA);
    }

    @Test
    void areFoundByProduct() {
        assertThat(dialects.byProduct(new DatabaseProduct("Alpha", "1.0", 1, 0))).isSameAs(ALPHA);
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesThereAre() {
        refuses(
                () -> dialects.byName("alhpa"),
                "no dialect is named 'alhpa'",
                "did you mean 'alpha'? on the class path are: alpha, beta, betamax");
    }

    @Test
    void anUnknownUrlIsRefusedWithoutTellingAPassword() {
        refuses(
                () -> dialects.byUrl("jdbc:bteadb://me:secret@host/db?password=secret"),
                "no dialect serves a JDBC URL that begins with 'jdbc:bteadb:'",
                "did you mean 'jdbc:betadb:'? on the class path are: alpha, beta, betamax");
        assertThatThrownBy(() -> dialects.byUrl("secret")).message().doesNotContain("secret");
    }

    @Test
    void anUnknownProductIsRefused() {
        refuses(
                () -> dialects.byProduct(new DatabaseProduct("Gamma", "7.1", 7, 1)),
                "no dialect serves Gamma 7.1",
                "on the class path are: alpha, beta, betamax");
    }

    @Test
    void withoutAnyTheHintSaysSo() {
        refuses(
                () -> Dialects.of(List.of()).byName("alpha"),
                "no dialect is named 'alpha'",
                "no dialect is on the class path");
    }

    @Test
    void twoThatServeTheSameAreRefused() {
        Dialect twin = dialect("twin", "jdbc:alpha:", "Alpha", "twin");
        refuses(
                () -> Dialects.of(List.of(ALPHA, twin)).byUrl("jdbc:alpha:x"),
                "several dialects serve a JDBC URL that begins with 'jdbc:alpha:': alpha, twin",
                "on the class path are: alpha, twin");
    }

    @Test
    void twoOfOneNameAreRefused() {
        assertThatThrownBy(() -> Dialects.of(List.of(ALPHA, ALPHA)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("two dialects on the class path are named 'alpha'");
    }

    private static void refuses(Runnable search, String message, String hint) {
        assertThatThrownBy(search::run)
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ErrorCode.DIALECT_UNKNOWN);
                            assertThat(refusal.diagnostics().get(0).message()).isEqualTo(message);
                            assertThat(refusal.hint()).hasValue(hint);
                        });
    }

    /** A dialect that answers only what a search asks. */
    private static Dialect dialect(String id, String urlPrefix, String product, String... names) {
        return (Dialect)
                Proxy.newProxyInstance(
                        DialectsTest.class.getClassLoader(),
                        new Class<?>[] {Dialect.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "id", "toString" -> id;
                                    case "names" -> List.of(names);
                                    case "exampleUrl" -> urlPrefix + "//host/db";
                                    case "acceptsUrl" ->
                                            ((String) arguments[0]).startsWith(urlPrefix);
                                    case "accepts" ->
                                            ((DatabaseProduct) arguments[0]).name().equals(product);
                                    case "equals" -> proxy == arguments[0];
                                    case "hashCode" -> id.hashCode();
                                    default -> throw new IllegalStateException(method.getName());
                                });
    }
}
