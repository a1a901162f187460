package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.PartChange;
import dev.limbeck.postgres.ddl.clause.IndexGrammar;
import dev.limbeck.postgres.ddl.clause.Roles;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.Relation;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads {@code CREATE POLICY} and {@code ALTER POLICY}, from behind the word {@code POLICY}. */
final class PolicyGrammar {
    private static final List<String> COMMANDS =
            List.of("ALL", "SELECT", "INSERT", "UPDATE", "DELETE");

    void create(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE POLICY");
        int offset = cursor.offset();
        String name = context.name();
        cursor.expect("ON");
        Relation relation = IndexGrammar.relation(context, context.written());
        boolean permissive = true;
        if (cursor.accept("AS")) {
            permissive = cursor.accept("PERMISSIVE");
            if (!permissive) {
                cursor.expect("RESTRICTIVE");
            }
        }
        String command = cursor.accept("FOR") ? command(cursor) : "ALL";
        SortedSet<String> roles =
                cursor.accept("TO") ? Roles.list(context) : new TreeSet<>(List.of(Grant.PUBLIC));
        ExpressionScope scope = context.scope(relation);
        Optional<Expression> using = using(context, scope);
        Optional<Expression> withCheck = withCheck(context, scope);
        context.at(offset);
        context.element(0, relation.id(), PartKind.POLICY, name);
        context.change(
                new PartChange.Add(
                        relation.id(),
                        new Policy(
                                PartName.of(name),
                                permissive,
                                command,
                                roles,
                                using,
                                withCheck,
                                Optional.empty())));
    }

    private static String command(TokenCursor cursor) {
        for (String command : COMMANDS) {
            if (cursor.accept(command)) {
                return command;
            }
        }
        throw cursor.unexpected();
    }

    private static Optional<Expression> using(DdlContext context, ExpressionScope scope) {
        return context.cursor().accept("USING")
                ? Optional.of(context.expression(Texts.parenthesized(context.cursor()), scope))
                : Optional.empty();
    }

    private static Optional<Expression> withCheck(DdlContext context, ExpressionScope scope) {
        return context.cursor().accept("WITH", "CHECK")
                ? Optional.of(context.expression(Texts.parenthesized(context.cursor()), scope))
                : Optional.empty();
    }

    void alter(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER POLICY");
        int offset = cursor.offset();
        String name = context.name();
        context.at(offset);
        cursor.expect("ON");
        Relation relation = IndexGrammar.relation(context, context.written());
        Policy before =
                relation.part(PartKind.POLICY, name)
                        .map(Policy.class::cast)
                        .orElseThrow(
                                () ->
                                        context.missing(
                                                offset, "policy " + name + " of " + relation.id()));
        if (cursor.accept("RENAME", "TO")) {
            PartName newName = PartName.of(context.name());
            context.change(new PartChange.Rename(relation.id(), before, newName));
            return;
        }
        Policy after = before;
        if (cursor.accept("TO")) {
            after = after.withRoles(Roles.list(context));
        }
        ExpressionScope scope = context.scope(relation);
        after =
                after.withExpressions(
                        using(context, scope).or(before::using),
                        withCheck(context, scope).or(before::withCheck));
        if (!before.equals(after)) {
            context.change(new PartChange.Alter(relation.id(), before, after));
        }
    }
}
