package dev.limbeck.tck.server;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Gives a {@code @ParameterizedClass} or {@code @ParameterizedTest} one {@link TestServer} after
 * the other: each engine of the build.
 *
 * <pre>{@code
 * @ParameterizedClass
 * @EngineSource("postgres")
 * class LedgerTest {
 *     @Parameter TestServer server;
 * }
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(EngineArguments.class)
public @interface EngineSource {
    /** Products to run on; all that the build declares where none is named. */
    String[] value() default {};
}
