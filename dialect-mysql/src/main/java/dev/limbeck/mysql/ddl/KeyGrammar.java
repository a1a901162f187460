package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.ConstraintReader;
import dev.limbeck.ddl.ConstraintTail;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.IndexPartReader;
import dev.limbeck.ddl.KeyTail;
import dev.limbeck.ddl.PartDraft;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.mysql.text.KeyText;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads keys, indexes and constraints of tables. */
final class KeyGrammar {
    private final ConstraintReader constraints =
            new ConstraintReader(KeyGrammar::tail, KeyTail.none());

    private final IndexPartReader parts = new IndexPartReader(KeyGrammar::extras);

    /** The parts of an index, made once its table is known. */
    private record Parts(List<Function<ExpressionScope, IndexPart>> readers) {
        List<IndexPart> in(ExpressionScope scope) {
            return readers.stream().map(reader -> reader.apply(scope)).toList();
        }
    }

    /** What stands around the parts of an index. */
    private record Settings(Optional<String> method, Options options, Optional<String> comment) {
        static Settings none() {
            return new Settings(Optional.empty(), Options.none(), Optional.empty());
        }

        Settings with(String key, String value) {
            return new Settings(method, options.with(key, value), comment);
        }
    }

    /** Takes what follows a check. */
    static ConstraintTail.Said tail(TokenCursor cursor) {
        ConstraintState state = ConstraintState.normal();
        if (cursor.accept("NOT", "ENFORCED")) {
            state = state.withEnforced(false);
        } else {
            cursor.accept("ENFORCED");
        }
        return new ConstraintTail.Said(state, true);
    }

    private static IndexPartReader.Extras extras(DdlContext context) {
        TokenCursor cursor = context.cursor();
        OptionalInt length = OptionalInt.empty();
        if (cursor.accept("(")) {
            length = OptionalInt.of(Integer.parseInt(context.number()));
            cursor.expect(")");
        }
        return new IndexPartReader.Extras(Optional.empty(), Optional.empty(), length);
    }

    /** Takes a key, an index or a constraint of the table, if one comes next. */
    Optional<PartDraft> read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        Optional<PartName> name = Optional.empty();
        boolean constraint = cursor.accept("CONSTRAINT");
        if (constraint && !isKind(cursor)) {
            cursor.accept("IF", "NOT", "EXISTS");
            name = Optional.of(PartName.of(context.name()));
        }
        Optional<PartDraft> part = part(context, offset, name);
        if (part.isEmpty() && constraint) {
            throw cursor.unexpected();
        }
        return part;
    }

    private static boolean isKind(TokenCursor cursor) {
        return cursor.at("PRIMARY", "KEY")
                || cursor.at("UNIQUE")
                || cursor.at("FOREIGN", "KEY")
                || cursor.at("CHECK", "(");
    }

    private Optional<PartDraft> part(DdlContext context, int offset, Optional<PartName> name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("PRIMARY", "KEY")) {
            return Optional.of(primaryKey(context, offset));
        }
        if (cursor.accept("UNIQUE")) {
            boolean word = cursor.accept("KEY") || cursor.accept("INDEX");
            return Optional.of(
                    index(context, offset, name, word || !cursor.at("("), true, Optional.empty()));
        }
        if (cursor.at("FULLTEXT") || cursor.at("SPATIAL")) {
            String kind = cursor.word().toLowerCase(Locale.ROOT);
            boolean word = cursor.accept("KEY") || cursor.accept("INDEX");
            return Optional.of(
                    index(
                            context,
                            offset,
                            name,
                            word || !cursor.at("("),
                            false,
                            Optional.of(kind)));
        }
        boolean key = (cursor.at("KEY") || cursor.at("INDEX")) && !isColumn(cursor);
        if (key) {
            cursor.next();
            return Optional.of(index(context, offset, name, true, false, Optional.empty()));
        }
        if (cursor.at("FOREIGN", "KEY")) {
            return Optional.of(foreignKey(context, offset, name));
        }
        return cursor.at("CHECK", "(")
                ? constraints.table(context, offset, name)
                : Optional.empty();
    }

    /** {@code key} is reserved, so nothing but an index begins so. */
    private static boolean isColumn(TokenCursor cursor) {
        return cursor.peek(1).isSymbol(".");
    }

    /** A name before the columns is the index's, and the key's where that has none. */
    private PartDraft foreignKey(DdlContext context, int offset, Optional<PartName> name) {
        TokenCursor cursor = context.cursor();
        cursor.expect("FOREIGN", "KEY");
        cursor.accept("IF", "NOT", "EXISTS");
        Optional<PartName> own =
                cursor.at("(") ? Optional.empty() : Optional.of(PartName.of(context.name()));
        return constraints.foreignKey(context, offset, name.or(() -> own));
    }

    private PartDraft primaryKey(DdlContext context, int offset) {
        TokenCursor cursor = context.cursor();
        if (!cursor.at("(") && !cursor.at("USING")) {
            context.name();
        }
        Settings settings = method(cursor, Settings.none());
        Parts columns = parts(context);
        tail(context, settings);
        return new PartDraft(
                offset,
                PartDraft.Turn.PRIMARY_KEY,
                Optional.empty(),
                table -> {
                    List<IndexPart> all = columns.in(context.scope(table));
                    Key key =
                            Key.of(all.stream().map(part -> part.column().orElseThrow()).toList());
                    return new PrimaryKey(
                            PartName.unknown(),
                            KeyText.isPlain(all)
                                    ? key
                                    : key.withOptions(
                                            Options.none().with("parts", KeyText.of(all))),
                            ConstraintState.normal(),
                            Optional.empty());
                });
    }

    private PartDraft index(
            DdlContext context,
            int offset,
            Optional<PartName> constraint,
            boolean mayBeNamed,
            boolean unique,
            Optional<String> kind) {
        TokenCursor cursor = context.cursor();
        cursor.accept("IF", "NOT", "EXISTS");
        Optional<PartName> name = constraint;
        if (mayBeNamed && !cursor.at("(") && !cursor.at("USING")) {
            name = Optional.of(PartName.of(context.name()));
        }
        return indexOf(context, offset, name, unique, kind);
    }

    /** Takes an index from behind its name. */
    PartDraft indexOf(
            DdlContext context,
            int offset,
            Optional<PartName> name,
            boolean unique,
            Optional<String> kind) {
        Settings before = method(context.cursor(), Settings.none());
        Parts columns = parts(context);
        Settings settings = tail(context, before);
        return new PartDraft(
                offset,
                unique ? PartDraft.Turn.KEY : PartDraft.Turn.INDEX,
                name,
                table ->
                        Index.of(PartName.unknown(), columns.in(context.scope(table)))
                                .withUnique(unique)
                                .withMethod(kind.or(settings::method))
                                .withOptions(settings.options())
                                .withComment(settings.comment()));
    }

    private static Settings method(TokenCursor cursor, Settings before) {
        boolean said = cursor.accept("USING") || cursor.accept("TYPE");
        return said
                ? new Settings(
                        Optional.of(cursor.word().toLowerCase(Locale.ROOT)),
                        before.options(),
                        before.comment())
                : before;
    }

    private Parts parts(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.expect("(");
        List<Function<ExpressionScope, IndexPart>> all = new ArrayList<>();
        do {
            all.add(part(context));
        } while (cursor.accept(","));
        cursor.expect(")");
        return new Parts(all);
    }

    /** A name before a length in parentheses is no call. */
    private Function<ExpressionScope, IndexPart> part(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.at("(")) {
            return parts.read(context);
        }
        String column = context.name();
        OptionalInt length = extras(context).prefixLength();
        boolean descending = !cursor.accept("ASC") && cursor.accept("DESC");
        return scope ->
                IndexPart.column(column).withPrefixLength(length).withDescending(descending);
    }

    private static Settings tail(DdlContext context, Settings before) {
        TokenCursor cursor = context.cursor();
        Settings settings = before;
        while (true) {
            if (cursor.accept("COMMENT")) {
                cursor.accept("=");
                String text = MySqlStrings.value(cursor.next().text());
                settings =
                        new Settings(
                                settings.method(),
                                settings.options(),
                                Optional.of(text).filter(filled -> !filled.isEmpty()));
            } else if (cursor.accept("KEY_BLOCK_SIZE")) {
                cursor.accept("=");
                StatementNotes.notModelled(context, cursor.offset(), "the block size of an index");
                context.number();
            } else if (cursor.accept("WITH", "PARSER")) {
                StatementNotes.notModelled(context, cursor.offset(), "the parser of an index");
                context.name();
            } else if (cursor.accept("INVISIBLE") || cursor.accept("IGNORED")) {
                settings = settings.with(Options.INVISIBLE, "");
            } else if (cursor.at("USING") || cursor.at("TYPE")) {
                settings = method(cursor, settings);
            } else if (!saysNothing(cursor)) {
                return settings;
            }
        }
    }

    private static boolean saysNothing(TokenCursor cursor) {
        return cursor.accept("VISIBLE") || cursor.accept("NOT", "IGNORED");
    }
}
