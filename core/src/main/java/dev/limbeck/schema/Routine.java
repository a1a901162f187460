package dev.limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A function or a procedure.
 *
 * @param name its name
 * @param type which of the two
 * @param arguments its arguments in order
 * @param returns what it returns, canonical: {@code integer}, {@code SETOF account}, {@code
 *     TABLE(id integer)}; empty for a procedure
 * @param language its language in lower case; empty: the server's own
 * @param body its body, without the quotes around it
 * @param options its other properties: volatility, strictness, security, cost, settings
 * @param details its comment, owner and grants
 */
public record Routine(
        QualifiedName name,
        Type type,
        List<Argument> arguments,
        Optional<Expression> returns,
        Optional<String> language,
        Expression body,
        Options options,
        Details details)
        implements SchemaObject {
    /**
     * The option of a routine whose body is bound to what it uses when the routine is made, so that
     * this can't go while the routine is there.
     */
    public static final String BOUND_BODY = "sql_body";

    /**
     * The option of a routine that its name and type tell from all others: its database has one set
     * of names for functions and one for procedures, and knows no overloading.
     */
    public static final String NAMED_BY_TYPE = "named_by_type";

    /** The kinds of routine. */
    public enum Type {
        FUNCTION("function", "Function"),
        PROCEDURE("procedure", "Procedure");

        private final String label;
        private final String noun;

        Type(String label, String noun) {
            this.label = label;
            this.noun = noun;
        }

        /** Returns the kind as messages say it. */
        public String label() {
            return label;
        }

        /** Returns the kind as the second half of a change's name. */
        public String noun() {
            return noun;
        }
    }

    /** Which way an argument goes. */
    public enum Mode {
        IN,
        OUT,
        INOUT,
        VARIADIC,
        /** A column of the table it returns. */
        TABLE
    }

    /**
     * An argument.
     *
     * @param name its name; empty where it has none
     * @param mode which way it goes
     * @param type its type
     * @param defaultValue its default
     */
    public record Argument(
            String name, Mode mode, ColumnType type, Optional<Expression> defaultValue) {
        public static Argument in(String name, ColumnType type) {
            return new Argument(name, Mode.IN, type, Optional.empty());
        }

        public Argument withType(ColumnType newType) {
            return new Argument(name, mode, newType, defaultValue);
        }
    }

    public Routine {
        arguments = List.copyOf(arguments);
    }

    public static Routine function(
            QualifiedName name,
            List<Argument> arguments,
            Expression returns,
            String language,
            Expression body) {
        return new Routine(
                name,
                Type.FUNCTION,
                arguments,
                Optional.of(returns),
                Optional.of(language),
                body,
                Options.none(),
                Details.none());
    }

    @Override
    public ObjectId id() {
        return new ObjectId(
                ObjectKind.ROUTINE, name, options.has(NAMED_BY_TYPE) ? type.name() : signature());
    }

    /**
     * Returns what tells it from other routines of its name: the types of its arguments without
     * those that only go out, {@code integer,text}. A dialect without overloading has to see to it
     * that a name stands only once.
     */
    public String signature() {
        return arguments.stream()
                .filter(argument -> argument.mode() != Mode.OUT && argument.mode() != Mode.TABLE)
                .map(argument -> argument.type().toString())
                .collect(Collectors.joining(","));
    }

    public Routine withArguments(List<Argument> newArguments) {
        return new Routine(name, type, newArguments, returns, language, body, options, details);
    }

    public Routine withReturns(Optional<Expression> newReturns) {
        return new Routine(name, type, arguments, newReturns, language, body, options, details);
    }

    public Routine withBody(Expression newBody) {
        return new Routine(name, type, arguments, returns, language, newBody, options, details);
    }

    public Routine withOptions(Options newOptions) {
        return new Routine(name, type, arguments, returns, language, body, newOptions, details);
    }

    @Override
    public Routine withDetails(Details newDetails) {
        return new Routine(name, type, arguments, returns, language, body, options, newDetails);
    }

    @Override
    public Routine withName(QualifiedName newName) {
        return new Routine(newName, type, arguments, returns, language, body, options, details);
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = Parts.namespaceOf(name);
        for (Argument argument : arguments) {
            found.add(argument.type().reference());
            argument.defaultValue().ifPresent(expression -> found.addAll(expression.references()));
        }
        returns.ifPresent(expression -> found.addAll(expression.references()));
        if (options.has(BOUND_BODY)) {
            found.addAll(body.references());
        }
        return found;
    }

    @Override
    public Set<Reference> referencesOfBody() {
        return options.has(BOUND_BODY) ? Set.of() : body.references();
    }

    @Override
    public <R> R accept(SchemaObjectVisitor<R> visitor) {
        return visitor.routine(this);
    }
}
