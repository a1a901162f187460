package dev.limbeck.h2.model;

import dev.limbeck.schema.Details;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import java.util.List;
import java.util.Optional;

/**
 * Aliases: the names H2 gives to Java methods. What arguments they take stands in the Java code, so
 * the model knows none; a name stands for all methods of its class that are called so.
 */
public final class H2Aliases {
    private static final String LANGUAGE = "java";

    private H2Aliases() {}

    /** Returns the alias of a method on the class path. */
    public static Routine ofMethod(
            QualifiedName name, String classAndMethod, boolean deterministic) {
        return alias(name, classAndMethod, options(deterministic).with(H2Options.CLASS, ""));
    }

    /** Returns an alias that has its source with it. */
    public static Routine ofSource(QualifiedName name, String source, boolean deterministic) {
        return alias(name, source, options(deterministic));
    }

    private static Options options(boolean deterministic) {
        return deterministic ? Options.none().with(H2Options.DETERMINISTIC, "") : Options.none();
    }

    private static Routine alias(QualifiedName name, String body, Options options) {
        return new Routine(
                name,
                Routine.Type.FUNCTION,
                List.of(),
                Optional.empty(),
                Optional.of(LANGUAGE),
                Expression.of(body),
                options,
                Details.none());
    }
}
