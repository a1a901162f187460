package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.PartChange;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleLexicon;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads indexes. */
final class IndexGrammar {

    static final String BITMAP = "bitmap";

    private static final Set<String> ORDER = Set.of("ASC", "DESC");

    private IndexGrammar() {}

    /** Takes an index, from behind {@code CREATE}, if one comes next. */
    static boolean create(DdlContext context) {
        TokenCursor cursor = context.cursor();
        int start = cursor.mark();
        boolean unique = cursor.accept("UNIQUE");
        boolean bitmap = !unique && cursor.accept("BITMAP");
        cursor.accept("MULTIVALUE");
        if (!cursor.accept("INDEX")) {
            cursor.go(start);
            return false;
        }
        cursor.name("CREATE INDEX");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        WrittenName written = context.written();
        cursor.expect("ON");
        if (cursor.accept("CLUSTER")) {
            StatementNotes.notModelled(context, 0, "an index of a cluster");
            StatementNotes.pass(cursor);
            return true;
        }
        WrittenName on = context.written();
        if (context.session().isTemporary(QualifiedName.of(on.name()))) {
            StatementNotes.pass(cursor);
            return true;
        }
        if (!cursor.at("(")) {
            context.name();
        }
        Relation relation = Made.relation(context, on);
        List<Function<ExpressionScope, IndexPart>> parts = parts(context);
        if (cursor.at("FROM")) {
            StatementNotes.pass(cursor);
            StatementNotes.unknown(
                    context,
                    Optional.of(relation.id()),
                    "a bitmap join index of " + relation.name() + " can't be read");
            return true;
        }
        Options options = tail(context);
        cursor.requireEnd();
        ExpressionScope scope = context.scope(relation);
        Index index =
                Index.of(
                                PartName.of(written.name()),
                                parts.stream().map(part -> part.apply(scope)).toList())
                        .withUnique(unique)
                        .withMethod(bitmap ? Optional.of(BITMAP) : Optional.empty())
                        .withOptions(options);
        add(context, relation, index, written.offset(), ifNotExists);
        return true;
    }

    private static void add(
            DdlContext context, Relation relation, Index index, int offset, boolean ifNotExists) {
        String name = index.name().value();
        if (ifNotExists && relation.part(PartKind.INDEX, name).isPresent()) {
            return;
        }
        ObjectId owner = relation.id();
        context.at(offset);
        context.element(offset, owner, PartKind.INDEX, name);
        context.change(new PartChange.Add(owner, index));
    }

    private static List<Function<ExpressionScope, IndexPart>> parts(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.expect("(");
        List<Function<ExpressionScope, IndexPart>> parts = new ArrayList<>();
        do {
            parts.add(part(context));
        } while (cursor.accept(","));
        cursor.expect(")");
        return parts;
    }

    /** Any expression may stand here; a name alone is a column. */
    private static Function<ExpressionScope, IndexPart> part(DdlContext context) {
        TokenCursor cursor = context.cursor();
        SourceText text = Texts.until(cursor, ORDER);
        boolean descending = !cursor.accept("ASC") && cursor.accept("DESC");
        List<SqlToken> tokens = SqlTokenizer.significant(text.text(), OracleLexicon.LEXICON);
        SqlToken first = tokens.get(0);
        boolean column =
                tokens.size() == 1
                        && (first.kind() == SqlToken.Kind.QUOTED_IDENTIFIER
                                || (first.kind() == SqlToken.Kind.WORD
                                        && !first.is("USER")
                                        && !first.is("SYSDATE")));
        return scope ->
                (column
                                ? IndexPart.column(OracleIdentifiers.read(first.text()))
                                : IndexPart.expression(context.expression(text, scope)))
                        .withDescending(descending);
    }

    /** Takes what stands behind the parts of an index. */
    private static Options tail(DdlContext context) {
        TokenCursor cursor = context.cursor();
        Options options = Options.none();
        boolean told = false;
        while (!cursor.atEnd()) {
            int offset = cursor.offset();
            if (cursor.accept("LOCAL")) {
                options = options.with(OracleOptions.LOCAL, "");
                if (cursor.at("(")) {
                    Texts.pass(cursor);
                }
            } else if (cursor.accept("GLOBAL", "PARTITION", "BY")) {
                options = options.with(OracleOptions.PARTITION, partition(cursor));
            } else if (cursor.accept("REVERSE")) {
                options = options.with(OracleOptions.REVERSE, "");
            } else if (cursor.accept("INVISIBLE")) {
                options = options.with(Options.INVISIBLE, "");
            } else if (cursor.accept("INDEXTYPE", "IS")) {
                options =
                        options.with(
                                OracleOptions.INDEXTYPE,
                                OracleIdentifiers.write(context.qualified(qualified(context))));
            } else if (cursor.accept("PARAMETERS")) {
                cursor.expect("(");
                options =
                        options.with(
                                OracleOptions.PARAMETERS, OracleText.value(cursor.next().text()));
                cursor.expect(")");
            } else if (PhysicalClauses.pass(cursor)) {
                if (!told) {
                    StatementNotes.notModelled(context, offset, "how an index is stored");
                }
                told = true;
            } else if (!saysNothing(cursor)) {
                throw cursor.unexpected();
            }
        }
        return options;
    }

    private static WrittenName qualified(DdlContext context) {
        WrittenName written = context.written();
        return written.isQualified()
                ? written
                : new WrittenName(List.of("", written.name()), written.offset());
    }

    private static boolean saysNothing(TokenCursor cursor) {
        return cursor.accept("VISIBLE")
                || cursor.accept("GLOBAL")
                || cursor.accept("SORT")
                || cursor.accept("NOSORT")
                || cursor.accept("USABLE")
                || cursor.accept("UNUSABLE")
                || cursor.accept("INDEXING", "FULL")
                || cursor.accept("INDEXING", "PARTIAL")
                || cursor.accept("DEFERRED", "INVALIDATION")
                || cursor.accept("IMMEDIATE", "INVALIDATION");
    }

    private static String partition(TokenCursor cursor) {
        int from = cursor.offset();
        cursor.word();
        Texts.pass(cursor);
        if (cursor.at("(")) {
            Texts.pass(cursor);
        } else if (cursor.accept("PARTITIONS")) {
            cursor.next();
        }
        return OracleText.spaced(cursor.slice(from, cursor.lastEnd()));
    }
}
