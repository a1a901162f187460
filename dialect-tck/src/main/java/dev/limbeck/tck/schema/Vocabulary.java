package dev.limbeck.tck.schema;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What generated schemas are written in; a dialect gives its own, so that they can be built on its
 * servers.
 *
 * @param features what they may hold
 * @param fold the name that a bare lower case word stands for
 * @param types the types of columns; the first is a whole number type, fit for keys
 * @param roles roles that exist, for grants and policies
 * @param routineLanguage the language of a routine whose body is a query
 * @param triggerRoutine the type, the language and the body of a routine that triggers call
 */
public record Vocabulary(
        Set<Feature> features,
        UnaryOperator<String> fold,
        List<TypeSample> types,
        List<String> roles,
        Optional<String> routineLanguage,
        Optional<TriggerRoutine> triggerRoutine) {
    /** How a routine that triggers call is written. */
    public record TriggerRoutine(String returns, String language, String body) {}

    public Vocabulary {
        features = Collections.unmodifiableSet(EnumSet.copyOf(features));
        types = List.copyOf(types);
        roles = List.copyOf(roles);
    }

    /** Returns a vocabulary that holds every feature, in plain words. */
    public static Vocabulary everything() {
        return new Vocabulary(
                EnumSet.allOf(Feature.class),
                name -> name,
                List.of(
                        TypeSample.of(ColumnType.of("integer"), TypeSample.Family.NUMBER, "0", "7"),
                        TypeSample.of(ColumnType.of("bigint"), TypeSample.Family.NUMBER, "1", "42"),
                        TypeSample.of(
                                ColumnType.of("numeric", "10", "2"),
                                TypeSample.Family.NUMBER,
                                "0",
                                "1.5"),
                        TypeSample.of(
                                ColumnType.of("varchar", "20"),
                                TypeSample.Family.TEXT,
                                "'a'",
                                "'it''s'"),
                        TypeSample.of(
                                ColumnType.of("varchar", "40"), TypeSample.Family.TEXT, "'b'"),
                        TypeSample.of(ColumnType.of("text"), TypeSample.Family.TEXT, "'c'"),
                        TypeSample.of(
                                ColumnType.of("boolean"), TypeSample.Family.OTHER, "true", "false"),
                        TypeSample.of(ColumnType.of("date"), TypeSample.Family.OTHER)),
                List.of("reader", "writer"),
                Optional.of("sql"),
                Optional.of(new TriggerRoutine("trigger", "plpgsql", "BEGIN RETURN NEW; END")));
    }

    /** Returns this vocabulary without some features. */
    public Vocabulary without(Feature... absent) {
        Set<Feature> left = EnumSet.copyOf(features);
        left.removeAll(List.of(absent));
        return new Vocabulary(left, fold, types, roles, routineLanguage, triggerRoutine);
    }

    /** Returns a text as a string of SQL. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Returns the type of keys and counters. */
    TypeSample keyType() {
        return types.get(0);
    }

    Routine routine(QualifiedName name, int value) {
        return Routine.function(
                name,
                List.of(),
                Expression.of(keyType().type().toString()),
                routineLanguage.orElseThrow(),
                Expression.of("SELECT " + value));
    }

    Routine triggerRoutine(QualifiedName name) {
        TriggerRoutine model = triggerRoutine.orElseThrow();
        return Routine.function(
                name,
                List.of(),
                Expression.of(model.returns()),
                model.language(),
                Expression.of(model.body()));
    }
}
