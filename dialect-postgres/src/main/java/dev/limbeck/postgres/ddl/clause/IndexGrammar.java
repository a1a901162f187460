package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.ColumnReader;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.IndexPartReader;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.PartChange;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code CREATE INDEX}, from behind the word {@code INDEX}. */
public final class IndexGrammar {
    private static final Set<String> NO_OPERATOR_CLASS = Set.of("ASC", "DESC", "NULLS", "WITH");

    private final IndexPartReader parts = parts();

    /** Returns the reader of the parts of indexes. */
    static IndexPartReader parts() {
        return new IndexPartReader(IndexGrammar::extras);
    }

    private static IndexPartReader.Extras extras(DdlContext context) {
        TokenCursor cursor = context.cursor();
        Optional<QualifiedName> collation =
                cursor.accept("COLLATE")
                        ? Optional.of(ColumnReader.collation(context))
                        : Optional.empty();
        boolean isClass = context.names().isNext() && !cursor.atAny(NO_OPERATOR_CLASS);
        Optional<String> operatorClass =
                isClass ? Optional.of(operatorClass(context)) : Optional.empty();
        return new IndexPartReader.Extras(collation, operatorClass, OptionalInt.empty());
    }

    private static String operatorClass(DdlContext context) {
        TokenCursor cursor = context.cursor();
        WrittenName written = context.written();
        String name =
                written.isQualified() && !written.qualifier().equals("pg_catalog")
                        ? PostgresIdentifiers.write(context.qualified(written))
                        : PostgresIdentifiers.write(written.name());
        if (!cursor.at("(")) {
            return name;
        }
        Options parameters = StorageParameters.read(context, Options.none());
        List<String> all = new ArrayList<>();
        parameters.values().forEach((key, value) -> all.add(key + "='" + value + "'"));
        return name + " (" + String.join(", ", all) + ")";
    }

    /** Returns the access method of an index; the default one is none. */
    static Optional<String> method(String name) {
        return name.equals("btree") ? Optional.empty() : Optional.of(name);
    }

    /** Reads what follows {@code CREATE INDEX}. */
    public void read(DdlContext context, boolean unique) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE INDEX");
        cursor.accept("CONCURRENTLY");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        int offset = cursor.offset();
        Optional<String> name =
                cursor.at("ON") ? Optional.empty() : Optional.of(context.written().name());
        cursor.expect("ON");
        boolean only = cursor.accept("ONLY");
        WrittenName written = context.written();
        if (isTemporary(context, written)) {
            Rest.pass(cursor);
            return;
        }
        Relation relation = relation(context, written);
        Index index =
                index(context, relation, unique)
                        .withValid(!(only && Partitions.hasSome(context, relation)));
        PartName named =
                name.map(PartName::of)
                        .orElseGet(
                                () ->
                                        context.tools()
                                                .naming()
                                                .nameFor(context.schema(), relation, index));
        if (ifNotExists && exists(context, relation, named)) {
            return;
        }
        context.at(offset);
        context.element(0, relation.id(), PartKind.INDEX, named.value());
        context.change(new PartChange.Add(relation.id(), index.withName(named)));
    }

    /** Returns whether a name is that of a temporary relation, which is no part of the schema. */
    public static boolean isTemporary(DdlContext context, WrittenName written) {
        return !written.isQualified() && context.session().temporary().contains(written.name());
    }

    /** Returns the relation of a name; one that is not there is an error at the name. */
    public static Relation relation(DdlContext context, WrittenName written) {
        QualifiedName name = context.relation(written);
        return context.schema()
                .relation(name)
                .orElseThrow(() -> context.missingTable(written.offset(), name));
    }

    private static boolean exists(DdlContext context, Relation relation, PartName name) {
        return !context.schema()
                .ownersOf(PartKind.INDEX, relation.name().sibling(name.value()))
                .isEmpty();
    }

    /** Takes an index from behind the name of its relation. */
    private Index index(DdlContext context, Relation relation, boolean unique) {
        TokenCursor cursor = context.cursor();
        Optional<String> method =
                cursor.accept("USING") ? method(context.name()) : Optional.empty();
        List<Function<ExpressionScope, IndexPart>> drafts = new ArrayList<>();
        cursor.expect("(");
        do {
            drafts.add(parts.read(context));
        } while (cursor.accept(","));
        cursor.expect(")");
        List<String> include = cursor.accept("INCLUDE") ? context.names().list() : List.of();
        boolean notDistinct = cursor.accept("NULLS", "NOT", "DISTINCT");
        if (!notDistinct) {
            cursor.accept("NULLS", "DISTINCT");
        }
        Options options =
                cursor.accept("WITH")
                        ? StorageParameters.read(context, Options.none())
                        : Options.none();
        if (cursor.accept("TABLESPACE")) {
            options = StorageParameters.tablespace(context, options);
        }
        Optional<SourceText> where =
                cursor.accept("WHERE")
                        ? Optional.of(Texts.until(cursor, Set.of()))
                        : Optional.empty();
        ExpressionScope scope = context.scope(relation);
        return new Index(
                PartName.of("index"),
                unique,
                method,
                drafts.stream().map(draft -> draft.apply(scope)).toList(),
                include,
                notDistinct,
                where.map(text -> context.expression(text, scope)),
                options,
                true,
                Optional.empty());
    }
}
