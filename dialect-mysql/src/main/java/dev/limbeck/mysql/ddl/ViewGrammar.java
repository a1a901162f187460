package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads views. */
final class ViewGrammar {
    private ViewGrammar() {}

    /** Takes what may stand before the word {@code VIEW}. */
    static Options before(TokenCursor cursor) {
        Options options = Options.none();
        if (cursor.accept("ALGORITHM")) {
            cursor.accept("=");
            String word = cursor.word().toLowerCase(Locale.ROOT);
            options = word.equals("undefined") ? options : options.with("algorithm", word);
        }
        StatementGrammar.definer(cursor);
        if (cursor.accept("SQL", "SECURITY")) {
            String word = cursor.word().toLowerCase(Locale.ROOT);
            options = word.equals("definer") ? options : options.with("security", word);
        }
        return options;
    }

    /**
     * Takes a view, from behind the word {@code VIEW}.
     *
     * @param replaces whether it may be there already
     */
    static void read(DdlContext context, Options before, boolean replaces) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE VIEW");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        List<String> aliases = cursor.at("(") ? context.names().list() : List.of();
        cursor.expect("AS");
        int from = cursor.offset();
        Options options = before;
        int end = from;
        while (!cursor.atEnd()) {
            Optional<String> check = checkOption(cursor);
            if (check.isPresent()) {
                options = options.with("check_option", check.get());
                break;
            }
            cursor.next();
            end = cursor.lastEnd();
        }
        SourceText text = new SourceText(bare(cursor.slice(from, end)), from);
        ExpressionScope scope = context.freeScope();
        Expression query = context.expression(text, scope);
        View view =
                View.of(name, new Query(aliases, withAliases(query, aliases), List.of()))
                        .withOptions(options);
        put(context, view, replaces, ifNotExists);
    }

    /** The names before a query are part of what it is. */
    private static Expression withAliases(Expression query, List<String> aliases) {
        return aliases.isEmpty()
                ? query
                : query.withCanonical("(" + String.join(", ", aliases) + ") " + query.source());
    }

    private static String bare(String text) {
        return text.strip();
    }

    private static Optional<String> checkOption(TokenCursor cursor) {
        if (cursor.accept("WITH", "LOCAL", "CHECK", "OPTION")) {
            return Optional.of("local");
        }
        return cursor.accept("WITH", "CASCADED", "CHECK", "OPTION")
                        || cursor.accept("WITH", "CHECK", "OPTION")
                ? Optional.of("cascaded")
                : Optional.empty();
    }

    private static void put(DdlContext context, View view, boolean replaces, boolean ifNotExists) {
        ObjectId id = ObjectId.of(ObjectKind.VIEW, view.name());
        Optional<SchemaObject> there = context.schema().find(id);
        if (there.isPresent() && ifNotExists) {
            return;
        }
        context.element(0, id);
        if (there.isEmpty() || !replaces) {
            context.change(new ObjectChange.Create(view));
            return;
        }
        View old = (View) there.get();
        if (!old.options().equals(view.options())) {
            context.change(new TableChange.SetOptions(id, old.options(), view.options()));
        }
        context.change(
                new ObjectChange.Alter(
                        context.schema().find(id).orElseThrow(), view.withDetails(old.details())));
    }
}
