package dev.limbeck.expression;

import dev.limbeck.schema.Reference;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Brings expressions to normal form, and tells what they refer to. */
public final class ExpressionForm {
    /**
     * What an expression is.
     *
     * @param canonical its normal form
     * @param type its type, where it can be told
     * @param references what it names, built-in functions and types among them
     * @param uses where it names relations and columns; empty where it is not understood
     */
    public record Reading(
            String canonical,
            Optional<SqlType> type,
            SortedSet<Reference> references,
            Optional<Uses> uses) {
        public Reading {
            references = Collections.unmodifiableSortedSet(new TreeSet<>(references));
        }
    }

    private final SqlGrammar grammar;
    private final TypeSystem types;
    private final QueryForm queries;

    public ExpressionForm(SqlGrammar grammar, TypeSystem types, QueryForm queries) {
        this.grammar = grammar;
        this.types = types;
        this.queries = queries;
    }

    /** Reads a condition. */
    public Reading condition(String text, OwnColumns columns) {
        return value(text, columns, Optional.of(SqlType.of("boolean")));
    }

    /**
     * Reads a value.
     *
     * @param target the type it is turned into, as a default is into its column's
     */
    public Reading value(String text, OwnColumns columns, Optional<SqlType> target) {
        Environment environment = Environment.of(grammar, types);
        Canonicalizer canonicalizer = canonicalizer(environment, columns);
        Typed typed = typed(text, canonicalizer);
        Node node =
                target.map(type -> new Coercion(types).implicit(typed, type)).orElse(typed.node());
        SqlType type = target.orElse(typed.type());
        return new Reading(
                environment.writer().write(node),
                type.isKnown() ? Optional.of(type) : Optional.empty(),
                environment.findings().references(),
                Optional.of(environment.findings().uses().uses())
                        .filter(uses -> !(typed.node() instanceof Node.Raw)));
    }

    /** Returns the logic of a condition. */
    public Condition logic(String text, OwnColumns columns) {
        Environment environment = Environment.of(grammar, types);
        Typed typed = typed(text, canonicalizer(environment, columns));
        Node node = new Coercion(types).implicit(typed, SqlType.of("boolean"));
        return new ConditionReader(environment.writer()).read(node);
    }

    private Canonicalizer canonicalizer(Environment environment, OwnColumns columns) {
        Scope scope = columns.scope(environment.findings());
        return new Canonicalizer(
                environment, scope, query -> queries.value(query, environment, scope));
    }

    private Typed typed(String text, Canonicalizer canonicalizer) {
        try {
            return canonicalizer.visit(ExpressionParser.parse(text, grammar));
        } catch (NotUnderstoodException e) {
            return Typed.undetermined(ExpressionParser.raw(text, grammar));
        }
    }
}
