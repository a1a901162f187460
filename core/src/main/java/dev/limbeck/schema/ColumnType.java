package dev.limbeck.schema;

import java.util.List;
import java.util.Optional;

/**
 * The type of a column, an argument or a domain.
 *
 * @param name the type's canonical name without anything that has a component of its own: {@code
 *     timestamp}, {@code double precision}, {@code varchar}; for a type of the database its
 *     qualified name. Names of built-in types have an empty schema part.
 * @param arguments what stands in its parentheses, each canonical: a length, precision and scale,
 *     the quoted values of an inline enumeration; empty where the type has the server's default
 * @param arrayDimensions 0 for a plain type
 * @param timeZone whether a time type has one
 * @param unsigned whether a number type has no negative values
 * @param modifiers what else a vendor says, for example the fields of an interval or what a length
 *     counts
 */
public record ColumnType(
        QualifiedName name,
        List<String> arguments,
        int arrayDimensions,
        TimeZone timeZone,
        boolean unsigned,
        Options modifiers) {
    /** What a time type says of time zones. */
    public enum TimeZone {
        NONE,
        WITH,
        WITH_LOCAL
    }

    public ColumnType {
        arguments = List.copyOf(arguments);
    }

    /** Returns a built-in type, for example {@code of("numeric", "10", "2")}. */
    public static ColumnType of(String name, String... arguments) {
        return of(QualifiedName.of(name), arguments);
    }

    /** Returns a type by its qualified name. */
    public static ColumnType of(QualifiedName name, String... arguments) {
        return new ColumnType(name, List.of(arguments), 0, TimeZone.NONE, false, Options.none());
    }

    public ColumnType withName(QualifiedName newName) {
        return new ColumnType(newName, arguments, arrayDimensions, timeZone, unsigned, modifiers);
    }

    public ColumnType withArguments(List<String> newArguments) {
        return new ColumnType(name, newArguments, arrayDimensions, timeZone, unsigned, modifiers);
    }

    public ColumnType withArrayDimensions(int dimensions) {
        return new ColumnType(name, arguments, dimensions, timeZone, unsigned, modifiers);
    }

    public ColumnType withTimeZone(TimeZone newTimeZone) {
        return new ColumnType(name, arguments, arrayDimensions, newTimeZone, unsigned, modifiers);
    }

    public ColumnType withUnsigned(boolean newUnsigned) {
        return new ColumnType(name, arguments, arrayDimensions, timeZone, newUnsigned, modifiers);
    }

    public ColumnType withModifiers(Options newModifiers) {
        return new ColumnType(name, arguments, arrayDimensions, timeZone, unsigned, newModifiers);
    }

    /** Returns what the type refers to; whether the name is a built-in type only a schema tells. */
    public Reference reference() {
        return Reference.toType(name);
    }

    /** Returns the type for messages; rendering is the dialect's. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name.toString());
        if (!arguments.isEmpty()) {
            text.append('(').append(String.join(",", arguments)).append(')');
        }
        if (timeZone != TimeZone.NONE) {
            text.append(timeZone == TimeZone.WITH ? " with time zone" : " with local time zone");
        }
        if (unsigned) {
            text.append(" unsigned");
        }
        modifiers
                .values()
                .forEach(
                        (key, value) ->
                                text.append(' ')
                                        .append(
                                                Optional.of(value)
                                                        .filter(filled -> !filled.isEmpty())
                                                        .orElse(key)));
        return text.append("[]".repeat(arrayDimensions)).toString();
    }
}
