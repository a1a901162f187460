package dev.limbeck.tck.cross;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Before the tests of a class, gives each of several engines a database, takes a project up, down
 * and up again there, and fails unless all of them hold the same in neutral terms.
 *
 * <p>A test may take {@link CrossDatabases} as a parameter. An engine that can't be had skips the
 * class with the reason, unless the build promises it.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CrossDatabaseExtension.class)
public @interface CrossDatabase {
    /** The project's limbeck.toml, from the folder the tests run in. */
    String project();

    /** The engines: names of dialects, with a version where it matters: {@code postgres:18}. */
    String[] dialects();

    /**
     * A file of the differences that are meant, from the folder the tests run in: lines of the form
     * {@code OBJECT, KIND: REASON}. Empty: none is.
     */
    String allow() default "";
}
