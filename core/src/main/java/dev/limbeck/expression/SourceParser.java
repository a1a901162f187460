package dev.limbeck.expression;

import dev.limbeck.expression.QueryTree.Alias;
import dev.limbeck.expression.QueryTree.Derived;
import dev.limbeck.expression.QueryTree.Join;
import dev.limbeck.expression.QueryTree.Relation;
import dev.limbeck.expression.QueryTree.Rows;
import dev.limbeck.expression.QueryTree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what stands in {@code FROM}. */
final class SourceParser {
    private static final Set<String> JOIN_WORDS =
            Set.of("JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL");

    /** Words that go on after a source, so that they are no alias of it. */
    private static final Set<String> FOLLOWING =
            Set.of("TABLESAMPLE", "USING", "LIMIT", "OFFSET", "FETCH", "WINDOW", "WITH", "MINUS");

    private record Declared(Alias alias, List<SqlType> types) {}

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final QueryParser queries;

    SourceParser(TokenCursor cursor, ExpressionParser expressions, QueryParser queries) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.queries = queries;
    }

    List<Source> list() {
        List<Source> sources = new ArrayList<>();
        do {
            sources.add(joined());
        } while (cursor.acceptSymbol(","));
        return sources;
    }

    private Source joined() {
        Source left = primary();
        while (JOIN_WORDS.contains(cursor.word())) {
            left = join(left);
        }
        return left;
    }

    private Source join(Source left) {
        boolean natural = cursor.accept("NATURAL");
        String kind = "INNER";
        String word = cursor.word();
        if (!word.equals("JOIN")) {
            cursor.next();
            kind = word;
            cursor.accept("OUTER");
        }
        cursor.expect("JOIN");
        boolean conditional = !natural && !kind.equals("CROSS");
        Source right = primary();
        while (conditional && !cursor.at("ON") && !cursor.at("USING")) {
            if (!JOIN_WORDS.contains(cursor.word())) {
                throw cursor.notUnderstood();
            }
            right = join(right);
        }
        if (conditional && cursor.accept("USING")) {
            List<String> using = queries.names();
            String name = cursor.accept("AS") ? cursor.name() : "";
            Alias alias = new Alias(name, List.of());
            return new Join(kind, false, using, Optional.empty(), left, right, alias);
        }
        Optional<Node> on = Optional.empty();
        if (conditional) {
            cursor.expect("ON");
            on = Optional.of(expressions.expression());
        }
        return new Join(kind, natural, List.of(), on, left, right, Alias.NONE);
    }

    private Source primary() {
        cursor.enter();
        Source source = unguarded();
        cursor.leave();
        return source;
    }

    private Source unguarded() {
        boolean lateral = cursor.accept("LATERAL");
        if (cursor.atSymbol("(")) {
            return parenthesised(lateral);
        }
        if (cursor.at("ROWS") && cursor.peek(1).is("FROM")) {
            return rowsFrom(lateral);
        }
        int start = cursor.mark();
        boolean only = cursor.accept("ONLY");
        if (cursor.atName()) {
            int name = cursor.mark();
            List<String> path = cursor.path();
            if (!cursor.atSymbol("(")) {
                Place place = cursor.place(name);
                boolean star = cursor.acceptSymbol("*");
                return relation(path, place, only && !star);
            }
            cursor.reset(start);
        }
        Node call = expressions.expression(SqlGrammar.Strength.SUFFIX);
        return rows(List.of(call), lateral);
    }

    private Source parenthesised(boolean lateral) {
        int start = cursor.mark();
        cursor.next();
        if (expressions.atQuery()) {
            try {
                QueryTree query = expressions.query();
                if (cursor.acceptSymbol(")")) {
                    return new Derived(query, lateral, declared().alias());
                }
            } catch (NotUnderstoodException e) {
                // tried as a join below
            }
            cursor.reset(start);
            cursor.next();
        }
        Source source = joined();
        cursor.expectSymbol(")");
        Alias alias = declared().alias();
        if (alias.equals(Alias.NONE)) {
            return source;
        }
        if (source instanceof Join join) {
            return new Join(
                    join.kind(),
                    join.natural(),
                    join.using(),
                    join.on(),
                    join.left(),
                    join.right(),
                    alias);
        }
        throw cursor.notUnderstood();
    }

    private Source relation(List<String> path, Place place, boolean only) {
        Alias alias = declared().alias();
        String sample = "";
        if (cursor.at("TABLESAMPLE")) {
            int start = cursor.mark();
            cursor.next();
            cursor.next();
            balanced();
            if (cursor.accept("REPEATABLE")) {
                balanced();
            }
            sample = cursor.raw(start).toUpperCase(Locale.ROOT);
        }
        return new Relation(path, (only ? "ONLY" : "") + sample, alias, place);
    }

    private void balanced() {
        cursor.expectSymbol("(");
        cursor.rawToClosing();
        cursor.expectSymbol(")");
    }

    private Source rowsFrom(boolean lateral) {
        cursor.expect("ROWS", "FROM");
        cursor.expectSymbol("(");
        List<Node> calls = new ArrayList<>();
        do {
            calls.add(expressions.expression());
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return rows(calls, lateral);
    }

    private Source rows(List<Node> calls, boolean lateral) {
        String words = cursor.accept("WITH", "ORDINALITY") ? "WITH ORDINALITY" : "";
        Declared declared = declared();
        return new Rows(calls, lateral, words, declared.alias(), declared.types());
    }

    private Declared declared() {
        boolean said = cursor.accept("AS");
        boolean named =
                cursor.atName()
                        && (said
                                || !(JOIN_WORDS.contains(cursor.word())
                                        || FOLLOWING.contains(cursor.word())));
        String name = named ? cursor.name() : "";
        List<String> columns = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        if ((named || said) && cursor.acceptSymbol("(")) {
            do {
                columns.add(cursor.name());
                if (!cursor.atSymbol(",") && !cursor.atSymbol(")")) {
                    types.add(expressions.types().read());
                }
            } while (cursor.acceptSymbol(","));
            cursor.expectSymbol(")");
        }
        return new Declared(new Alias(name, columns), types);
    }
}
