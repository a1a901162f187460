package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.ConstraintReader;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads views and materialized views. */
final class ViewGrammar {

    private ViewGrammar() {}

    /** Takes a view, from behind the word {@code VIEW}. */
    static void view(DdlContext context, boolean replace) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE VIEW");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        QualifiedName name = Made.name(context);
        Options options = Options.none();
        if (cursor.accept("SHARING")) {
            cursor.expect("=");
            cursor.word();
        }
        List<String> aliases = cursor.at("(") ? aliases(context) : List.of();
        cursor.accept("DEFAULT", "COLLATION", "USING_NLS_COMP");
        if (cursor.accept("BEQUEATH")) {
            String word = cursor.word().toLowerCase(Locale.ROOT);
            options = word.equals("definer") ? options : options.with(OracleOptions.BEQUEATH, word);
        }
        cursor.expect("AS");
        int from = cursor.offset();
        int end = from;
        while (!cursor.atEnd()) {
            Optional<Options> said = restriction(context, options);
            if (said.isPresent()) {
                options = said.get();
                break;
            }
            cursor.next();
            end = cursor.lastEnd();
        }
        cursor.requireEnd();
        View made = View.of(name, query(context, aliases, from, end)).withOptions(options);
        if (!ifNotExists || context.schema().find(made.id()).isEmpty()) {
            Made.put(context, made, replace);
        }
    }

    /** Constraints of a view hold nothing and are not kept. */
    private static List<String> aliases(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.expect("(");
        List<String> names = new ArrayList<>();
        do {
            if (cursor.at("CONSTRAINT")
                    || cursor.at("PRIMARY", "KEY")
                    || cursor.at("UNIQUE", "(")) {
                StatementNotes.notModelled(context, cursor.offset(), "a constraint of a view");
                Texts.until(cursor, Set.of());
            } else {
                names.add(context.name());
                if (!cursor.at(",") && !cursor.at(")")) {
                    StatementNotes.notModelled(context, cursor.offset(), "a constraint of a view");
                    Texts.until(cursor, Set.of());
                }
            }
        } while (cursor.accept(","));
        cursor.expect(")");
        return names;
    }

    private static Optional<Options> restriction(DdlContext context, Options options) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("WITH", "READ", "ONLY")) {
            ConstraintReader.name(context);
            return Optional.of(options.with(OracleOptions.READ_ONLY, ""));
        }
        if (cursor.accept("WITH", "CHECK", "OPTION")) {
            ConstraintReader.name(context);
            return Optional.of(options.with(OracleOptions.CHECK_OPTION, ""));
        }
        return Optional.empty();
    }

    private static Query query(DdlContext context, List<String> aliases, int from, int end) {
        SourceText text = new SourceText(OracleText.bare(context.cursor().slice(from, end)), from);
        Expression query = context.expression(text, context.freeScope());
        return new Query(
                aliases,
                aliases.isEmpty()
                        ? query
                        : query.withCanonical(
                                "(" + String.join(", ", aliases) + ") " + query.source()),
                List.of());
    }

    /** Takes a materialized view, from behind its words. */
    static void materialized(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE MATERIALIZED VIEW");
        cursor.accept("IF", "NOT", "EXISTS");
        QualifiedName name = Made.name(context);
        List<String> aliases = cursor.at("(") ? aliases(context) : List.of();
        Options options = Options.none();
        while (!cursor.at("AS")) {
            if (cursor.atEnd()) {
                throw cursor.unexpected();
            }
            options = setting(context, options);
        }
        cursor.expect("AS");
        int from = cursor.offset();
        StatementNotes.pass(cursor);
        Query query = query(context, aliases, from, cursor.lastEnd());
        Made.put(context, MaterializedView.of(name, query).withOptions(options), false);
    }

    /** Takes one setting of a materialized view, which must come next. */
    static Options setting(DdlContext context, Options options) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("BUILD")) {
            String word = cursor.word().toLowerCase(Locale.ROOT);
            return word.equals("immediate") ? options : options.with(OracleOptions.BUILD, word);
        }
        if (cursor.at("REFRESH") || cursor.at("NEVER", "REFRESH")) {
            return options.with(OracleOptions.REFRESH, refresh(cursor));
        }
        if (cursor.accept("ENABLE", "QUERY", "REWRITE")) {
            return options.with(OracleOptions.QUERY_REWRITE, "");
        }
        if (cursor.accept("FOR", "UPDATE")) {
            return options.with(OracleOptions.FOR_UPDATE, "");
        }
        if (cursor.accept("ON", "PREBUILT", "TABLE")) {
            if (cursor.accept("WITH") || cursor.accept("WITHOUT")) {
                cursor.expect("REDUCED", "PRECISION");
            }
            return options.with(OracleOptions.PREBUILT, "");
        }
        boolean known =
                cursor.accept("DISABLE", "QUERY", "REWRITE")
                        || cursor.accept("USING", "INDEX")
                        || cursor.accept("USING", "NO", "INDEX")
                        || cursor.accept("DISABLE", "ON", "QUERY", "COMPUTATION")
                        || cursor.accept("ENABLE", "ON", "QUERY", "COMPUTATION")
                        || PhysicalClauses.pass(cursor);
        if (!known && cursor.accept("PARTITION", "BY")) {
            StatementNotes.notModelled(
                    context, cursor.offset(), "how a materialized view is cut into partitions");
            PartitionGrammar.read(context);
            return options;
        }
        if (!known) {
            throw cursor.unexpected();
        }
        return options;
    }

    /** Takes how the rows are brought up to date: {@code fast on commit}. */
    private static String refresh(TokenCursor cursor) {
        if (cursor.accept("NEVER", "REFRESH")) {
            return "never";
        }
        cursor.expect("REFRESH");
        String method = "force";
        String when = "on demand";
        boolean more = true;
        while (more) {
            if (cursor.at("FAST") || cursor.at("COMPLETE") || cursor.at("FORCE")) {
                method = cursor.word().toLowerCase(Locale.ROOT);
            } else if (cursor.accept("ON", "COMMIT")) {
                when = "on commit";
            } else if (cursor.accept("ON", "STATEMENT")) {
                when = "on statement";
            } else if (cursor.accept("START", "WITH") || cursor.accept("NEXT")) {
                Texts.until(cursor, Set.of("NEXT", "WITH", "AS", "USING", "ENABLE"));
            } else {
                more =
                        cursor.accept("ON", "DEMAND")
                                || cursor.accept("WITH", "PRIMARY", "KEY")
                                || cursor.accept("WITH", "ROWID")
                                || cursor.accept("USING", "ENFORCED", "CONSTRAINTS")
                                || cursor.accept("USING", "TRUSTED", "CONSTRAINTS");
            }
        }
        return method + " " + when;
    }
}
