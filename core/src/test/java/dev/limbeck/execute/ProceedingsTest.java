package dev.limbeck.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProceedingsTest {
    static Method[] whatCanBeHeard() {
        return ExecutionListener.class.getDeclaredMethods();
    }

    @ParameterizedTest
    @MethodSource("whatCanBeHeard")
    void passesOnAllThatItHears(Method heard) throws Exception {
        Class<?> declaring =
                Proceedings.class
                        .getMethod(heard.getName(), heard.getParameterTypes())
                        .getDeclaringClass();

        assertThat(declaring)
                .as("a default method would hear it in vain")
                .isSameAs(Proceedings.class);
    }
}
